import type { Pool } from 'pg';
import { createMigratedDatabase } from '../../../test/migrated.database.ts';
import { accessLogMigrations } from '../access-log/access-log.tables.ts';
import { accountMigrations } from './accounts.tables.ts';
import { Identity, type IdentityParts } from './identity.ts';
import type { PasswordHashing } from './password.hashing.ts';
import { DAY, HOUR, MINUTE } from './steady.clock.ts';

export const HERE = { address: '127.0.0.1', agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
export const GOOD = 'a lamp beside the river';

export const SETTINGS = {
  secondFactor: 'optional',
  staffSession: { idle: 30 * MINUTE, absolute: 12 * HOUR },
  participantSession: { idle: 90 * DAY, absolute: 365 * DAY },
  codeLifetime: DAY,
} as const;

/** Compares without argon2’s work, and counts how often. */
export class CountingHashing implements PasswordHashing {
  compared = 0;
  async hash(password: string): Promise<string> {
    return `plain:${password}`;
  }
  async matches(stored: string | null, password: string): Promise<boolean> {
    this.compared += 1;
    return stored === `plain:${password}`;
  }
}

/** Accounts over a database of their own, with a clock that the spec sets. */
export interface IdentityUnderTest {
  readonly identity: Identity;
  readonly pool: Pool;
  readonly hashing: CountingHashing;
  readonly time: { now: number };
  /** Opens another one over the same database. */
  again(parts?: Partial<IdentityParts>): Promise<Identity>;
  drop(): Promise<void>;
}

export async function identityUnderTest(parts: Partial<IdentityParts> = {}): Promise<IdentityUnderTest> {
  const database = await createMigratedDatabase([...accountMigrations, ...accessLogMigrations]);
  const { pool } = database;
  const hashing = new CountingHashing();
  const time = { now: Date.parse('2026-03-02T09:00:00.000Z') };
  const whole = {
    ...{ pool, hashing, settings: SETTINGS, demonstration: false, masterKey: { bytes: Buffer.alloc(32, 7) } },
    clock: () => new Date(time.now),
    ...parts,
  };
  const again = (more: Partial<IdentityParts> = {}) => Identity.open({ ...whole, ...more });
  return { identity: await again(), pool, hashing, time, again, drop: () => database.drop() };
}

/** Somebody of the staff with a password. */
export async function staffMember(identity: Identity, name: string, subjectId = name) {
  const account = await identity.accounts.create({ kind: 'staff', subjectId, name, createdBy: 'operator' });
  const { code } = await identity.own.handOutReset(account, 'operator');
  await identity.own.reset(code, GOOD, HERE);
  return account;
}

/** What a call throws, by name or refusal. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing';
  } catch (error) {
    if (!(error instanceof Error)) return 'no error';
    return 'code' in error ? String(error.code) : error.name;
  }
}
