import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { errorCode } from '../error-code.ts';
import type { AccountSecrets } from './account.secrets.ts';
import { type Account, type AccountKind, AccountRefused, type AccountSecretsRow } from './account.ts';
import type { Clock } from './steady.clock.ts';

/** What an account is made of. */
export interface NewAccount {
  readonly kind: AccountKind;
  readonly subjectId: string;
  /** What is typed to sign in; none where only codes or a provider let in. */
  readonly name?: string;
  /** Pseudonymous id of who makes it. */
  readonly createdBy: string;
  readonly demonstration?: boolean;
}

/** An account as an operator sees it. */
export interface ListedAccount extends Account {
  readonly name: string | null;
  readonly createdAt: Date;
}

interface AccountRow {
  readonly account_id: string;
  readonly kind: AccountKind;
  readonly subject_id: string;
  readonly demonstration: boolean;
  readonly disabled_at: Date | null;
  readonly password_hash: string | null;
  readonly totp_secret: Buffer | null;
  readonly totp_confirmed: boolean;
  readonly name_digest: Buffer | null;
  readonly sealed_name: Buffer | null;
  readonly created_at: Date;
}

const COLUMNS = `account_id, kind, subject_id, demonstration, disabled_at, password_hash, totp_secret, totp_confirmed,
  name_digest, sealed_name, created_at`;

/** The accounts of an installation. Nothing here asks who may do it. */
export class Accounts {
  constructor(
    private readonly pool: Pool,
    private readonly secrets: AccountSecrets,
    private readonly clock: Clock,
    /** Whether accounts of a demonstration may be used at all. */
    private readonly demonstration: boolean,
  ) {}

