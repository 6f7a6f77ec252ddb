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
