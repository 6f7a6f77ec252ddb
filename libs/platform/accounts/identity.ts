import type { Pool } from 'pg';
import { AccessLog } from '../access-log/access-log.ts';
import type { MasterKey } from '../config/master-key.ts';
import { AccountSecrets } from './account.secrets.ts';
import { Accounts } from './accounts.ts';
import { ApiKeys } from './api-keys.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { OpenIdLinks } from './openid-links.ts';
import { OwnAccount } from './own-account.ts';
import { argon2Hashing, type PasswordHashing } from './password.hashing.ts';
import { SignIn, type SignInSettings } from './sign-in.ts';
import { SignInAttempts } from './sign-in-attempts.ts';
import { SignInRecord } from './sign-in.record.ts';
import { SignInSessions } from './sign-in.sessions.ts';
import { type Clock, steadyClock } from './steady.clock.ts';

export interface IdentityParts {
  readonly pool: Pool;
  readonly masterKey: Pick<MasterKey, 'bytes' | 'also'>;
  readonly settings: SignInSettings;
  /** Whether the people of a demonstration may sign in. */
  readonly demonstration: boolean;
  readonly clock?: Clock;
  readonly hashing?: PasswordHashing;
}

/** Everything that knows who somebody is: accounts and the ways in, over one database, and the log of their use. */
export class Identity {
  private constructor(
    readonly accounts: Accounts,
    readonly sessions: SignInSessions,
    readonly keys: ApiKeys,
    readonly codes: OneTimeCodes,
    readonly openId: OpenIdLinks,
    readonly attempts: SignInAttempts,
    readonly signIn: SignIn,
    readonly own: OwnAccount,
    readonly record: SignInRecord,
    readonly accessLog: AccessLog,
    readonly settings: SignInSettings,
    readonly clock: Clock,
    readonly secrets: AccountSecrets,
  ) {}

  /** @throws StartupError where the accounts are sealed under another master key */
  static async open(given: IdentityParts): Promise<Identity> {
    const { pool, masterKey, settings, demonstration, hashing = argon2Hashing } = given;
    const clock = steadyClock(given.clock);
    const secrets = await AccountSecrets.open(pool, masterKey);
    const accounts = new Accounts(pool, secrets, clock, demonstration);
    const sessions = new SignInSessions(pool, clock, demonstration);
    const keys = new ApiKeys(pool, clock, demonstration);
    const codes = new OneTimeCodes(pool, secrets, clock);
    const openId = new OpenIdLinks(pool, secrets, clock);
    const attempts = new SignInAttempts(pool, secrets, clock);
    const accessLog = new AccessLog(pool);
    const record = new SignInRecord(accessLog, clock);
    const parts = { accounts, sessions, codes, openId, attempts, hashing, record, settings, clock };
    const signIn = new SignIn(parts);
    const own = new OwnAccount(parts, signIn, keys);
    for (const kept of [attempts, sessions, codes]) await kept.sweep();
    return new Identity(
      ...([accounts, sessions, keys, codes, openId, attempts, signIn, own, record] as const),
      ...([accessLog, settings, clock, secrets] as const),
    );
  }
}
