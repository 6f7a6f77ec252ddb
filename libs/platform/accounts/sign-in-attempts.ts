import type { Pool } from 'pg';
import type { AccountSecrets } from './account.secrets.ts';
import { addressGroup } from './address-class.ts';
import { type Clock, DAY, HOUR, MINUTE, after } from './steady.clock.ts';

/** One count of failures: of a name, an address, or of all short codes. */
interface Bucket {
  readonly key: string;
  /** Failures that cost nothing; after them each doubles the wait, from one second. */
  readonly free: number;
  /** Milliseconds. */
  readonly longest: number;
}

/** Too many wrong answers; what is tried before the time is up is not even looked at. */
export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';
  /** @param seconds until the next try, at least 1 */
  constructor(readonly seconds: number) {
    super(`Too many attempts. Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`);
  }
}

/** Failures of this age are forgotten. */
const MEMORY = DAY;

/** Blocked while `failures` of $2 free ones are used up and the wait is not over. A time far ahead is of a clock that was wrong. */
const BLOCKED = `(failures >= $2 AND last_failed_at <= $3::timestamptz + interval '1 hour' AND
  $3::timestamptz < last_failed_at + LEAST(power(2, LEAST(failures - $2, 20)) * 1000, $4) * interval '1 millisecond')`;

const TAKE = `
  INSERT INTO sign_in_attempts AS kept (bucket, failures, last_failed_at) VALUES ($1, 1, $3)
  ON CONFLICT (bucket) DO UPDATE SET
    failures = CASE WHEN kept.last_failed_at < $5::timestamptz THEN 1 ELSE kept.failures + 1 END, last_failed_at = $3
  WHERE NOT ${BLOCKED.replaceAll('failures', 'kept.failures').replaceAll('last_failed_at', 'kept.last_failed_at')}
  RETURNING 1`;

const WAIT = `
  SELECT extract(epoch FROM last_failed_at + LEAST(power(2, LEAST(failures - $2, 20)) * 1000, $4)
    * interval '1 millisecond' - $3::timestamptz)::float8 AS seconds
  FROM sign_in_attempts WHERE bucket = $1`;

/**
 * Counts wrong passwords and codes by name and by address, and makes each further one wait. An attempt is counted before it is
 * looked at and taken back when it was right, so that a thousand at once are a thousand. Names nobody has are counted
 * like others: being locked out tells nothing.
 */
export class SignInAttempts {
  constructor(
    private readonly pool: Pool,
    private readonly secrets: AccountSecrets,
    private readonly clock: Clock,
  ) {}

  /** Before a password, or a second factor, is looked at. @throws TooManyAttempts */
  async takeForName(name: string, address: string | undefined): Promise<void> {
    await this.#take(this.#ofAddress(address));
    await this.#take(this.#ofName(name));
  }

  /** Before a one-time code is looked at. @throws TooManyAttempts */
  async takeForCode(address: string | undefined): Promise<void> {
    await this.#take(this.#ofAddress(address));
    await this.#take(OF_CODES);
  }

  /** It was the right one. */
  async giveBack(name: string | undefined, address: string | undefined): Promise<void> {
    if (name !== undefined) await this.forget(name);
    else await this.#lessen(OF_CODES.key);
    await this.#lessen(this.#ofAddress(address).key);
  }

  /** An operator lets somebody try again at once. */
  async forget(name: string): Promise<void> {
    await this.pool.query('DELETE FROM sign_in_attempts WHERE bucket = $1', [this.#ofName(name).key]);
  }

  /** Removes what is forgotten. */
  async sweep(): Promise<void> {
    await this.pool.query('DELETE FROM sign_in_attempts WHERE last_failed_at < $1', [after(this.clock(), -MEMORY)]);
  }

  async #take({ key, free, longest }: Bucket): Promise<void> {
    const now = this.clock();
    const { rowCount } = await this.pool.query(TAKE, [key, free, now, longest, after(now, -MEMORY)]);
    if (rowCount !== 0) return;
    const { rows } = await this.pool.query<{ seconds: number }>(WAIT, [key, free, now, longest]);
    throw new TooManyAttempts(Math.max(1, Math.ceil(rows[0]?.seconds ?? 1)));
  }

  async #lessen(bucket: string): Promise<void> {
    await this.pool.query('UPDATE sign_in_attempts SET failures = GREATEST(failures - 1, 0) WHERE bucket = $1', [
      bucket,
    ]);
  }

  #ofName(name: string): Bucket {
    return { key: `name:${this.secrets.nameDigest(name).toString('hex')}`, free: 10, longest: HOUR };
  }

  #ofAddress(address: string | undefined): Bucket {
    const digest = this.secrets.nameDigest(`address ${addressGroup(address)}`).toString('hex');
    return { key: `address:${digest}`, free: 60, longest: HOUR };
  }
}

/** All short codes of an installation, from wherever they are tried: many addresses guess no faster than one. */
const OF_CODES: Bucket = { key: 'codes', free: 300, longest: MINUTE };
