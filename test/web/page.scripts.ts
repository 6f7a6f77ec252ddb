/** Evaluated in pages, as text: the tests’ own TypeScript knows no browser. */

/** Which drafts lie on the phone, and how often each was written: another text after every keeping. */
export const DRAFTS_HERE = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open('intersession'));
  try {
    const store = database.transaction('records').objectStore('records');
    const [places, records] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return places.map((place, index) => place + ' ' + records[index].revision).filter((one) => one.includes('/draft/')).join();
  } finally {
    database.close();
  }
})()`;

/** Once the page opens without a connection. */
export const WORKER_READY = 'navigator.serviceWorker.ready.then(() => true)';

/** How many drafts and how many things to send lie on the phone: `1 draft, 1 waiting`. */
export const COUNTED_HERE = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // Looking makes what is not there.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'intersession')) return 'nothing';
  const database = await done(indexedDB.open('intersession'));
  try {
    const places = await done(database.transaction('records').objectStore('records').getAllKeys());
    return ['draft', 'waiting'].map((kind) => places.filter((place) => place.includes('/' + kind + '/')).length + ' ' + kind).join(', ');
  } finally {
    database.close();
  }
})()`;

/** From here on this page finds no room on the disk, as a browser says it. */
export const FULL_DISK = `IDBObjectStore.prototype.put = () => {
  throw new DOMException('No room', 'QuotaExceededError');
}; 0`;
