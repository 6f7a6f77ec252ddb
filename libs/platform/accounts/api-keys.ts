import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { randomToken, tokenDigest } from './account.secrets.ts';
import { type AccountKind, AccountRefused } from './account.ts';
import { type Clock, DAY, MINUTE, after } from './steady.clock.ts';

/** What an API key leaves of the rights of its account. */
export interface KeyLimits {
  readonly readOnly: boolean;
  /** Only these studies; absent: every study of the account. */
  readonly studies?: readonly string[];
  /** Only these permissions; absent: every permission of the account. */
  readonly permissions?: readonly string[];
}

export interface NewApiKey extends KeyLimits {
  readonly accountId: string;
  /** What it is for, in the owner's words. */
  readonly label: string;
  /** Days until it expires: 1 to 366. */
  readonly days: number;
  /** Pseudonymous id of who makes it. */
  readonly createdBy: string;
}

/** An API key as its owner sees it; the key itself is shown once. */
export interface ListedApiKey extends KeyLimits {
  readonly keyId: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
}

/** Whose key was shown. */
export interface FoundApiKey {
  readonly keyId: string;
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly subjectId: string;
  readonly createdAt: Date;
  readonly limits: KeyLimits;
}

interface KeyRow {
  readonly key_id: string;
  readonly account_id: string;
  readonly kind: AccountKind;
  readonly subject_id: string;
  readonly label: string;
  readonly read_only: boolean;
  readonly studies: string[] | null;
  readonly permissions: string[] | null;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
}

const PREFIX = 'isk_';
const MOST = 50;

/** Keys for scripts: `isk_` and 256 random bits, of which only the digest is kept. */
export class ApiKeys {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly demonstration: boolean,
  ) {}

  /** @returns the key, which is shown once and kept nowhere. @throws AccountRefused naming the field */
  async create(key: NewApiKey): Promise<{ readonly keyId: string; readonly key: string; readonly expiresAt: Date }> {
    checkKey(key);
    const text = `${PREFIX}${randomToken()}`;
    const { rows } = await this.pool.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM api_keys WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [key.accountId, this.clock()],
    );
    if ((rows[0]?.total ?? 0) >= MOST) throw new AccountRefused('label', `at most ${MOST} keys at a time; revoke one`);
    return { ...(await this.#keep(key, text)), key: text };
  }

  /** Keeps a key that is published: of a person who exists only where a demonstration may. */
  async keepDemonstrationKey(key: NewApiKey, text: string): Promise<void> {
    await this.#keep(key, text, 'ON CONFLICT (secret_digest) DO UPDATE SET expires_at = excluded.expires_at');
  }

  /** @returns undefined for a key that is wrong, expired or revoked, or of somebody who may no longer sign in */
  async find(text: string): Promise<FoundApiKey | undefined> {
    if (!/^[A-Za-z0-9_-]{8,60}$/.test(text)) return undefined;
    const { rows } = await this.pool.query<KeyRow>(
      `SELECT k.*, a.kind, a.subject_id FROM api_keys k JOIN accounts a USING (account_id)
       WHERE k.secret_digest = $1 AND k.revoked_at IS NULL AND a.disabled_at IS NULL AND ($2 OR NOT a.demonstration)`,
      [tokenDigest(text), this.demonstration],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const now = new Date(Math.max(this.clock().getTime(), row.last_used_at?.getTime() ?? 0));
    if (now >= row.expires_at) return undefined;
    if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() >= MINUTE) {
      await this.pool.query('UPDATE api_keys SET last_used_at = $2 WHERE key_id = $1', [row.key_id, now]);
    }
    const { key_id: keyId, account_id: accountId, kind, subject_id: subjectId, created_at: createdAt } = row;
    return { keyId, accountId, kind, subjectId, createdAt, limits: limitsOf(row) };
  }

  /** @returns whether the account had such a key */
  async revoke(accountId: string, keyId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'UPDATE api_keys SET revoked_at = $3 WHERE account_id = $1 AND key_id = $2 AND revoked_at IS NULL',
      [accountId, keyId, this.clock()],
    );
    return rowCount === 1;
  }

  async revokeAll(accountId: string): Promise<void> {
    await this.pool.query('UPDATE api_keys SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL', [
      accountId,
      this.clock(),
    ]);
  }

  /** Those that may still be used, newest first. */
  async list(accountId: string): Promise<readonly ListedApiKey[]> {
    const { rows } = await this.pool.query<KeyRow>(
      `SELECT k.*, a.kind, a.subject_id FROM api_keys k JOIN accounts a USING (account_id)
       WHERE k.account_id = $1 AND k.revoked_at IS NULL AND k.expires_at > $2 ORDER BY k.key_id DESC`,
      [accountId, this.clock()],
    );
    return rows.map((row) => ({
      ...{ keyId: row.key_id, label: row.label, createdAt: row.created_at },
      ...{ expiresAt: row.expires_at, lastUsedAt: row.last_used_at, ...limitsOf(row) },
    }));
  }

  async #keep(key: NewApiKey, text: string, conflict = ''): Promise<{ keyId: string; expiresAt: Date }> {
    const keyId = uuidv7();
    const now = this.clock();
    const expiresAt = after(now, key.days * DAY);
    await this.pool.query(
      `INSERT INTO api_keys (key_id, account_id, secret_digest, label, read_only, studies, permissions, created_at,
         created_by, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ${conflict}`,
      [
        ...[keyId, key.accountId, tokenDigest(text), key.label, key.readOnly],
        ...[key.studies ?? null, key.permissions ?? null, now, key.createdBy, expiresAt],
      ],
    );
    return { keyId, expiresAt };
  }
}

function limitsOf({ read_only: readOnly, studies, permissions }: KeyRow): KeyLimits {
  return { readOnly, ...(studies === null ? {} : { studies }), ...(permissions === null ? {} : { permissions }) };
}

function checkKey({ label, days, studies = [], permissions = [] }: NewApiKey): void {
  if (!/^[^\p{Cc}]{1,100}$/u.test(label)) throw new AccountRefused('label', 'expected 1 to 100 characters');
  if (!Number.isInteger(days) || days < 1 || days > 366) {
    throw new AccountRefused('days', 'expected a whole number from 1 to 366');
  }
  if (studies.length > 100 || studies.some((id) => !/^[^\p{Cc}]{1,200}$/u.test(id))) {
    throw new AccountRefused('studies', 'expected at most 100 ids of studies');
  }
  if (permissions.length > 200 || permissions.some((name) => !/^[a-z-]+:[a-z-]+$/.test(name))) {
    throw new AccountRefused('permissions', 'expected permissions such as study:read');
  }
}
