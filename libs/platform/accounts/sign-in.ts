import type { Account, AccountSecretsRow } from './account.ts';
import type { Accounts } from './accounts.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { OpenIdClaims, OpenIdLinks } from './openid-links.ts';
import type { PasswordHashing } from './password.hashing.ts';
import { totpStep } from './second-factor.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';
import type { SignInRecord } from './sign-in.record.ts';
import { SignInRefused, wrongCode, wrongSignIn } from './sign-in.refusals.ts';
import type {
  FoundSession,
  Origin,
  SessionStage,
  SessionTimes,
  SignInSessions,
  SignInWay,
} from './sign-in.sessions.ts';
import type { Clock } from './steady.clock.ts';

/** How an installation lets people in. */
export interface SignInSettings {
  /** Whether staff and operators must have a second factor. People of a demonstration need none. */
  readonly secondFactor: 'required' | 'optional';
  readonly staffSession: SessionTimes;
  /** Of participants and caregivers, on their phones. */
  readonly participantSession: SessionTimes;
  /** Of a code that is handed out, in milliseconds. */
  readonly codeLifetime: number;
}

export interface SignInParts {
  readonly accounts: Accounts;
  readonly sessions: SignInSessions;
  readonly codes: OneTimeCodes;
  readonly openId: OpenIdLinks;
  readonly attempts: SignInAttempts;
  readonly hashing: PasswordHashing;
  readonly record: SignInRecord;
  readonly settings: SignInSettings;
  readonly clock: Clock;
}

/** What a browser is given. */
export interface SignedIn {
  readonly token: string;
  readonly stage: SessionStage;
  /** How long the browser is to keep it, in milliseconds. */
  readonly keepFor: number;
}

/** The ways in. Every attempt that is looked at is on the access log before it is answered. */
export class SignIn {
  constructor(private readonly parts: SignInParts) {}

  /** @throws SignInRefused, TooManyAttempts; both the same for a name that nobody has */
  async withPassword(name: string, password: string, from: Origin): Promise<SignedIn> {
    const { accounts, attempts, hashing, record } = this.parts;
    await attempts.takeForName(name, from.address);
    const account = await accounts.byName(name);
    const usable = account?.disabled === false ? account : undefined;
    if (!(await hashing.matches(usable?.passwordHash ?? null, password)) || usable === undefined) {
      await record.note({ act: 'sign-in', outcome: 'failed', account, from, detail: 'wrong name or password' });
      throw wrongSignIn();
    }
    await attempts.giveBack(name, from.address);
    return this.#begin(usable, 'password', false, from);
  }

