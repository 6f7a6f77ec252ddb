import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type AccountSecrets, randomToken } from './account.secrets.ts';
import { makeShortCode, readShortCode } from './short-code.ts';
import { type Clock, DAY, after } from './steady.clock.ts';

/** `sign-in`: lets a participant or caregiver in. `reset`: lets somebody choose a password. */
export type CodePurpose = 'sign-in' | 'reset';

export interface NewCode {
  readonly accountId: string;
  readonly purpose: CodePurpose;
  /** `short` to read out, only for signing in; `link` has 256 random bits. */
  readonly form: 'short' | 'link';
  /** Milliseconds. */
  readonly lifetime: number;
  /** Pseudonymous id of who hands it out. */
  readonly createdBy: string;
}

/** At $3. A code that was made well after now is of a clock that was wrong, then or now. */
const USABLE = `used_at IS NULL AND revoked_at IS NULL AND expires_at > $3::timestamptz
  AND created_at <= $3::timestamptz + interval '1 hour'`;

/** Codes that count once and not for long; only their digests are kept. */
export class OneTimeCodes {
  constructor(
    private readonly pool: Pool,
    private readonly secrets: AccountSecrets,
    private readonly clock: Clock,
  ) {}

  /** Makes one; earlier ones of the account for the same purpose are worth nothing from then on. */
  async issue({ accountId, purpose, form, lifetime, createdBy }: NewCode): Promise<{ code: string; expiresAt: Date }> {
    const now = this.clock();
    const code = form === 'short' ? makeShortCode() : randomToken();
    const expiresAt = after(now, lifetime);
    await this.pool.query(
      `WITH earlier AS (
         UPDATE one_time_codes SET revoked_at = $6
         WHERE account_id = $2 AND purpose = $3 AND used_at IS NULL AND revoked_at IS NULL
       )
       INSERT INTO one_time_codes (code_id, account_id, purpose, code_digest, created_at, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $6, $5, $7)`,
      [uuidv7(), accountId, purpose, this.#digest(code), createdBy, now, expiresAt],
    );
    return { code, expiresAt };
  }

  /** Whether it could be one at all: what is mistyped is told without a try being counted. */
  isPlausible(code: string): boolean {
    return /^[A-Za-z0-9_-]{43}$/.test(code) || readShortCode(code) !== undefined;
  }

  /** Whose code it is, without using it up. */
  async ownerOf(code: string, purpose: CodePurpose): Promise<string | undefined> {
    if (!this.isPlausible(code)) return undefined;
    const { rows } = await this.pool.query<{ account_id: string }>(
      `SELECT account_id FROM one_time_codes WHERE code_digest = $1 AND purpose = $2 AND ${USABLE}`,
      [this.#digest(code), purpose, this.clock()],
    );
    return rows[0]?.account_id;
  }

  /** Uses a code up. @returns whose it was; undefined for one that is wrong, expired, used or replaced */
  async redeem(code: string, purpose: CodePurpose): Promise<string | undefined> {
    if (!this.isPlausible(code)) return undefined;
    const { rows } = await this.pool.query<{ account_id: string }>(
      `UPDATE one_time_codes SET used_at = $3::timestamptz
       WHERE code_digest = $1 AND purpose = $2 AND ${USABLE} RETURNING account_id`,
      [this.#digest(code), purpose, this.clock()],
    );
    return rows[0]?.account_id;
  }

  /** Takes back what was handed out and not used yet. */
  async revokeAll(accountId: string): Promise<void> {
    await this.pool.query(
      'UPDATE one_time_codes SET revoked_at = $2 WHERE account_id = $1 AND used_at IS NULL AND revoked_at IS NULL',
      [accountId, this.clock()],
    );
  }

  /** Removes those that have long been worth nothing. */
  async sweep(): Promise<void> {
    await this.pool.query('DELETE FROM one_time_codes WHERE expires_at < $1', [after(this.clock(), -30 * DAY)]);
  }

  #digest(code: string): Buffer {
    return this.secrets.codeDigest(readShortCode(code) ?? code);
  }
}
