import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MasterKey } from '../config/master-key.ts';
import { RecentMap } from '../recent.map.ts';
import { StartupError } from '../startup.error.ts';
import { decrypt, deriveKey, encrypt } from './envelope.cipher.ts';
import type { KeyDestructionLedger } from './key-destruction.ledger.ts';
import type { MasterKeyCheck, ParticipantKeyStore, StoredKey } from './key-store.port.ts';

/** What one participant's key is used for; each use has a key of its own. 32 bytes each. */
export interface DataKey {
  readonly content: Buffer;
  readonly digest: Buffer;
}

export interface ParticipantKeysOptions {
  readonly masterKey: MasterKey;
  readonly store: ParticipantKeyStore;
  readonly ledger: KeyDestructionLedger;
  readonly clock?: () => Date;
}

/** How long a key that another process destroyed may still open content here, in milliseconds. */
export const KEY_STALENESS = 2_000;
const MOST_CACHED = 10_000;

interface Cached {
  readonly key: DataKey;
  readonly until: number;
}

/** The participants' keys: made on first need, wrapped by the master key, destroyed for good. */
export class ParticipantKeys {
  /** Identifies the master key without telling anything about it. */
  readonly masterKeyId: string;
  /** For digests of commands that belong to no participant. */
  readonly digestKey: Buffer;
  readonly #wrapping: Buffer;
  /** Master key → what it wraps with: the present one, and the other while one follows the other. */
  readonly #wrappings: ReadonlyMap<string, Buffer>;
  readonly #check: MasterKeyCheck;
  readonly #secrets: Buffer;
  readonly #store: ParticipantKeyStore;
  readonly #ledger: KeyDestructionLedger;
  readonly #clock: () => Date;
  readonly #cache = new RecentMap<string, Cached>(MOST_CACHED);

