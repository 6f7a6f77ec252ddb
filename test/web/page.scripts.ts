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
