/// <reference lib="webworker" />
/** Files of the participant's page and their version; the build writes them here. */
const FILES = '__PRECACHE__'.split('\n');
const VERSION = '__VERSION__';

const PREFIX = 'intersession-';
const CACHE = `${PREFIX}${VERSION}`;
/** The page itself, which has the same content at every address of the participant's. */
const PAGE = '/';
const NAMED = ['/manifest.webmanifest', '/icon.svg', '/icon-192.png', '/icon-512.png'];

// A worker's own global, which the page's types do not know.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** All of one version or none of it: a page never meets the files of another. */
async function fetchAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...FILES, ...NAMED].map((path) => new Request(path, { cache: 'reload' })));
}

async function clearOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

worker.addEventListener('install', (event) => event.waitUntil(fetchAll()));
// The first worker takes over at once, so that the page opens offline from the second look on.
worker.addEventListener('activate', (event) => event.waitUntil(clearOthers().then(() => worker.clients.claim())));

/** Addresses that are not a participant's: the server answers them itself. */
const OTHERS = /^\/(staff|console|graphql|sign-in|attachments|calendar|health|ready|gallery)(\/|$|\.)/;

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || OTHERS.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(pageOrServer(request));
  else if (FILES.includes(pathname) || NAMED.includes(pathname)) event.respondWith(kept(pathname, request));
});

/** The page of this version; the server's where the address is none of ours. */
async function pageOrServer(request: Request): Promise<Response> {
  const page = await caches.match(PAGE, { cacheName: CACHE });
  return page ?? fetch(request);
}

async function kept(pathname: string, request: Request): Promise<Response> {
  const found = await caches.match(pathname, { cacheName: CACHE });
  return found ?? fetch(request);
}