  /** @throws AccountRefused for a name that is taken or no name, and for a subject that has an account */
  async create({ kind, subjectId, name, createdBy, demonstration = false }: NewAccount): Promise<Account> {
    if (name !== undefined) checkName(name);
    if (!/^[^\s\p{Cc}]{1,200}$/u.test(subjectId)) throw new AccountRefused('subject', 'expected an id without spaces');
    const accountId = uuidv7();
    const digest = name === undefined ? null : this.secrets.nameDigest(name);
    const sealedName = name === undefined ? null : this.secrets.seal(name.trim(), nameOwner(accountId));
    try {
      await this.pool.query(
        `INSERT INTO accounts (account_id, kind, subject_id, name_digest, sealed_name, demonstration, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [accountId, kind, subjectId, digest, sealedName, demonstration, this.clock(), createdBy],
      );
    } catch (error) {
      if (errorCode(error) !== '23505') throw error;
      const subjectTaken = (await this.bySubject(kind, subjectId)) !== undefined;
      if (subjectTaken) throw new AccountRefused('subject', 'has an account already');
      throw new AccountRefused('name', 'is taken');
    }
    return this.#mustBe(await this.byId(accountId));
  }

  /** The account of a subject, made when there is none. */
  async ensure(account: NewAccount): Promise<Account> {
    const present = await this.bySubject(account.kind, account.subjectId);
    if (present !== undefined) return present;
    try {
      return await this.create(account);
    } catch (error) {
      const made = await this.bySubject(account.kind, account.subjectId);
      if (made === undefined) throw error;
      return made;
    }
  }

  byId(accountId: string): Promise<AccountSecretsRow | undefined> {
    return this.#one('account_id = $1', [accountId]);
  }

  byName(name: string): Promise<AccountSecretsRow | undefined> {
    return this.#one('name_digest = $1', [this.secrets.nameDigest(name)]);
  }

  bySubject(kind: AccountKind, subjectId: string): Promise<AccountSecretsRow | undefined> {
    return this.#one('kind = $1 AND subject_id = $2', [kind, subjectId]);
  }

  /** All of them, oldest first, with their names opened: for an operator only. */
  async list(): Promise<readonly ListedAccount[]> {
    const { rows } = await this.pool.query<AccountRow>(
      `SELECT ${COLUMNS} FROM accounts WHERE $1 OR NOT demonstration ORDER BY account_id`,
      [this.demonstration],
    );
    return rows.map((row) => ({ ...accountOf(row), name: this.nameOf(accountOf(row)), createdAt: row.created_at }));
  }

  /** What is typed to sign in; null where there is none. */
  nameOf({ accountId, sealedName }: Pick<AccountSecretsRow, 'accountId' | 'sealedName'>): string | null {
    return sealedName === null ? null : this.secrets.open(sealedName, nameOwner(accountId));
  }

  async setPassword(accountId: string, passwordHash: string): Promise<void> {
    await this.pool.query('UPDATE accounts SET password_hash = $2, password_changed_at = $3 WHERE account_id = $1', [
      ...[accountId, passwordHash, this.clock()],
    ]);
  }

  async setDisabled(accountId: string, disabled: boolean): Promise<void> {
    await this.pool.query('UPDATE accounts SET disabled_at = $2 WHERE account_id = $1', [
      ...[accountId, disabled ? this.clock() : null],
    ]);
  }

  /** Takes away everything that tells who it was or lets them in: what erasure leaves of an account. */
  async forget(accountId: string): Promise<void> {
    await this.pool.query(
      `UPDATE accounts SET disabled_at = $2, name_digest = NULL, sealed_name = NULL, password_hash = NULL,
         totp_secret = NULL, totp_confirmed = false WHERE account_id = $1`,
      [accountId, this.clock()],
    );
    await this.pool.query('DELETE FROM openid_links WHERE account_id = $1', [accountId]);
    await this.pool.query('DELETE FROM openid_invitations WHERE account_id = $1', [accountId]);
  }

  /** A new secret that counts once a code of it has been given. */
  async proposeTotp(accountId: string, secret: string): Promise<void> {
    await this.pool.query(
      `UPDATE accounts SET totp_secret = $2, totp_confirmed = false, totp_last_step = -1 WHERE account_id = $1`,
      [accountId, this.secrets.seal(secret, totpOwner(accountId))],
    );
  }

  async confirmTotp(accountId: string): Promise<void> {
    await this.pool.query('UPDATE accounts SET totp_confirmed = true WHERE account_id = $1', [accountId]);
  }

  async removeTotp(accountId: string): Promise<void> {
    await this.pool.query('UPDATE accounts SET totp_secret = NULL, totp_confirmed = false WHERE account_id = $1', [
      accountId,
    ]);
  }

  totpSecretOf({ accountId, totpSecret }: Pick<AccountSecretsRow, 'accountId' | 'totpSecret'>): string | undefined {
    return totpSecret === null ? undefined : this.secrets.open(totpSecret, totpOwner(accountId));
  }

  /** @returns false where a code of this step or a later one was used before: a replay, at once or not */
  async useTotpStep(accountId: string, step: number): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'UPDATE accounts SET totp_last_step = $2 WHERE account_id = $1 AND totp_last_step < $2',
      [accountId, step],
    );
    return rowCount === 1;
  }

  /** Accounts of a demonstration are not there where none may be. */
  async #one(condition: string, values: readonly unknown[]): Promise<AccountSecretsRow | undefined> {
    const text = `SELECT ${COLUMNS} FROM accounts WHERE ${condition} AND ($${values.length + 1} OR NOT demonstration)`;
    const { rows } = await this.pool.query<AccountRow>(text, [...values, this.demonstration]);
    return rows[0] === undefined ? undefined : accountOf(rows[0]);
  }

  #mustBe(account: AccountSecretsRow | undefined): AccountSecretsRow {
    if (account === undefined) throw new AccountRefused('demonstration', 'no demonstration may exist here');
    return account;
  }
}

function accountOf(row: AccountRow): AccountSecretsRow {
  return {
    accountId: row.account_id,
    kind: row.kind,
    subjectId: row.subject_id,
    demonstration: row.demonstration,
    disabled: row.disabled_at !== null,
    hasPassword: row.password_hash !== null,
    hasSecondFactor: row.totp_confirmed,
    passwordHash: row.password_hash,
    totpSecret: row.totp_secret,
    nameDigest: row.name_digest,
    sealedName: row.sealed_name,
  };
}

function checkName(name: string): void {
  if (!/^[^\s\p{Cc}]{3,200}$/u.test(name.trim())) {
    throw new AccountRefused('name', 'expected 3 to 200 characters without spaces, such as an e-mail address');
  }
}

const nameOwner = (accountId: string): string => `account-name/${accountId}`;
const totpOwner = (accountId: string): string => `account-totp/${accountId}`;
