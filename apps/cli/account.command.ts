import { type Command, Option } from 'commander';
import { type Account, ACCOUNT_KINDS, type AccountKind, AccountRefused, Identity } from '#platform';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { Unusable } from './cli.error.ts';
import { EXIT } from './exit-codes.ts';
import { type OperatorSession, withSession } from './operator.session.ts';
import { accountTable, keyNotice, resetNotice } from './account.report.ts';

const MORE = `
What somebody may do is said by events about their subject (appointStaff, in GraphQL), not by their account. Tokens and keys are
printed once and kept nowhere. Everything done here is on the access log.

Examples:
  npm run cli -- account create --kind operator --subject op-1 --name kim@clinic.example
  npm run cli -- account reset --name kim@clinic.example --second-factor
  npm run cli -- account key --name kim@clinic.example --label "nightly export" --days 30 --read-only`;

const OPERATOR = 'operator-at-the-console';

type Work = (identity: Identity, session: OperatorSession) => Promise<string>;

/** `account`: who may sign in. */
export const accountCommand: CliCommand = (program, environment) => {
  const account = program
    .command('account')
    .summary('who may sign in: create, list, reset, disable, keys')
    .description('Accounts of staff and operators. Participants are handed codes by their clinicians, in GraphQL.')
    .addHelpText('after', MORE);
  addCreating(account, environment);
  addChanging(account, environment);
  addLettingBackIn(account, environment);
  addProviders(account, environment);
};

const named = (command: Command): Command =>
  command.requiredOption('--name <name>', 'sign-in name, such as an e-mail address');

function addCreating(account: Command, environment: CliEnvironment): void {
  named(account.command('create'))
    .description('makes an account and prints a token to choose a password with')
    .addOption(new Option('--kind <kind>', 'what they are').choices(['staff', 'operator']).makeOptionMandatory())
    .requiredOption('--subject <id>', 'pseudonymous id in events, such as a staff id')
    .action(async ({ name, kind, subject }: { name: string; kind: string; subject: string }) =>
      run(environment, async (identity, session) => {
        const made = await identity.accounts.create({
          kind: kindOf(kind),
          subjectId: subject,
          name,
          createdBy: OPERATOR,
        });
        return resetNotice(await identity.own.handOutReset(made, OPERATOR), session.config.publicUrl);
      }),
    );
  account
    .command('list')
    .description('lists all accounts, with their names')
    .action(async () => run(environment, async ({ accounts }) => accountTable(await accounts.list())));
  named(account.command('key'))
    .description('makes an API key and prints it')
    .requiredOption('--label <text>', 'what it is for')
    .option('--days <days>', 'days until it expires, 1 to 366', '30')
    .option('--read-only', 'it changes nothing', false)
    .option('--study <id...>', 'only these studies')
    .option('--permission <name...>', 'only these permissions, such as study:read')
    .action(async (given: KeyOptions) => run(environment, (identity) => makeKey(identity, given)));
}

interface KeyOptions {
  readonly name: string;
  readonly label: string;
  readonly days: string;
  readonly readOnly: boolean;
  readonly study?: string[];
  readonly permission?: string[];
}

async function makeKey(
  identity: Identity,
  { name, label, days, readOnly, study, permission }: KeyOptions,
): Promise<string> {
  const account = await find(identity, name);
  const limits = {
    ...(study === undefined ? {} : { studies: study }),
    ...(permission === undefined ? {} : { permissions: permission }),
  };
  const key = { accountId: account.accountId, label, days: Number(days), readOnly, ...limits, createdBy: OPERATOR };
  const made = await identity.keys.create(key);
  await identity.record.note({
    act: 'api-key',
    outcome: 'done',
    account,
    from: undefined,
    detail: `made ${made.keyId}`,
  });
  return keyNotice(made);
}

