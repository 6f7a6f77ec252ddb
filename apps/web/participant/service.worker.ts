/// <reference lib="webworker" />
/** Files of the participant's page, their version, and the addresses it is shown at; the build writes them here. */
const FILES = '__PRECACHE__'.split('\n');
const VERSION = '__VERSION__';
const ROUTES = '__ROUTES__'.split('\n').map((pattern) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}/?$`));

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
  await Promise.all(
    [PAGE, ...FILES, ...NAMED].map(async (path) => {
      const response = await fetch(new Request(path, { cache: 'reload' }));
      if (!(await isOurs(path, response.clone()))) throw new Error(`${path} did not come from this server`);
      await cache.put(path, response);
    }),
  );
}

/** A network that wants to be logged in to first answers everything with a page of its own, and says 200. */
async function isOurs(path: string, response: Response): Promise<boolean> {
  if (!response.ok || response.redirected) return false;
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (path !== PAGE) return !isPage;
  const text = await response.text();
  return isPage && FILES.some((file) => text.includes(`"${file}"`));
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

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  // Whatever is not the participant's, such as a link in a message, the server answers itself.
  const isRoute = request.mode === 'navigate' && ROUTES.some((route) => route.test(pathname));
  if (isRoute) event.respondWith(kept(PAGE, request));
  else if (FILES.includes(pathname) || NAMED.includes(pathname)) event.respondWith(kept(pathname, request));
});

async function kept(path: string, request: Request): Promise<Response> {
  const found = await caches.match(path, { cacheName: CACHE });
  return found ?? fetch(request);
}

/** What a push message says: nothing in it tells what waits. */
interface Notice {
  readonly reminderId: string;
  readonly text: Readonly<Record<string, string>>;
  readonly link: string;
}

const UNREADABLE: Notice = {
  reminderId: 'unreadable',
  text: { en: 'Something is waiting for you.', sv: 'Något väntar på dig.' },
  link: '/',
};

function noticeOf(data: PushMessageData | null): Notice {
  try {
    const read: unknown = data?.json();
    const whole = typeof read === 'object' && read !== null && 'text' in read && 'link' in read && 'reminderId' in read;
    // Our own server's, encrypted to this device.
    return whole ? (read as Notice) : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

/** The page leaves the language here: a worker cannot read what else it keeps. */
async function languageHere(): Promise<string> {
  const chosen = await caches.match('/language', { cacheName: 'intersession.language' });
  return (await chosen?.text()) ?? worker.navigator.language.slice(0, 2);
}

/** Something is always shown: a browser takes the right away from a page that takes messages and shows none. */
async function show(data: PushMessageData | null): Promise<void> {
  const { reminderId, text, link } = noticeOf(data);
  const language = await languageHere();
  const lang = language in text ? language : 'en';
  const look = { tag: reminderId, lang, icon: '/icon-192.png', badge: '/icon-192.png', data: { link } };
  await worker.registration.showNotification(text[lang] ?? '', look);
}

/** The server is told that it was opened, and the page comes to the front. */
async function follow({ data }: Notification): Promise<void> {
  const link: unknown = (data as { readonly link?: unknown } | null)?.link;
  const address = new URL(typeof link === 'string' ? link : '/', worker.location.origin);
  if (address.origin === worker.location.origin && address.pathname !== PAGE)
    await fetch(address, { redirect: 'manual' }).catch(() => undefined);
  const [open] = await worker.clients.matchAll({ type: 'window' });
  await (open === undefined ? worker.clients.openWindow(PAGE) : open.focus());
}

worker.addEventListener('push', (event) => event.waitUntil(show(event.data)));
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(follow(event.notification));
});
