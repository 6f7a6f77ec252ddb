/** The words a device keeps outside the sealed store; none of them tells who somebody is or what they wrote. */
const PLACE = 'intersession.person';

/** Whose phone this is: a pseudonymous id. */
export function lastPerson(): string | undefined {
  try {
    return localStorage.getItem(PLACE) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberPerson(person: string | undefined): void {
  try {
    if (person === undefined) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, person);
  } catch {
    // Then it is asked for at the next start.
  }
}

const UNSENT = 'intersession.unsent';

/** Remembered apart from the database, so that a phone that cleared it can be caught at it. */
export function noteUnsent(count: number): void {
  try {
    localStorage.setItem(UNSENT, String(count));
  } catch {
    // Then nothing can be told about it later.
  }
}

/** How much waited when this phone was last open. */
export function unsentBefore(): number {
  try {
    return Number(localStorage.getItem(UNSENT) ?? 0);
  } catch {
    return 0;
  }
}

const LOST = 'intersession.lost';

/** How much this phone cleared before it was sent; told until the person has read it. */
export function lostHere(): number {
  try {
    return Number(localStorage.getItem(LOST) ?? 0);
  } catch {
    return 0;
  }
}

export function noteLost(count: number): void {
  try {
    if (count === 0) localStorage.removeItem(LOST);
    else localStorage.setItem(LOST, String(count));
  } catch {
    // Then it is told on this screen alone.
  }
}

/** Asks the browser not to clear what is kept; some decide by themselves. */
export async function askToKeep(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // It may be cleared then, and the count of what waited tells.
  }
}

/** Everything the page ever kept on this phone, apart from the sealed store. */
export async function clearDevice(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  localStorage.clear();
}

/** Where the service worker, which reads nothing else of this page, finds the language of notes. */
export async function leaveLanguage(language: string): Promise<void> {
  try {
    const cache = await caches.open('intersession.language');
    await cache.put('/language', new Response(language));
  } catch {
    // Then notes are in the language of the browser.
  }
}
