// A service worker of the site's own: it answers loads with what the pages have kept.

addEventListener('install', () => /** @type {any} */ (self).skipWaiting());
addEventListener('activate', (event) => /** @type {any} */ (event).waitUntil(/** @type {any} */ (self).clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = /** @type {any} */ (event);
  if (request.mode !== 'navigate') return;
  // Firefox asks for what a worker passes on as if a script did: it says whose.
  const headers = new Headers(request.headers);
  headers.set('X-Lab-Worker', '1');
  const answer = async () => (await caches.match(new URL(request.url).pathname)) ?? fetch(new Request(request, { headers }));
  /** @type {any} */ (event).respondWith(answer());
});
