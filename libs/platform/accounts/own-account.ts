import type { Account, AccountKind, AccountSecretsRow } from './account.ts';
import type { ApiKeys } from './api-keys.ts';
import type { OpenIdClaims } from './openid-links.ts';
import { passwordProblem } from './password.rules.ts';
import { makeTotpSecret, totpAddress, totpStep } from './second-factor.ts';
import type { SignedIn, SignIn, SignInParts } from './sign-in.ts';
import { SignInRefused, wrongCode } from './sign-in.refusals.ts';
import type { FoundSession, Origin } from './sign-in.sessions.ts';
import { DAY } from './steady.clock.ts';

const RESET = DAY;

/** What people change about their own account, and what whoever runs the installation does for them. */
export class OwnAccount {
  constructor(
    private readonly parts: SignInParts,
    private readonly signIn: SignIn,
    private readonly keys: ApiKeys,
  ) {}

  /** Signs every other session out. @throws SignInRefused, TooManyAttempts */
  async changePassword(
    session: FoundSession,
    { password, next }: { password: string; next: string },
    from: Origin,
  ): Promise<SignedIn> {
    const { accounts, hashing, record, sessions, settings } = this.parts;
    const account = await this.signIn.checkPassword(session, password, from);
    this.#checkNew(next, accounts.nameOf(account));
    await accounts.setPassword(account.accountId, await hashing.hash(next));
    await sessions.endAll(account.accountId, 'password changed', session.sessionId);
    await record.note({ act: 'password', outcome: 'done', account, from, detail: 'changed' });
    const { stage, secondFactor, sessionId } = session;
    const token = await sessions.rotate(sessionId, { stage, secondFactor, authenticated: true });
    return { token, stage, keepFor: settings.staffSession.absolute };
  }

  /** Makes the token by which somebody chooses a password. Their sessions and earlier tokens end. */
  async handOutReset(account: Account, createdBy: string): Promise<{ code: string; expiresAt: Date }> {
    const { codes, record, sessions } = this.parts;
    const { accountId } = account;
    await sessions.endAll(accountId, 'reset');
    const made = await codes.issue({ accountId, purpose: 'reset', form: 'link', lifetime: RESET, createdBy });
    await record.note({ act: 'password', outcome: 'done', account, from: undefined, detail: 'reset handed out' });
    return made;
  }

  /** Chooses a password with such a token, once. @throws SignInRefused, TooManyAttempts */
  async reset(code: string, next: string, from: Origin): Promise<void> {
    const { accounts, attempts, codes, hashing, record, sessions } = this.parts;
    await attempts.takeForCode(from.address);
    const owner = await codes.ownerOf(code, 'reset');
    const account = owner === undefined ? undefined : await accounts.byId(owner);
    if (account === undefined || account.disabled) {
      await record.note({ act: 'password', outcome: 'failed', account, from, detail: 'wrong reset token' });
      throw wrongCode();
    }
    this.#checkNew(next, accounts.nameOf(account));
    const passwordHash = await hashing.hash(next);
    if ((await codes.redeem(code, 'reset')) === undefined) throw wrongCode();
    await attempts.giveBack(undefined, from.address);
    await accounts.setPassword(account.accountId, passwordHash);
    await sessions.endAll(account.accountId, 'password reset');
    await record.note({ act: 'password', outcome: 'done', account, from, detail: 'reset' });
  }

  /** What an authenticator app is to be told. It counts once a code of it was given. @throws SignInRefused */
  async beginSecondFactor(session: FoundSession): Promise<{ secret: string; address: string }> {
    const { accounts } = this.parts;
    const account = await this.#ownerOf(session);
    if (account.hasSecondFactor || session.stage === 'second-factor') {
      throw new SignInRefused('NotNow', 'There is an authenticator already. An operator can remove it.');
    }
    const secret = makeTotpSecret();
    await accounts.proposeTotp(account.accountId, secret);
    return { secret, address: totpAddress(secret, accounts.nameOf(account) ?? account.subjectId) };
  }

