/** Where wrapped keys are kept: apart from the log, so that a copy of either alone opens nothing. */
export interface ParticipantKeyStore {
  /** The keys that exist, in any order. */
  read(participantIds: readonly string[]): Promise<readonly StoredKey[]>;
  /** Stores the key unless the participant has one or had one: then nothing changes. */
  insert(key: StoredKey & { readonly wrappedKey: Buffer }): Promise<void>;
  /** Removes the key for good and keeps its place, so that no new one can be made. Also for those who never had one. */
  destroy(participantIds: readonly string[], masterKeyId: string): Promise<void>;
  /** Everyone whose key is destroyed. */
  destroyed(): Promise<readonly string[]>;
  /** Some of the keys that are wrapped by another master key than this one; none once there are no more. */
  wrappedByOthers(masterKeyId: string): Promise<readonly (StoredKey & { readonly wrappedKey: Buffer })[]>;
  /** Puts a key wrapped anew in the place of the same key as it was wrapped before; nothing where that has changed meanwhile. */
  rewrap(before: StoredKey & { readonly wrappedKey: Buffer }, after: Omit<StoredKey, 'participantId'>): Promise<void>;
  /** The check value of the master key that wraps everything from now on. */
  replaceCheck(check: MasterKeyCheck): Promise<void>;
  /** Keeps the first check value it is given for ever. @returns the one it keeps */
  keepCheck(check: MasterKeyCheck): Promise<MasterKeyCheck>;
}

export interface StoredKey {
  readonly participantId: string;
  readonly masterKeyId: string;
  /** Null once destroyed. */
  readonly wrappedKey: Buffer | null;
}

export interface MasterKeyCheck {
  readonly masterKeyId: string;
  readonly checkValue: string;
}
