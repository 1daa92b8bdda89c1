// Lets the pages open without a line. Navigations go to the network first, because the server may have been
// upgraded; a hall's network that does not answer in time gets the page from the last visit.
// It never touches the API or the WebSocket.
const cacheName = 'tafelrunde-__VERSION__';
const files = ['__FILES__'];
const patienceMs = 2500;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(['/', ...files]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

/** All cafés share one page per kind; a code in the address must not multiply the cache. */
function pageKey(path) {
  if (path === '/' || path.startsWith('/c/')) return '/';
  if (path.startsWith('/s/')) return '/s/';
  if (path.startsWith('/m/')) return '/m/';
  return null;
}

async function page(request, key) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(key);
  const fresh = fetch(request).then((answer) => {
    if (answer.ok) void cache.put(key, answer.clone());
    return answer;
  });
  if (kept === undefined) return fresh;
  const tooLate = new Promise((resolve) => setTimeout(() => resolve(kept), patienceMs));
  return Promise.race([fresh.then((answer) => (answer.ok ? answer : kept)).catch(() => kept), tooLate]);
}

async function asset(request) {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(cacheName);
    void cache.put(request, answer.clone());
  }
  return answer;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const key = request.mode === 'navigate' ? pageKey(url.pathname) : null;
  if (key !== null) event.respondWith(page(request, key));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});
