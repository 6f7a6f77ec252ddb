import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { RecentMap } from '../recent.map.ts';
import { StartupError } from '../startup.error.ts';
import { decrypt, deriveKey, encrypt } from './envelope.cipher.ts';
import type { KeyDestructionLedger } from './key-destruction.ledger.ts';
import type { ParticipantKeyStore, StoredKey } from './key-store.port.ts';

/** What one participant's key is used for; each use has a key of its own. 32 bytes each. */
export interface DataKey {
  readonly content: Buffer;
  readonly digest: Buffer;
}

export interface ParticipantKeysOptions {
  readonly masterKey: { readonly bytes: Buffer; readonly demonstration: boolean };
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
  readonly #secrets: Buffer;
  readonly #store: ParticipantKeyStore;
  readonly #ledger: KeyDestructionLedger;
  readonly #clock: () => Date;
  readonly #cache = new RecentMap<string, Cached>(MOST_CACHED);

  private constructor({ masterKey, store, ledger, clock = () => new Date() }: ParticipantKeysOptions) {
    this.masterKeyId = deriveKey(masterKey.bytes, 'master-key-id').toString('hex', 0, 8);
    this.digestKey = deriveKey(masterKey.bytes, 'command-digest');
    this.#wrapping = deriveKey(masterKey.bytes, 'participant-key-wrapping');
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
    if (masterKeyId !== this.masterKeyId) throw new Error(`a participant key is wrapped by master key ${masterKeyId}`);
    const bytes = decrypt(this.#wrapping, wrappedKey, wrappingContext(participantId));
    const key = { content: deriveKey(bytes, 'content'), digest: deriveKey(bytes, 'command-digest') };
    this.#cache.set(participantId, { key, until: this.#clock().getTime() + KEY_STALENESS });
    return key;
  }

  async #checkMasterKey({ bytes, demonstration }: ParticipantKeysOptions['masterKey']): Promise<void> {
    const checkValue = createHmac('sha256', deriveKey(bytes, 'master-key-check')).update('check').digest('hex');
    const kept = await this.#store.keepCheck({ masterKeyId: this.masterKeyId, checkValue });
    if (timingSafeEqual(Buffer.from(checkValue), Buffer.from(kept.checkValue.padEnd(64).slice(0, 64)))) return;
    const given = demonstration
      ? 'the demonstration key is in use (neither MASTER_KEY nor MASTER_KEY_FILE is set)'
      : `the one given is ${this.masterKeyId}`;
    throw new StartupError(
      `MASTER_KEY: this database is sealed under master key ${kept.masterKeyId}, but ${given}. Give the key it was sealed under; with another one nothing sealed can be read.`,
    );
  }
}

function wrappingContext(participantId: string): string {
  return `participant-key/${participantId}`;
}
