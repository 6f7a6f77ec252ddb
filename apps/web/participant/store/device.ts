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
