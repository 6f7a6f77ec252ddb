import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { randomToken, tokenDigest } from './account.secrets.ts';
import type { AccountKind } from './account.ts';
import { addressClass } from './address-class.ts';
import { type Clock, DAY, after } from './steady.clock.ts';

/**
 * How far a sign-in has come: `open` lets do everything the person may; the others let finish signing in and nothing else.
 * `second-factor`: a code of the authenticator is owed; `enrol`: an authenticator is to be set up first.
 */
export type SessionStage = 'open' | 'second-factor' | 'enrol';
export type SignInWay = 'password' | 'code' | 'openid';

/** How long sessions last, in milliseconds. */
export interface SessionTimes {
  readonly idle: number;
  readonly absolute: number;
}

export interface NewSession {
  readonly accountId: string;
  readonly stage: SessionStage;
  readonly secondFactor: boolean;
  readonly way: SignInWay;
  readonly times: SessionTimes;
  readonly from: Origin;
}

/** The other end of a request. */
export interface Origin {
  readonly address: string | undefined;
  /** What the browser calls itself. */
  readonly agent: string | undefined;
}

/** A session whose token was shown. */
export interface FoundSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly subjectId: string;
  readonly stage: SessionStage;
  readonly secondFactor: boolean;
  readonly authenticatedAt: Date;
}

/** A session as its owner sees it. */
export interface ListedSession {
  readonly sessionId: string;
  readonly way: SignInWay;
  readonly device: string;
  readonly addressClass: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

interface SessionRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly kind: AccountKind;
  readonly subject_id: string;
  readonly stage: SessionStage;
  readonly second_factor: boolean;
  readonly authenticated_at: Date;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly idle_seconds: number;
}

const FIND = `
  SELECT s.session_id, s.account_id, a.kind, a.subject_id, s.stage, s.second_factor, s.authenticated_at, s.last_seen_at,
    s.expires_at, s.idle_seconds
  FROM sign_in_sessions s JOIN accounts a USING (account_id)
  WHERE s.token_digest = $1 AND s.ended_at IS NULL AND a.disabled_at IS NULL AND ($2 OR NOT a.demonstration)`;