function addChanging(account: Command, environment: CliEnvironment): void {
  named(account.command('reset'))
    .description('signs somebody out everywhere and prints a token to choose a password with')
    .option('--second-factor', 'removes their authenticator too', false)
    .action(async ({ name, secondFactor }: { name: string; secondFactor: boolean }) =>
      run(environment, async (identity, session) => {
        const found = await find(identity, name);
        if (secondFactor) await identity.accounts.removeTotp(found.accountId);
        return resetNotice(await identity.own.handOutReset(found, OPERATOR), session.config.publicUrl);
      }),
    );
  named(account.command('disable'))
    .description('lets nobody in as this account, and revokes its keys')
    .action(async ({ name }: { name: string }) =>
      run(environment, async (identity) => {
        await identity.own.shut(await find(identity, name), 'disabled');
        return 'Disabled: sessions ended, keys and tokens revoked.';
      }),
    );
}

function addLettingBackIn(account: Command, environment: CliEnvironment): void {
  named(account.command('enable'))
    .description('lets them sign in again')
    .action(async ({ name }: { name: string }) =>
      run(environment, async (identity) => {
        const found = await find(identity, name);
        await identity.accounts.setDisabled(found.accountId, false);
        await identity.record.note({
          act: 'account',
          outcome: 'done',
          account: found,
          from: undefined,
          detail: 'enabled',
        });
        return 'Enabled.';
      }),
    );
  named(account.command('unlock'))
    .description('forgets wrong passwords, so that they need not wait')
    .action(async ({ name }: { name: string }) =>
      run(environment, async (identity) => {
        const found = await find(identity, name);
        for (const bucket of [name, `account ${found.accountId}`, `second factor ${found.accountId}`]) {
          await identity.attempts.forget(bucket);
        }
        return 'Unlocked.';
      }),
    );
}

function addProviders(account: Command, environment: CliEnvironment): void {
  named(account.command('invite'))
    .description(
      'lets whoever the OpenID Connect provider knows under a verified address have this account, for 14 days',
    )
    .requiredOption('--email <address>', 'the address; only its keyed digest is kept')
    .action(async ({ name, email }: { name: string; email: string }) =>
      run(environment, async (identity) => {
        const until = await identity.openId.invite((await find(identity, name)).accountId, email, OPERATOR);
        return `Invited until ${until.toISOString()}.`;
      }),
    );
  named(account.command('link'))
    .description('ties the account to a person of the OpenID Connect provider')
    .requiredOption('--issuer <address>', 'as OIDC_ISSUER')
    .requiredOption('--person <sub>', 'the provider’s id of the person')
    .action(async ({ name, issuer, person }: { name: string; issuer: string; person: string }) =>
      run(environment, async (identity) => {
        const linked = await identity.openId.link((await find(identity, name)).accountId, { issuer, subject: person });
        if (!linked) throw new Unusable('--person: this person has another account already.');
        return 'Linked.';
      }),
    );
}

async function run(environment: CliEnvironment, work: Work): Promise<void> {
  const { terminal } = environment;
  try {
    terminal.out(await withSession(terminal, async (session) => work(await identityOf(session), session)));
    environment.finish(EXIT.done);
  } catch (error) {
    if (error instanceof AccountRefused) throw new Unusable(`--${error.field}: ${error.problem}`);
    throw error;
  }
}

/** Accounts as an operator reaches them. */
export function identityOf({ config, database }: OperatorSession): Promise<Identity> {
  const { masterKey, signIn: settings, demonstration } = config;
  return Identity.open({ pool: database.pool, masterKey, settings, demonstration });
}

async function find({ accounts }: Identity, name: string): Promise<Account> {
  const account = await accounts.byName(name);
  if (account === undefined) throw new Unusable('--name: there is no such account; `account list` lists them.');
  return account;
}

function kindOf(text: string): AccountKind {
  const kind = ACCOUNT_KINDS.find((one) => one === text);
  if (kind === undefined) throw new Unusable(`--kind: expected one of ${ACCOUNT_KINDS.join(', ')}`);
  return kind;
}
