// Keys and live rows of the desk. Every page works without it: what a key does, a link or a button on the page does too.
const dialog = document.getElementById('tombol');
const off = document.getElementById('tombol-mati');
const store = { get: () => { try { return localStorage.getItem('tombol'); } catch { return null; } }, set: v => { try { localStorage.setItem('tombol', v); } catch { } } };
off.checked = store.get() === 'mati';
off.addEventListener('change', () => store.set(off.checked ? 'mati' : 'hidup'));

// A box that was ticked takes no letters: the keys go on working from it.
const isTyping = target => target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
const links = () => [...document.querySelectorAll('[data-row] th a')];
const row = () => document.activeElement?.closest('[data-row]');
let chosen = null;

function move(step) {
  const all = links();
  const at = all.findIndex(link => link.closest('[data-row]') === row());
  all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
}

// A step asks for its reason first; the button that was meant is pressed by Ctrl+Enter, or at once where a reason is there.
function take(target) {
  target.closest('details')?.setAttribute('open', '');
  if (target.tagName === 'A') return target.click();
  if (target.tagName === 'INPUT') return target.focus();
  const reason = target.form?.querySelector('textarea[required]');
  if (!reason || reason.value.trim()) return target.form.requestSubmit(target);
  chosen = target;
  reason.focus();
}

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form && event.target.tagName === 'TEXTAREA') {
    event.preventDefault();
    return event.target.form.requestSubmit(chosen?.form === event.target.form ? chosen : undefined);
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && !'jk'.includes(event.key)) return;
  if (isTyping(event.target)) return;
  if (event.key === '?') { event.preventDefault(); return dialog.open ? dialog.close() : dialog.showModal(); }
  if (off.checked || dialog.open) return;
  if (event.key === 'j' || event.key === 'k') { event.preventDefault(); return move(event.key === 'j' ? 1 : -1); }
  if (event.key === 'o') return row()?.querySelector('th a')?.click();
  if (!/^[a-z/]$/.test(event.key)) return;
  const inside = row() ?? document;
  const target = inside.querySelector(`[data-key="${event.key}"]`) ?? (event.key === 'c' ? null : document.querySelector(`[data-key="${event.key}"]`));
  if (target) { event.preventDefault(); take(target); }
});

// Rows changed somewhere: the same address is asked again, and its list put in the place of this one.
const list = document.getElementById('antrean');
if (list && 'EventSource' in window) {
  const pause = 5000, idle = 20 * 60 * 1000;
  let touchedAt = Date.now();
  for (const sign of ['keydown', 'pointermove']) addEventListener(sign, () => { touchedAt = Date.now(); }, { passive: true });
  let [known, fetchedAt, waiting] = [null, Date.now(), false];
  const later = () => { if (!waiting) { waiting = true; setTimeout(refresh, Math.max(0, fetchedAt + pause - Date.now())); } };
  async function refresh() {
    waiting = false;
    if (document.hidden) return document.addEventListener('visibilitychange', later, { once: true });
    fetchedAt = Date.now();
    const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'Terjaga-By-Itself': '1' } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('antrean');
    if (!fresh || list.contains(document.activeElement) && document.activeElement.matches('input, textarea, select')) return;
    for (const ticked of list.querySelectorAll('input[type=checkbox]:checked'))
      fresh.querySelector(`input[name="${ticked.name}"][value="${ticked.value}"]`)?.setAttribute('checked', '');
    const held = list.contains(document.activeElement) ? row()?.dataset.row : null;
    const inside = held && document.activeElement.matches('button') ? 'button' : 'th a';
    const at = links().findIndex(link => link.closest('[data-row]').dataset.row === held);
    list.replaceChildren(...fresh.childNodes);
    if (held) (list.querySelector(`[data-row="${held}"] ${inside}`) ?? list.querySelector(`[data-row="${held}"] th a`) ?? links()[Math.min(at, links().length - 1)])?.focus({ preventScroll: true });
  }
  const news = new EventSource(list.dataset.news);
  news.addEventListener('message', event => {
    // Nobody is there: the session must be able to end.
    if (Date.now() - touchedAt > idle) return news.close();
    if (known !== null && known !== event.data) later();
    known = event.data;
  });
  addEventListener('pagehide', () => news.close());
}
