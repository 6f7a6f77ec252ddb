import type { MasterKeyCheck, ParticipantKeyStore, StoredKey } from './key-store.port.ts';

/** For specs and simulations. */
export class MemoryKeyStore implements ParticipantKeyStore {
  readonly #keys = new Map<string, StoredKey>();
  #check: MasterKeyCheck | undefined;

  async read(participantIds: readonly string[]): Promise<readonly StoredKey[]> {
    return participantIds.flatMap((id) => this.#keys.get(id) ?? []);
  }

  async insert(key: StoredKey & { readonly wrappedKey: Buffer }): Promise<void> {
    if (!this.#keys.has(key.participantId)) this.#keys.set(key.participantId, key);
  }

  async destroy(participantIds: readonly string[], masterKeyId: string): Promise<void> {
    for (const participantId of participantIds) {
      this.#keys.set(participantId, { participantId, masterKeyId, wrappedKey: null });
    }
  }

  async destroyed(): Promise<readonly string[]> {
    return [...this.#keys.values()].filter(({ wrappedKey }) => wrappedKey === null).map((key) => key.participantId);
  }

  async wrappedByOthers(masterKeyId: string): Promise<readonly (StoredKey & { readonly wrappedKey: Buffer })[]> {
    return [...this.#keys.values()].flatMap(({ wrappedKey, ...key }) =>
      wrappedKey === null || key.masterKeyId === masterKeyId ? [] : [{ ...key, wrappedKey }],
    );
  }

  async rewrap({ participantId, wrappedKey }: StoredKey, after: Omit<StoredKey, 'participantId'>): Promise<void> {
    if (this.#keys.get(participantId)?.wrappedKey === wrappedKey)
      this.#keys.set(participantId, { participantId, ...after });
  }

  async replaceCheck(check: MasterKeyCheck): Promise<void> {
    this.#check = check;
  }

  async keepCheck(check: MasterKeyCheck): Promise<MasterKeyCheck> {
    this.#check ??= check;
    return this.#check;
  }
}