/** Browser and phone sessions: a random token whose digest is kept, an idle and an absolute end. */
export class SignInSessions {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly demonstration: boolean,
  ) {}

  /** @returns the token, which is shown once and kept nowhere */
  async open({ accountId, stage, secondFactor, way, times, from }: NewSession): Promise<string> {
    const token = randomToken();
    const now = this.clock();
    await this.pool.query(
      `INSERT INTO sign_in_sessions (session_id, account_id, token_digest, stage, second_factor, created_at,
         authenticated_at, last_seen_at, expires_at, idle_seconds, way, device, address_class)
       VALUES ($1, $2, $3, $4, $5, $6, $6, $6, $7, $8, $9, $10, $11)`,
      [
        ...[uuidv7(), accountId, tokenDigest(token), stage, secondFactor, now, after(now, times.absolute)],
        ...[Math.ceil(times.idle / 1_000), way, deviceOf(from.agent), addressClass(from.address)],
      ],
    );
    return token;
  }

  /** @returns undefined for a token that is wrong, ended, expired, or of somebody who may no longer sign in */
  async find(token: string): Promise<FoundSession | undefined> {
    if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
    const { rows } = await this.pool.query<SessionRow>(FIND, [tokenDigest(token), this.demonstration]);
    const [row] = rows;
    if (row === undefined) return undefined;
    // Seen later than now: the clock was set back, and time that has passed stays passed.
    const now = new Date(Math.max(this.clock().getTime(), row.last_seen_at.getTime()));
    const idleEnd = after(row.last_seen_at, row.idle_seconds * 1_000);
    if (now >= row.expires_at || now >= idleEnd) {
      await this.#end('session_id = $1', row.session_id, now >= row.expires_at ? 'too old' : 'idle');
      return undefined;
    }
    if (now.getTime() - row.last_seen_at.getTime() >= row.idle_seconds * 20) await this.#touch(row.session_id, now);
    return foundOf(row);
  }

  /** Whether a session goes on. Asking does not count as being there: a page that only listens grows idle. */
  async goesOn(sessionId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `SELECT 1 FROM sign_in_sessions s JOIN accounts a USING (account_id)
       WHERE s.session_id = $1 AND s.ended_at IS NULL AND s.stage = 'open' AND a.disabled_at IS NULL
         AND s.expires_at > $2::timestamptz AND s.last_seen_at + s.idle_seconds * interval '1 second' > $2::timestamptz`,
      [sessionId, this.clock()],
    );
    return rowCount === 1;
  }

  /**
   * Gives a session a new token, the old one is worth nothing from then on. To be done whenever it lets do more than before.
   * @returns the token
   */
  async rotate(
    sessionId: string,
    to: { stage: SessionStage; secondFactor: boolean; authenticated: boolean },
  ): Promise<string> {
    const token = randomToken();
    const now = this.clock();
    await this.pool.query(
      `UPDATE sign_in_sessions SET token_digest = $2, stage = $3, second_factor = $4, last_seen_at = $5,
         authenticated_at = CASE WHEN $6 THEN $5::timestamptz ELSE authenticated_at END
       WHERE session_id = $1 AND ended_at IS NULL`,
      [sessionId, tokenDigest(token), to.stage, to.secondFactor, now, to.authenticated],
    );
    return token;
  }

  /** @returns whether there was such a session of this account, still going on */
  end(accountId: string, sessionId: string): Promise<boolean> {
    return this.#end('session_id = $1 AND account_id = $4', sessionId, 'signed out', accountId);
  }

  /** Of one account, on every device. @param except a session that goes on */
  async endAll(accountId: string, reason: string, except?: string): Promise<void> {
    await this.pool.query(
      `UPDATE sign_in_sessions SET ended_at = $2, end_reason = $3
       WHERE account_id = $1 AND ended_at IS NULL AND session_id IS DISTINCT FROM $4::uuid`,
      [accountId, this.clock(), reason, except ?? null],
    );
  }

  /** Those that go on, newest first. */
  async list(accountId: string): Promise<readonly ListedSession[]> {
    const { rows } = await this.pool.query<ListedSession>(
      `SELECT session_id AS "sessionId", way, device, address_class AS "addressClass", created_at AS "createdAt",
         last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"
       FROM sign_in_sessions WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $2::timestamptz
         AND last_seen_at + idle_seconds * interval '1 second' > $2::timestamptz
       ORDER BY session_id DESC`,
      [accountId, this.clock()],
    );
    return rows;
  }

  /** Removes those that ended, or would have, some time ago; the access log still tells of them. */
  async sweep(): Promise<void> {
    await this.pool.query('DELETE FROM sign_in_sessions WHERE LEAST(ended_at, expires_at) < $1', [
      after(this.clock(), -30 * DAY),
    ]);
  }

  async #touch(sessionId: string, now: Date): Promise<void> {
    await this.pool.query(
      'UPDATE sign_in_sessions SET last_seen_at = GREATEST(last_seen_at, $2) WHERE session_id = $1',
      [sessionId, now],
    );
  }

  async #end(condition: string, sessionId: string, reason: string, ...more: readonly string[]): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE sign_in_sessions SET ended_at = $2, end_reason = $3 WHERE ${condition} AND ended_at IS NULL`,
      [sessionId, this.clock(), reason, ...more],
    );
    return rowCount === 1;
  }
}

function foundOf(row: SessionRow): FoundSession {
  return {
    sessionId: row.session_id,
    accountId: row.account_id,
    kind: row.kind,
    subjectId: row.subject_id,
    stage: row.stage,
    secondFactor: row.second_factor,
    authenticatedAt: row.authenticated_at,
  };
}

/** `Firefox on Linux`: enough to know one's own devices by, and nothing that marks a person. */
export function deviceOf(agent = ''): string {
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(`${name}/`));
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find((name) => agent.includes(name));
  const named = { Edg: 'Edge', OPR: 'Opera' }[browser ?? ''] ?? browser;
  return [named ?? 'a program', system].filter((part) => part !== undefined).join(' on ');
}