  /** The authenticator works: it is asked for from now on, and other sessions end. @throws SignInRefused, TooManyAttempts */
  async confirmSecondFactor(session: FoundSession, code: string, from: Origin): Promise<SignedIn> {
    const { accounts, attempts, clock, record, sessions, settings } = this.parts;
    const account = await this.#ownerOf(session);
    const bucket = `second factor ${account.accountId}`;
    await attempts.takeForName(bucket, from.address);
    const secret = account.hasSecondFactor ? undefined : accounts.totpSecretOf(account);
    const step = secret === undefined ? undefined : totpStep(secret, code, clock());
    if (step === undefined || !(await accounts.useTotpStep(account.accountId, step))) {
      await record.note({ act: 'second-factor', outcome: 'failed', account, from, detail: 'not set up: wrong code' });
      throw wrongCode();
    }
    await attempts.giveBack(bucket, from.address);
    await accounts.confirmTotp(account.accountId);
    await sessions.endAll(account.accountId, 'second factor set up', session.sessionId);
    await record.note({ act: 'second-factor', outcome: 'done', account, from, detail: 'set up' });
    const to = { stage: 'open', secondFactor: true, authenticated: true } as const;
    const token = await sessions.rotate(session.sessionId, to);
    return { token, stage: 'open', keepFor: settings.staffSession.absolute };
  }

  /** Ties the person of a provider to one's own account. @throws SignInRefused where they have another one */
  async linkOpenId(session: FoundSession, claims: OpenIdClaims, from: Origin): Promise<void> {
    const account = await this.#ownerOf(session);
    const linked = session.stage === 'open' && (await this.parts.openId.link(account.accountId, claims));
    const outcome = linked ? 'done' : 'refused';
    await this.parts.record.note({ act: 'account', outcome, account, from, detail: 'provider linked' });
    if (!linked) throw new SignInRefused('NoAccount', 'The provider’s person has another account here.');
  }

  async signOut({ sessionId, ...account }: FoundSession, from: Origin): Promise<void> {
    await this.parts.sessions.end(account.accountId, sessionId);
    await this.parts.record.note({
      ...{ act: 'sign-out', outcome: 'done', account, from, detail: 'this session', sessionId },
    });
  }

  async signOutEverywhere(account: Pick<Account, 'accountId' | 'subjectId' | 'kind'>, from: Origin): Promise<void> {
    await this.parts.sessions.endAll(account.accountId, 'signed out everywhere');
    await this.parts.record.note({ act: 'sign-out', outcome: 'done', account, from, detail: 'every session' });
  }

  /** Nobody signs in any more as this account, with anything. @param reason `disabled`, `withdrawn`, `erased` */
  async shut(account: Account, reason: string, from?: Origin): Promise<void> {
    const { accounts, codes, record, sessions } = this.parts;
    const { accountId } = account;
    await accounts.setDisabled(accountId, true);
    await sessions.endAll(accountId, reason);
    await codes.revokeAll(accountId);
    await this.keys.revokeAll(accountId);
    if (reason === 'erased') await accounts.forget(accountId);
    await record.note({ act: 'account', outcome: 'done', account, from, detail: reason });
  }

  /** The same for whoever has an account; nothing where nobody does. Doing so again changes nothing. */
  async shutSubject(kind: AccountKind, subjectId: string, reason: string): Promise<void> {
    const account = await this.parts.accounts.bySubject(kind, subjectId);
    if (account !== undefined && !account.disabled) await this.shut(account, reason);
  }

  async #ownerOf({ accountId }: FoundSession): Promise<AccountSecretsRow> {
    const account = await this.parts.accounts.byId(accountId);
    if (account === undefined) throw new SignInRefused('NotNow', 'Sign in again.');
    return account;
  }

  #checkNew(password: string, name: string | null): void {
    const about = ['intersession', ...(name?.split('@').slice(0, 1) ?? [])];
    const problem = passwordProblem(password, about);
    if (problem !== undefined) throw new SignInRefused('PasswordUnsuitable', `The password ${problem}.`);
  }
}
