import { newKey, open, seal } from './cipher.ts';
import { openPhoneDatabase, type PhoneDatabase } from './phone.database.ts';

/** What kinds of things lie on the phone. */
export type RecordKind = 'day' | 'draft' | 'waiting' | 'refused' | 'file' | 'shared';

/** The phone could not keep something. `no-room`: it is full; `no-storage`: this browser keeps nothing at all. */
export class NotKept extends Error {
  override readonly name = 'NotKept';

  constructor(
    readonly why: 'no-room' | 'no-storage',
    options?: ErrorOptions,
  ) {
    super(`The phone did not keep it: ${why}`, options);
  }
}

export interface Kept<Value> {
  readonly value: Value;
  readonly revision: number;
}

export interface Putting {
  /** The revision the change was made to; left out: whatever is there is replaced. */
  readonly after?: number;
  /** Goes in the same moment: both happen or neither. */
  readonly removing?: { readonly kind: RecordKind; readonly id: string };
}

/** What one person has on this phone, under a key that signing out destroys. */
export class SealedStore {
  /** What arrives after signing out is nobody's any more. */
  #closed = false;

  private constructor(
    private readonly database: PhoneDatabase,
    private readonly key: CryptoKey,
    readonly person: string,
  ) {}

  /** Opens what a person has here. @returns undefined where there is nothing and none is to be begun */
  static async of(person: string, mode: 'begin' | 'existing'): Promise<SealedStore | undefined> {
    const database = await openPhoneDatabase().catch((cause: unknown) => {
      throw new NotKept('no-storage', { cause });
    });
    const found = await database.get('keys', person);
    if (found !== undefined) return new SealedStore(database, found, person);
    if (mode === 'existing') return (database.close(), undefined);
    // Records under a key that is gone never open again.
    await removeAll(database, person);
    const key = await newKey();
    await database.put('keys', key, person);
    return new SealedStore(database, key, person);
  }

  /**
   * @returns the revision it has now; undefined where somebody else wrote meanwhile, and nothing was changed
   * @throws NotKept
   */
  async put(
    kind: RecordKind,
    id: string,
    value: unknown,
    { after, removing }: Putting = {},
  ): Promise<number | undefined> {
    const content =
      value instanceof Uint8Array ? new Uint8Array(value) : new TextEncoder().encode(JSON.stringify(value));
    const place = this.#place(kind, id);
    const sealed = await seal(this.key, place, content);
    if (this.#closed) return undefined;
    try {
      const change = this.database.transaction('records', 'readwrite', { durability: 'strict' });
      const present = (await change.store.get(place))?.revision ?? 0;
      if (after !== undefined && present !== after) return (await change.done, undefined);
      const gone = removing === undefined ? [] : [change.store.delete(this.#place(removing.kind, removing.id))];
      await Promise.all([change.store.put({ ...sealed, revision: present + 1 }, place), ...gone, change.done]);
      return present + 1;
    } catch (cause) {
      throw new NotKept(isFull(cause) ? 'no-room' : 'no-storage', { cause });
    }
  }

  async bytes(kind: RecordKind, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.#closed) return undefined;
    const place = this.#place(kind, id);
    const found = await this.database.get('records', place);
    // What does not open any more is as good as gone.
    return found === undefined ? undefined : open(this.key, place, found).catch(() => undefined);
  }

  async get(kind: RecordKind, id: string): Promise<Kept<unknown> | undefined> {
    if (this.#closed) return undefined;
    const revision = (await this.database.get('records', this.#place(kind, id)))?.revision ?? 0;
    const found = await this.bytes(kind, id);
    return found === undefined ? undefined : { value: parsed(found), revision };
  }

  /** Everything of a kind, by id. */
  async all(kind: RecordKind): Promise<ReadonlyMap<string, Kept<unknown>>> {
    if (this.#closed) return new Map();
    const prefix = this.#place(kind, '');
    const places = await this.database.getAllKeys('records', IDBKeyRange.bound(prefix, `${prefix}\uffff`));
    const found = await Promise.all(
      places.map(async (place) => [place, await this.get(kind, place.slice(prefix.length))] as const),
    );
    return new Map(found.flatMap(([place, kept]) => (kept === undefined ? [] : [[place.slice(prefix.length), kept]])));
  }

  async remove(kind: RecordKind, id: string): Promise<void> {
    if (!this.#closed) await this.database.delete('records', this.#place(kind, id));
  }

  /** Destroys the key first: whatever should be left behind can never be opened. */
  async destroy(): Promise<void> {
    this.#closed = true;
    await this.database.delete('keys', this.person);
    await removeAll(this.database, this.person);
    this.database.close();
  }

  close(): void {
    this.#closed = true;
    this.database.close();
  }

  #place(kind: RecordKind, id: string): string {
    return `${this.person}/${kind}/${id}`;
  }
}

async function removeAll(database: PhoneDatabase, person: string): Promise<void> {
  await database.delete('records', IDBKeyRange.bound(`${person}/`, `${person}/\uffff`));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const isFull = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'QuotaExceededError';
