import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Sealed } from './cipher.ts';

/** A sealed value and how often it was written: what two windows wrote is told apart by that. */
export interface StoredRecord extends Sealed {
  readonly revision: number;
}

interface PhoneSchema extends DBSchema {
  /** One key a person. */
  keys: { key: string; value: CryptoKey };
  /** `person/kind/id`. */
  records: { key: string; value: StoredRecord };
}

export type PhoneDatabase = IDBPDatabase<PhoneSchema>;

/**
 * The phone's own database. Its shape never changes: what is in a record is sealed JSON that its reader checks.
 * @throws where the browser keeps nothing, as in some private windows
 */
export async function openPhoneDatabase(): Promise<PhoneDatabase> {
  return openDB<PhoneSchema>('intersession', 1, {
    upgrade(database) {
      database.createObjectStore('keys');
      database.createObjectStore('records');
    },
  });
}