  /** The code of the authenticator, where one is owed. @throws SignInRefused, TooManyAttempts */
  async withSecondFactor(session: FoundSession, code: string, from: Origin): Promise<SignedIn> {
    if (session.stage !== 'second-factor') throw new SignInRefused('NotNow', 'No code is asked for now.');
    const account = await this.checkTotp(session.accountId, code, from);
    const { record, sessions } = this.parts;
    const { sessionId } = session;
    await record.note({ act: 'sign-in', outcome: 'done', account, from, detail: 'second factor', sessionId });
    const to = { stage: 'open', secondFactor: true, authenticated: true } as const;
    return { token: await sessions.rotate(sessionId, to), stage: 'open', keepFor: this.#times(account).absolute };
  }

  /** With what a clinician handed out: participants and caregivers. @throws SignInRefused, TooManyAttempts */
  async withCode(code: string, from: Origin): Promise<SignedIn> {
    const { accounts, attempts, codes, record } = this.parts;
    if (!codes.isPlausible(code)) throw wrongCode();
    await attempts.takeForCode(from.address);
    const accountId = await codes.redeem(code, 'sign-in');
    const account = accountId === undefined ? undefined : await accounts.byId(accountId);
    if (account === undefined || account.disabled) {
      await record.note({ act: 'sign-in', outcome: 'failed', account, from, detail: 'wrong code' });
      throw wrongCode();
    }
    await attempts.giveBack(undefined, from.address);
    return this.#begin(account, 'code', false, from);
  }

  /** With what a provider said, once that is checked. @throws SignInRefused */
  async withOpenId(claims: OpenIdClaims, from: Origin): Promise<SignedIn> {
    const { accounts, openId, record } = this.parts;
    const accountId = await openId.accountOf(claims);
    const account = accountId === undefined ? undefined : await accounts.byId(accountId);
    if (account === undefined || account.disabled) {
      await record.note({ act: 'sign-in', outcome: 'failed', account, from, detail: 'no account for the provider' });
      throw new SignInRefused('NoAccount', 'There is no account here for you. Ask whoever runs this installation.');
    }
    return this.#begin(account, 'openid', claims.secondFactor, from);
  }

  /** Proves again who is there, without opening anything new: for signatures. @throws SignInRefused, TooManyAttempts */
  async again(session: FoundSession, proof: { password: string; code?: string }, from: Origin): Promise<SignedIn> {
    const { sessions, record } = this.parts;
    const account = await this.checkPassword(session, proof.password, from);
    if (account.hasSecondFactor) await this.checkTotp(account.accountId, proof.code ?? '', from);
    const { sessionId, secondFactor } = session;
    await record.note({ act: 'sign-in', outcome: 'done', account, from, detail: 'signed in again', sessionId });
    const to = { stage: 'open', secondFactor: secondFactor || account.hasSecondFactor, authenticated: true } as const;
    return { token: await sessions.rotate(sessionId, to), stage: 'open', keepFor: this.#times(account).absolute };
  }

  /** Of the person of an open session. @throws SignInRefused, TooManyAttempts */
  async checkPassword(session: FoundSession, password: string, from: Origin): Promise<AccountSecretsRow> {
    const { accounts, attempts, hashing, record } = this.parts;
    if (session.stage === 'second-factor') throw new SignInRefused('NotNow', 'Finish signing in first.');
    const bucket = `account ${session.accountId}`;
    await attempts.takeForName(bucket, from.address);
    const account = await accounts.byId(session.accountId);
    if (account === undefined || !(await hashing.matches(account.passwordHash, password))) {
      await record.note({ act: 'password', outcome: 'failed', account, from, detail: 'wrong password' });
      throw wrongSignIn();
    }
    await attempts.giveBack(bucket, from.address);
    return account;
  }

  /** Of a confirmed authenticator. A code counts once. @throws SignInRefused, TooManyAttempts */
  async checkTotp(accountId: string, code: string, from: Origin): Promise<AccountSecretsRow> {
    const { accounts, attempts, clock, record } = this.parts;
    const bucket = `second factor ${accountId}`;
    await attempts.takeForName(bucket, from.address);
    const account = await accounts.byId(accountId);
    const secret = account?.hasSecondFactor === true ? accounts.totpSecretOf(account) : undefined;
    const step = secret === undefined ? undefined : totpStep(secret, code, clock());
    if (account === undefined || step === undefined || !(await accounts.useTotpStep(accountId, step))) {
      await record.note({ act: 'second-factor', outcome: 'failed', account, from, detail: 'wrong or used code' });
      throw wrongCode();
    }
    await attempts.giveBack(bucket, from.address);
    return account;
  }

  async #begin(account: Account, way: SignInWay, secondFactor: boolean, from: Origin): Promise<SignedIn> {
    const { sessions, record } = this.parts;
    const times = this.#times(account);
    const stage = this.#stageOf(account, way, secondFactor);
    const { accountId } = account;
    const token = await sessions.open({ accountId, stage, secondFactor, way, times, from });
    const detail = stage === 'open' ? way : `${way}, ${stage} owed`;
    await record.note({ act: 'sign-in', outcome: 'done', account, from, detail });
    return { token, stage, keepFor: times.absolute };
  }

  #stageOf({ kind, hasSecondFactor, demonstration }: Account, way: SignInWay, secondFactor: boolean): SessionStage {
    if (way === 'code' || secondFactor) return 'open';
    if (hasSecondFactor) return 'second-factor';
    const owed = this.parts.settings.secondFactor === 'required' && !demonstration;
    return owed && (kind === 'staff' || kind === 'operator') ? 'enrol' : 'open';
  }

  #times({ kind }: Pick<Account, 'kind'>): SessionTimes {
    const { staffSession, participantSession } = this.parts.settings;
    return kind === 'participant' || kind === 'caregiver' ? participantSession : staffSession;
  }
}
