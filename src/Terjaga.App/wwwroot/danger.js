// The queue of people in danger: asks the desk every few seconds, puts the new list in place, and rings where somebody is new,
// once an officer has switched the sound on (a browser allows no sound before that). It also rings where the desk is lost: an
// alarm that falls silent must not look like a quiet night.
const pause = 10_000, tone = 0.18;
// An open page keeps nobody signed in.
const byItself = { headers: { 'Terjaga-By-Itself': '1' } };
const news = document.getElementById('kabar'), button = document.getElementById('bunyi');
let known = news.dataset, audio = null, isLost = false;

function ring(times) {
  if (!audio) return;
  for (let i = 0; i < times; i++) {
    const begin = audio.currentTime + i * 2 * tone, wave = audio.createOscillator(), volume = audio.createGain();
    wave.frequency.value = i % 2 ? 660 : 880;
    volume.gain.setValueAtTime(0.25, begin);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + tone);
    wave.connect(volume).connect(audio.destination);
    wave.start(begin);
    wave.stop(begin + tone);
  }
}

async function put() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href, byItself)).text(), 'text/html');
  const list = page.getElementById('daftar');
  if (list) document.getElementById('daftar').replaceWith(list);
}

async function look() {
  try {
    const answer = await fetch('/api/danger/news', byItself);
    if (!answer.ok) throw new Error(answer.status);
    const now = await answer.json();
    const isNew = now.newest && now.newest !== known.newest || now.p0 > Number(known.p0);
    if (isNew || now.p0 !== Number(known.p0) || now.p1 !== Number(known.p1) || isLost) await put();
    if (isNew) ring(now.p0 > 0 ? 6 : 2);
    if (isNew || isLost) news.textContent = isNew ? news.dataset.new : '';
    known = now;
    isLost = false;
  } catch {
    if (!isLost) ring(3);
    isLost = true;
    news.textContent = news.dataset.lost;
  }
  setTimeout(look, pause);
}

button.hidden = false;
button.addEventListener('click', () => {
  if (audio) audio.close();
  audio = audio ? null : new AudioContext();
  button.setAttribute('aria-pressed', audio !== null);
  button.textContent = audio ? button.dataset.on : button.dataset.off;
  ring(1);
});
setTimeout(look, pause);
