import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { MasterKey } from '../config/master-key.ts';
import { decrypt, deriveKey, encrypt } from '../sealing/envelope.cipher.ts';
import { StartupError } from '../startup.error.ts';

const CONTEXT = 'account-key';

/** What a secret of this many random bytes can be looked up by: nobody guesses it, so a plain hash will do. */
export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** 256 random bits, in base64url: 43 characters. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/**
 * Seals what accounts keep secret and makes digests of what is short enough to be guessed, under one random key that the
 * master key wraps: a new master key wraps that one row anew and changes nothing else.
 */
export class AccountSecrets {
  readonly #sealing: Buffer;
  readonly #names: Buffer;
  readonly #codes: Buffer;

  private constructor(key: Buffer) {
    this.#sealing = deriveKey(key, 'account-sealing');
    this.#names = deriveKey(key, 'account-names');
    this.#codes = deriveKey(key, 'account-codes');
  }

  /**
   * Makes the key at the very first start; several processes at once agree on one.
   * @throws StartupError where another master key wraps it
   */
  static async open(pool: Pool, { bytes, also }: Pick<MasterKey, 'bytes' | 'also'>): Promise<AccountSecrets> {
    const wrapping = deriveKey(bytes, CONTEXT);
    await pool.query(
      `INSERT INTO account_key ("only", master_key_id, wrapped_key) VALUES (true, $1, $2) ON CONFLICT DO NOTHING`,
      [idOf(bytes), encrypt(wrapping, randomBytes(32), CONTEXT)],
    );
    const { rows } = await pool.query<WrappedKey>('SELECT master_key_id, wrapped_key FROM account_key');
    const [kept] = rows;
    if (kept === undefined) throw new Error('the account key was stored and is not there');
    if (also !== undefined && kept.master_key_id === idOf(also)) {
      return new AccountSecrets(decrypt(deriveKey(also, CONTEXT), kept.wrapped_key, CONTEXT));
    }
    if (kept.master_key_id !== idOf(bytes)) {
      throw new StartupError(
        `MASTER_KEY: the accounts of this database are sealed under master key ${kept.master_key_id}, but the one given is ${idOf(bytes)}. Give the key they were sealed under.`,
      );
    }
    return new AccountSecrets(decrypt(wrapping, kept.wrapped_key, CONTEXT));
  }

  /** Wraps the account key under another master key. Sessions, keys and codes stay valid. @throws BrokenSeal */
  static async rewrap(pool: Pick<Pool, 'query'>, from: Buffer, to: Buffer): Promise<void> {
    const { rows } = await pool.query<WrappedKey>('SELECT master_key_id, wrapped_key FROM account_key');
    const [kept] = rows;
    if (kept === undefined || kept.master_key_id === idOf(to)) return;
    const key = decrypt(deriveKey(from, CONTEXT), kept.wrapped_key, CONTEXT);
    await pool.query('UPDATE account_key SET master_key_id = $1, wrapped_key = $2 WHERE master_key_id = $3', [
      ...[idOf(to), encrypt(deriveKey(to, CONTEXT), key, CONTEXT), kept.master_key_id],
    ]);
  }

  /** @param owner what the bytes belong to; they open nowhere else */
  seal(text: string, owner: string): Buffer {
    return encrypt(this.#sealing, Buffer.from(text, 'utf8'), owner);
  }

  /** @throws BrokenSeal */
  open(sealed: Buffer, owner: string): string {
    return decrypt(this.#sealing, sealed, owner).toString('utf8');
  }

  /** Of a sign-in name or an address: without the key nobody can try names against it. */
  nameDigest(name: string): Buffer {
    return createHmac('sha256', this.#names).update(foldName(name), 'utf8').digest();
  }

  /** Of a short code. */
  codeDigest(code: string): Buffer {
    return createHmac('sha256', this.#codes).update(code, 'utf8').digest();
  }
}

interface WrappedKey {
  readonly master_key_id: string;
  readonly wrapped_key: Buffer;
}

const idOf = (bytes: Buffer): string => deriveKey(bytes, 'master-key-id').toString('hex', 0, 8);

/** One name, however it is typed. */
export const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
