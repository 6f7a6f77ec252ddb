import { newKey, open, type Sealed, seal } from './cipher.ts';
import { PhoneDatabase } from './phone.database.ts';

/** What kinds of things lie on the phone. */
export type RecordKind = 'day' | 'draft' | 'waiting' | 'sent' | 'refused' | 'file' | 'device';

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

interface Putting {
  readonly kind: RecordKind;
  readonly id: string;
  readonly value: unknown;
  /** The revision the change was made to; left out: whatever is there is replaced. */
  readonly after?: number;
}

/** What one person has on this phone, under a key that signing out destroys. */
export class SealedStore {
  /** Awaited when the browser had cleared its storage under an open page: whoever still knows things keeps them anew. */
  onCleared: () => Promise<void> = async () => undefined;
  /** Begun just now: nothing of this person lay here. */
  readonly fresh: boolean;
  readonly person: string;
  #database: PhoneDatabase;
  #key: CryptoKey;
  #ended = false;
  #opening: Promise<void> | undefined;
  /** What arrives after signing out is nobody's any more. */
  #closed = false;

  private constructor({ person, fresh, database, key }: Opened & { readonly person: string }) {
    this.person = person;
    this.fresh = fresh;
    this.#database = database;
    this.#key = key;
  }

  /** Opens what a person has here. @returns undefined where there is nothing and none is to be begun */
  static async of(person: string, mode: 'begin' | 'existing'): Promise<SealedStore | undefined> {
    const told = { ended: (): void => undefined };
    const opened = await openFor(person, mode, () => told.ended()).catch(cannotKeep);
    if (opened === undefined) return undefined;
    const store = new SealedStore({ ...opened, person });
    told.ended = () => (store.#ended = true);
    return store;
  }

  /**
   * Keeps one thing, or several in one moment: all of them or none.
   * @returns the revision the first has now; undefined where somebody else wrote meanwhile, and nothing was changed
   * @throws NotKept
   */
  async put(...all: readonly [Putting, ...Putting[]]): Promise<number | undefined> {
    return this.#use(async (database, cleared) => {
      // Sealed first: a transaction does not wait for anything but itself.
      const sealed = await Promise.all(all.map((one) => this.#sealed(one)));
      if (this.#closed) return undefined;
      return database.change(async (change) => {
        const present = await Promise.all(sealed.map(async ({ place }) => (await change.get(place))?.revision ?? 0));
        const stale = all.some(({ after }, index) => {
          const found = present[index] ?? 0;
          return after !== undefined && after !== found && !(cleared && found === 0);
        });
        if (stale) return undefined;
        const revisionOf = (index: number): number => (present[index] ?? 0) + 1;
        await Promise.all(
          sealed.map(({ place, content }, index) => change.put(place, { ...content, revision: revisionOf(index) })),
        );
        return revisionOf(0);
      });
    });
  }

  /** @throws NotKept */
  async bytes(kind: RecordKind, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return (await this.#read(kind, id))?.value;
  }

  /** @throws NotKept */
  async get(kind: RecordKind, id: string): Promise<Kept<unknown> | undefined> {
    const found = await this.#read(kind, id);
    return found === undefined ? undefined : { value: parsed(found.value), revision: found.revision };
  }

  /** Everything of a kind, by id. @throws NotKept */
  async all(kind: RecordKind): Promise<ReadonlyMap<string, Kept<unknown>>> {
    const prefix = this.#place(kind, '');
    const places = (await this.#use(async (database) => database.places(prefix))) ?? [];
    const ids = places.map((place) => place.slice(prefix.length));
    const found = await Promise.all(ids.map(async (id) => [id, await this.get(kind, id)] as const));
    return new Map(found.flatMap(([id, kept]) => (kept === undefined ? [] : [[id, kept]])));
  }

  /** @throws NotKept */
  async remove(kind: RecordKind, id: string): Promise<void> {
    await this.#use(async (database) => database.remove(this.#place(kind, id)));
  }

  /** Destroys the key first: whatever should be left behind can never be opened. */
  async destroy(): Promise<void> {
    this.close();
    const database = await PhoneDatabase.open(() => undefined);
    await database.removeKey(this.person);
    await database.removeAll(`${this.person}/`);
    database.close();
  }

  close(): void {
    this.#closed = true;
    this.#database.close();
  }

  async #read(kind: RecordKind, id: string): Promise<Kept<Uint8Array<ArrayBuffer>> | undefined> {
    const place = this.#place(kind, id);
    const found = await this.#use(async (database) => database.record(place));
    if (found === undefined) return undefined;
    // What does not open any more is as good as gone.
    const value = await open(this.#key, place, found).catch(() => undefined);
    return value === undefined ? undefined : { value, revision: found.revision };
  }

  async #sealed({ kind, id, value }: Putting): Promise<{ readonly place: string; readonly content: Sealed }> {
    const bytes = value instanceof Uint8Array ? new Uint8Array(value) : new TextEncoder().encode(JSON.stringify(value));
    const place = this.#place(kind, id);
    return { place, content: await seal(this.#key, place, bytes) };
  }

  /** Once more over a new connection, where the browser has ended the one there was. @throws NotKept */
  async #use<Value>(act: (database: PhoneDatabase, cleared: boolean) => Promise<Value>): Promise<Value | undefined> {
    if (this.#closed) return undefined;
    try {
      const ended = this.#ended;
      if (ended) await this.#reopen();
      return await act(this.#database, ended);
    } catch (cause) {
      if (this.#closed) return undefined;
      if (!isEnded(cause)) return cannotKeep(cause);
    }
    this.#ended = true;
    try {
      await this.#reopen();
      return await act(this.#database, true);
    } catch (cause) {
      return cannotKeep(cause);
    }
  }

  /** One at a time, for whoever asks meanwhile too. */
  async #reopen(): Promise<void> {
    this.#opening ??= this.#open().finally(() => (this.#opening = undefined));
    await this.#opening;
  }

  async #open(): Promise<void> {
    const opened = await openFor(this.person, 'begin', () => (this.#ended = true), this.#key);
    if (opened === undefined) return;
    this.#database = opened.database;
    this.#key = opened.key;
    this.#ended = false;
    await this.onCleared();
  }

  #place(kind: RecordKind, id: string): string {
    return `${this.person}/${kind}/${id}`;
  }
}

interface Opened {
  readonly database: PhoneDatabase;
  readonly key: CryptoKey;
  readonly fresh: boolean;
}

/** @param present the key to go on with, where there is none any more */
async function openFor(
  person: string,
  mode: 'begin' | 'existing',
  ended: () => void,
  present?: CryptoKey,
): Promise<Opened | undefined> {
  const database = await PhoneDatabase.open(ended);
  const found = await database.key(person);
  if (found !== undefined) return { database, key: found, fresh: false };
  if (mode === 'existing') return (database.close(), undefined);
  const own = present ?? (await newKey());
  const key = await database.claimKey(person, own);
  return { database, key, fresh: key === own };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const named = (cause: unknown): string => (cause instanceof DOMException ? cause.name : '');

/** The connection is gone, as when the browser cleared its storage; another may be had. */
const isEnded = (cause: unknown): boolean => ['InvalidStateError', 'AbortError', 'UnknownError'].includes(named(cause));

function cannotKeep(cause: unknown): never {
  if (cause instanceof NotKept) throw cause;
  throw new NotKept(named(cause) === 'QuotaExceededError' ? 'no-room' : 'no-storage', { cause });
}
