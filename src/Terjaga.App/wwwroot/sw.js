// Shows the lessons and the numbers for help to whoever has no network. Above stands what the server says is kept: `kept`.
// Everything is asked of the network first. Only what the server put on its list is stored, only when this worker is
// installed, and asked for without cookies: no answer to a person ever comes into the store.

const STORE = `terjaga-${kept.version}`;
const CHOICE = 'terjaga-bahasa'; // the language that was read last, because a worker cannot see the cookie

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(takeOver()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  // Forms go their way untouched: some browsers lose pictures that pass through a worker.
  if (request.method !== 'GET' || url.origin !== self.location.origin || isApart(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(show(event, url));
  else if (kept.files.includes(url.pathname + url.search)) event.respondWith(fetch(request).catch(() => find(request.url)));
});

async function keep() {
  const store = await caches.open(STORE);
  for (const file of kept.files) await store.put(file, await ask(file));
  const pages = await (await ask(kept.pages)).json();
  for (const [address, page] of Object.entries(pages)) await store.put(address, new Response(page, { headers: kept.headers }));
  await self.skipWaiting();
}

async function takeOver() {
  for (const name of await caches.keys()) if (name !== STORE && name !== CHOICE) await caches.delete(name);
  await self.clients.claim();
}

async function show(event, url) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(choose(answer.headers.get('Content-Language')));
    return answer;
  } catch {
    await choose(url.searchParams.get(kept.switch));
    const language = await chosen();
    return await find(`${url.pathname}?${kept.switch}=${language}`) ?? await find(`${kept.instead}?${kept.switch}=${language}`) ?? Response.error();
  }
}

// Only a whole answer of this desk is kept.
async function ask(address) {
  const answer = await fetch(address, { credentials: 'omit', cache: 'no-store', redirect: 'error' });
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

async function find(address) {
  return (await caches.open(STORE)).match(address);
}

async function choose(language) {
  if (kept.languages.includes(language)) await (await caches.open(CHOICE)).put('/', new Response(language));
}

async function chosen() {
  return await (await (await caches.open(CHOICE)).match('/'))?.text() ?? kept.languages[0];
}

function isApart(path) {
  return path === kept.apart || path.startsWith(`${kept.apart}/`);
}
