import type { Sealed } from './cipher.ts';

/** A sealed value and how often it was written: what two windows wrote is told apart by that. */
export interface StoredRecord extends Sealed {
  readonly revision: number;
}

/** Records within one transaction; it does not wait for anything else. */
export interface Change {
  get(place: string): Promise<StoredRecord | undefined>;
  put(place: string, record: StoredRecord): Promise<unknown>;
}

/**
 * The phone's own database: a key a person, and sealed records at `person/kind/id`. Its shape never changes: what is in a record
 * is sealed JSON that its reader checks. Every method throws DOMException where the browser does not keep things.
 */
export class PhoneDatabase {
  private constructor(private readonly connection: IDBDatabase) {}

  /** @param ended told when the browser ends the connection, as when it clears what pages keep */
  static async open(ended: () => void): Promise<PhoneDatabase> {
    const request = indexedDB.open('intersession', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys');
      request.result.createObjectStore('records');
    };
    const connection = await answerOf(request);
    connection.onclose = ended;
    return new PhoneDatabase(connection);
  }

  close(): void {
    this.connection.close();
  }

  /** The key of a person; there is one format of it. */
  async key(person: string): Promise<CryptoKey | undefined> {
    return answerOf(this.#only('keys', 'readonly').get(person) as IDBRequest<CryptoKey | undefined>);
  }

  /**
   * Keeps a key where the person has none yet: of two windows that begin at once, one does. Records under a key that is gone
   * never open again and go with it.
   * @returns the key the person has now
   */
  async claimKey(person: string, key: CryptoKey): Promise<CryptoKey> {
    const transaction = this.connection.transaction(['keys', 'records'], 'readwrite');
    const keys = transaction.objectStore('keys');
    const present = await answerOf(keys.get(person) as IDBRequest<CryptoKey | undefined>);
    if (present !== undefined) return present;
    await answerOf(transaction.objectStore('records').delete(below(`${person}/`)));
    await answerOf(keys.put(key, person));
    return key;
  }

  async removeKey(person: string): Promise<void> {
    await answerOf(this.#only('keys', 'readwrite').delete(person));
  }

  async record(place: string): Promise<StoredRecord | undefined> {
    return answerOf(this.#only('records', 'readonly').get(place) as IDBRequest<StoredRecord | undefined>);
  }

  /** @returns places that begin with this, in order */
  async places(prefix: string): Promise<readonly string[]> {
    return answerOf(this.#only('records', 'readonly').getAllKeys(below(prefix)) as IDBRequest<string[]>);
  }

  async remove(place: string): Promise<void> {
    await answerOf(this.#only('records', 'readwrite').delete(place));
  }

  async removeAll(prefix: string): Promise<void> {
    await answerOf(this.#only('records', 'readwrite').delete(below(prefix)));
  }

  /** Resolves once all of it lies on the disk. */
  async change<Value>(act: (change: Change) => Promise<Value>): Promise<Value> {
    const transaction = this.connection.transaction('records', 'readwrite', { durability: 'strict' });
    const records = transaction.objectStore('records');
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('Ended', 'AbortError'));
    });
    const acted = act({
      get: async (place) => answerOf(records.get(place) as IDBRequest<StoredRecord | undefined>),
      put: async (place, record) => answerOf(records.put(record, place)),
    });
    const [value] = await Promise.all([acted, done]);
    return value;
  }

  #only(store: 'keys' | 'records', mode: IDBTransactionMode): IDBObjectStore {
    return this.connection.transaction(store, mode).objectStore(store);
  }
}

const below = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('Unanswered', 'UnknownError'));
  });
}