  private constructor({ masterKey, store, ledger, clock = () => new Date() }: ParticipantKeysOptions) {
    this.#check = checkOf(masterKey.bytes);
    this.masterKeyId = this.#check.masterKeyId;
    this.digestKey = deriveKey(masterKey.bytes, 'command-digest');
    const known = [masterKey.bytes, ...(masterKey.also === undefined ? [] : [masterKey.also])];
    this.#wrappings = new Map(known.map((bytes) => [checkOf(bytes).masterKeyId, deriveKey(bytes, WRAPPING)]));
    this.#wrapping = deriveKey(masterKey.bytes, WRAPPING);
    this.#secrets = deriveKey(masterKey.bytes, 'drawn-secrets');
    this.#store = store;
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /**
   * Checks the master key against this database and carries out what the destruction ledger says, so that keys restored
   * from a backup stay destroyed.
   * @throws StartupError when the keys of this database are wrapped by another master key
   */
  static async open(options: ParticipantKeysOptions): Promise<ParticipantKeys> {
    const keys = new ParticipantKeys(options);
    await keys.#checkMasterKey(options.masterKey);
    const { ledger, store } = options;
    const destroyed = new Set(await store.destroyed());
    for (const participantId of destroyed) await ledger.record(participantId, 'destroyed', keys.#clock());
    const restored = ledger.destroyed().filter((participantId) => !destroyed.has(participantId));
    if (restored.length > 0) await store.destroy(restored, keys.masterKeyId);
    return keys;
  }

  /** A secret of 32 bytes for one purpose: always the same, and nobody can tell it who has not the master key. */
  secretFor(purpose: string): Buffer {
    return createHmac('sha256', this.#secrets).update(purpose).digest();
  }

  /** The keys that exist; absent for participants who never had one. One query, whatever the number. */
  async of(participantIds: Iterable<string>): Promise<ReadonlyMap<string, DataKey | 'destroyed'>> {
    const found = new Map<string, DataKey | 'destroyed'>();
    const missing: string[] = [];
    for (const participantId of new Set(participantIds)) {
      const known = this.#known(participantId);
      if (known === undefined) missing.push(participantId);
      else found.set(participantId, known);
    }
    if (missing.length === 0) return found;
    await this.#ledger.refresh();
    for (const stored of await this.#store.read(missing)) found.set(stored.participantId, this.#unwrap(stored));
    return found;
  }

  /** The participant's key, made now when there is none; several processes at once agree on one. */
  async ensure(participantId: string): Promise<DataKey | 'destroyed'> {
    const present = (await this.of([participantId])).get(participantId);
    if (present !== undefined) return present;
    if (this.#ledger.isDestroyed(participantId)) return 'destroyed';
    const wrappedKey = encrypt(this.#wrapping, randomBytes(32), wrappingContext(participantId));
    await this.#store.insert({ participantId, masterKeyId: this.masterKeyId, wrappedKey });
    const made = (await this.of([participantId])).get(participantId);
    if (made === undefined) throw new Error('a participant key was stored and is not there');
    return made;
  }

  /** Notes that the log is about to order a destruction, so that it is completed also after a crash in between. */
  async orderDestruction(participantId: string): Promise<void> {
    await this.#ledger.record(participantId, 'ordered', this.#clock());
  }

  /** Destroys the key for ever, wherever it is kept. Doing so again changes nothing. */
  async destroy(participantId: string): Promise<void> {
    await this.#ledger.record(participantId, 'destroyed', this.#clock());
    this.#cache.delete(participantId);
    await this.#store.destroy([participantId], this.masterKeyId);
  }

  /** Destructions that a crash may have cut short; the log knows whether they were really ordered. */
  orderedDestructions(): readonly string[] {
    return this.#ledger.ordered();
  }

  #known(participantId: string): DataKey | 'destroyed' | undefined {
    if (this.#ledger.isDestroyed(participantId)) return 'destroyed';
    const cached = this.#cache.get(participantId);
    return cached !== undefined && this.#clock().getTime() < cached.until ? cached.key : undefined;
  }

  #unwrap({ participantId, masterKeyId, wrappedKey }: StoredKey): DataKey | 'destroyed' {
    if (wrappedKey === null || this.#ledger.isDestroyed(participantId)) return 'destroyed';
    const bytes = this.#bytesOf({ participantId, masterKeyId, wrappedKey });
    const key = { content: deriveKey(bytes, 'content'), digest: deriveKey(bytes, 'command-digest') };
    this.#cache.set(participantId, { key, until: this.#clock().getTime() + KEY_STALENESS });
    return key;
  }

  /**
   * Wraps every key by the present master key. Others may go on reading and writing meanwhile, as long as they know both.
   * @returns how many were wrapped anew; none when it was done before
   * @throws Error when a key is wrapped by a master key that is neither of the two
   */
  async rotate(): Promise<number> {
    let rewrapped = 0;
    for (;;) {
      const keys = await this.#store.wrappedByOthers(this.masterKeyId);
      for (const key of keys) {
        const bytes = this.#bytesOf(key);
        const wrappedKey = encrypt(this.#wrapping, bytes, wrappingContext(key.participantId));
        await this.#store.rewrap(key, { masterKeyId: this.masterKeyId, wrappedKey });
        rewrapped += 1;
      }
      if (keys.length === 0) break;
    }
    await this.#store.replaceCheck(this.#check);
    return rewrapped;
  }

  /** Participants whose private content is gone for good. */
  async erasedParticipants(): Promise<readonly string[]> {
    return (await this.#store.destroyed()).filter((id) => !id.includes('/'));
  }

  #bytesOf({ participantId, masterKeyId, wrappedKey }: StoredKey & { readonly wrappedKey: Buffer }): Buffer {
    const wrapping = this.#wrappings.get(masterKeyId);
    if (wrapping === undefined) throw new Error(`a participant key is wrapped by master key ${masterKeyId}`);
    return decrypt(wrapping, wrappedKey, wrappingContext(participantId));
  }

  async #checkMasterKey({ also, demonstration }: MasterKey): Promise<void> {
    const kept = await this.#store.keepCheck(this.#check);
    const known = [this.#check, ...(also === undefined ? [] : [checkOf(also)])];
    if (known.some((check) => sameText(check.checkValue, kept.checkValue))) return;
    const given = demonstration
      ? 'the demonstration key is in use (neither MASTER_KEY nor MASTER_KEY_FILE is set)'
      : `the one given is ${this.masterKeyId}`;
    throw new StartupError(
      `MASTER_KEY: this database is sealed under master key ${kept.masterKeyId}, but ${given}. Give the key it was sealed under; with another one nothing sealed can be read.`,
    );
  }
}

const WRAPPING = 'participant-key-wrapping';

function checkOf(bytes: Buffer): MasterKeyCheck {
  return {
    masterKeyId: deriveKey(bytes, 'master-key-id').toString('hex', 0, 8),
    checkValue: createHmac('sha256', deriveKey(bytes, 'master-key-check')).update('check').digest('hex'),
  };
}

function sameText(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other.padEnd(64).slice(0, 64)));
}

function wrappingContext(participantId: string): string {
  return `participant-key/${participantId}`;
}
