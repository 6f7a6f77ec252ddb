import { readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { join, resolve } from 'node:path';
import type { SignInSettings } from '../accounts/sign-in.ts';
import { DAY, HOUR, MINUTE } from '../accounts/steady.clock.ts';
import { errorCode } from '../error-code.ts';
import { StartupError } from '../startup.error.ts';
import { type Environment, environmentSchema, variableNotes } from './config.schema.ts';
import { demonstrationMasterKey, type MasterKey, parseMasterKey } from './master-key.ts';
import { projectFolder } from './project-folder.ts';

/** The settings of this process, checked once at start. */
export interface Config {
  readonly environment: 'development' | 'production' | 'test';
  readonly http: { readonly host: string; readonly port: number; readonly shutdownSeconds: number };
  /** Absolute path. */
  readonly dataDir: string;
  readonly database: DatabaseSettings;
  /** KurrentDB or EventStoreDB that keeps the events; holds its credentials. Undefined: they live in the database. */
  readonly eventStoreUrl: string | undefined;
  /** Whether this process runs the projections and numbers the log, or others do. */
  readonly projections: Environment['PROJECTIONS'];
  readonly masterKey: MasterKey;
  /** Absolute path of the key destruction ledger. */
  readonly keyDestructionLedger: string;
  /** Absolute path of the folder of rating keys; it need not exist. */
  readonly ratingKeysDir: string;
  /** Absolute path of the folder of wordings under licences of their own; it need not exist. */
  readonly instrumentTextsDir: string;
  readonly attachments: {
    /** Absolute path. */
    readonly folder: string;
    readonly mostBytes: number;
  };
  readonly log: { readonly level: Environment['LOG_LEVEL']; readonly format: 'pretty' | 'json' };
  /** Loopback and embedded database: the demonstration key and principal may exist. */
  readonly demonstration: boolean;
  readonly signIn: SignInSettings;
  /** Where browsers are: `https://…` or `http://…`, without a slash at the end; HOST and PORT where nothing is said. */
  readonly publicUrl: string | undefined;
  /** Addresses and ranges. */
  readonly trustedProxies: readonly string[];
  readonly openId: OpenIdSettings | undefined;
  readonly mail: MailConfig | undefined;
  readonly sms: SmsConfig | undefined;
  readonly push: PushConfig;
  /** People of the simulated trial that a demonstration records at its first start. */
  readonly demonstrationParticipants: number;
}

export type DatabaseSettings =
  | { readonly kind: 'embedded'; readonly poolSize: number; readonly runAs: string | undefined }
  | { readonly kind: 'server'; readonly poolSize: number; readonly url: string };

/** Where mail is handed over. */
export interface MailConfig {
  /** Holds its credentials. */
  readonly url: string;
  readonly from: string;
  /** By which a mail server shows that it may tell of bounces; undefined: nobody may. */
  readonly bounceSecret: string | undefined;
}

/** A gateway that sends SMS. */
export interface SmsConfig {
  readonly url: string;
  readonly secret: string;
}

/** How push services know this installation. */
export interface PushConfig {
  /** In base64url; undefined: the installation’s own. */
  readonly privateKey: string | undefined;
  /** `mailto:` or https; undefined where nobody is named, and no push message goes out. */
  readonly contact: string | undefined;
}

/** A provider that staff may sign in with. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** For the button. */
  readonly name: string;
}

/** What `parseConfig` may look at besides the variables. */
export interface ConfigSurroundings {
  readonly projectFolder: string;
  readonly currentFolder: string;
  readonly terminal: boolean;
  /** @throws when the file cannot be read. */
  readonly readText: (path: string) => string;
}

/** Values of the environment that cannot be used; the message has one line a variable, naming it and what is expected. */
export class InvalidConfig extends StartupError {
  override readonly name = 'InvalidConfig';
  constructor(readonly problems: readonly string[]) {
    super(
      [
        'The configuration cannot be used:',
        ...problems.map((problem) => `  ${problem}`),
        'All variables: docs/configuration.md',
      ].join('\n'),
    );
  }
}

type Variables = Readonly<Record<string, string | undefined>>;
type VariableName = keyof Environment;

/** Reads the environment of this process. @throws InvalidConfig */
export function loadConfig(): Config {
  return parseConfig(process.env, {
    projectFolder: projectFolder(),
    currentFolder: process.cwd(),
    terminal: process.stdout.isTTY === true,
    readText: (path) => readFileSync(path, 'utf8'),
  });
}

/** An empty variable counts as absent. @throws InvalidConfig naming every variable that is wrong */
export function parseConfig(variables: Variables, surroundings: ConfigSurroundings): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  const problems = unknownNames(variables);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw new InvalidConfig([...problems, ...[...names].map((name) => wrongValue(name, given[name]))]);
  }
  const environment = parsed.data;
  problems.push(...openIdProblems(environment), ...messageProblems(environment));
  const masterKey = withOther(chooseMasterKey(environment, surroundings), environment);
  if (typeof masterKey === 'string') problems.push(masterKey);
  if (problems.length > 0 || typeof masterKey === 'string') throw new InvalidConfig(problems);
  return assemble(environment, masterKey, surroundings);
}

function assemble(environment: Environment, masterKey: MasterKey, surroundings: ConfigSurroundings): Config {
  const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize, DATA_DIR, KEY_DESTRUCTION_LEDGER, LOG_FORMAT } = environment;
  const { projectFolder: project, currentFolder } = surroundings;
  const dataDir = DATA_DIR === undefined ? join(project, '.data') : resolve(currentFolder, DATA_DIR);
  return {
    environment: environment.NODE_ENV,
    http: { host: environment.HOST, port: environment.PORT, shutdownSeconds: environment.SHUTDOWN_SECONDS },
    dataDir,
    keyDestructionLedger: resolve(currentFolder, KEY_DESTRUCTION_LEDGER ?? join(dataDir, 'key-destruction.jsonl')),
    database:
      url === undefined
        ? { kind: 'embedded', poolSize, runAs: environment.EMBEDDED_POSTGRES_USER }
        : { kind: 'server', poolSize, url },
    eventStoreUrl: environment.EVENTSTORE_URL,
    projections: environment.PROJECTIONS,
    masterKey,
    ...folders(environment, dataDir, surroundings),
    log: { level: environment.LOG_LEVEL, format: LOG_FORMAT ?? (surroundings.terminal ? 'pretty' : 'json') },
    demonstration: mayDemonstrate(environment),
    signIn: signInOf(environment),
    publicUrl: environment.PUBLIC_URL === undefined ? undefined : new URL(environment.PUBLIC_URL).origin,
    trustedProxies: environment.TRUSTED_PROXIES?.split(',') ?? [],
    openId: openIdOf(environment),
    ...messagesOf(environment),
    demonstrationParticipants: environment.DEMONSTRATION_PARTICIPANTS,
  };
}

function folders(
  environment: Environment,
  dataDir: string,
  { projectFolder: project, currentFolder }: ConfigSurroundings,
): Pick<Config, 'ratingKeysDir' | 'instrumentTextsDir' | 'attachments'> {
  const { RATING_KEYS_DIR, INSTRUMENT_TEXTS_DIR, ATTACHMENT_MEGABYTES } = environment;
  return {
    ratingKeysDir: resolve(currentFolder, RATING_KEYS_DIR ?? join(dataDir, 'rating-keys')),
    instrumentTextsDir: resolve(currentFolder, INSTRUMENT_TEXTS_DIR ?? join(project, 'instrument-texts')),
    attachments: { folder: join(dataDir, 'attachments'), mostBytes: ATTACHMENT_MEGABYTES * 1_000_000 },
  };
}

function signInOf(environment: Environment): SignInSettings {
  const phone = environment.PARTICIPANT_SESSION_DAYS * DAY;
  return {
    secondFactor: environment.SECOND_FACTOR,
    staffSession: {
      idle: environment.SESSION_IDLE_MINUTES * MINUTE,
      absolute: environment.SESSION_HOURS * HOUR,
    },
    participantSession: { idle: phone / 4, absolute: phone },
    codeLifetime: environment.SIGN_IN_CODE_HOURS * HOUR,
  };
}

function messagesOf(environment: Environment): Pick<Config, 'mail' | 'sms' | 'push'> {
  const { SMTP_URL: url, MAIL_FROM: from, BOUNCE_SECRET: bounceSecret, SMS_URL, SMS_SECRET } = environment;
  return {
    push: { privateKey: environment.VAPID_PRIVATE_KEY, contact: pushContactOf(environment) },
    mail: url === undefined || from === undefined ? undefined : { url, from, bounceSecret },
    sms: SMS_URL === undefined || SMS_SECRET === undefined ? undefined : { url: SMS_URL, secret: SMS_SECRET },
  };
}

function pushContactOf({ PUSH_CONTACT, PUBLIC_URL, MAIL_FROM }: Environment): string | undefined {
  if (PUSH_CONTACT !== undefined) return PUSH_CONTACT;
  if (PUBLIC_URL?.startsWith('https:') === true) return new URL(PUBLIC_URL).origin;
  return MAIL_FROM === undefined ? undefined : `mailto:${MAIL_FROM.replace(/^.*<|>$/g, '')}`;
}

function messageProblems(environment: Environment): string[] {
  const pairs = [
    ['SMTP_URL', 'MAIL_FROM'],
    ['SMS_URL', 'SMS_SECRET'],
  ] as const;
  const unpaired = pairs.flatMap(([one, other]) => {
    if ((environment[one] === undefined) === (environment[other] === undefined)) return [];
    const [missing, given] = environment[one] === undefined ? [one, other] : [other, one];
    return [`${missing}: expected, because ${given} is set`];
  });
  const alone = environment.BOUNCE_SECRET !== undefined && environment.SMTP_URL === undefined;
  return alone ? [...unpaired, 'SMTP_URL: expected, because BOUNCE_SECRET is set'] : unpaired;
}

function openIdOf(environment: Environment): OpenIdSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment;
  if (issuer === undefined || clientId === undefined) return undefined;
  return { issuer, clientId, clientSecret, name: environment.OIDC_NAME };
}

function openIdProblems({ OIDC_ISSUER, OIDC_CLIENT_ID, PUBLIC_URL, HOST }: Environment): string[] {
  const problems = [];
  if ((OIDC_ISSUER === undefined) !== (OIDC_CLIENT_ID === undefined)) {
    const [missing, given] =
      OIDC_ISSUER === undefined ? ['OIDC_ISSUER', 'OIDC_CLIENT_ID'] : ['OIDC_CLIENT_ID', 'OIDC_ISSUER'];
    problems.push(`${missing}: expected, because ${given} is set`);
  }
  if (OIDC_ISSUER !== undefined && PUBLIC_URL === undefined && !isLoopback(HOST)) {
    problems.push('PUBLIC_URL: expected, because OIDC_ISSUER is set: the provider has to send people back to it');
  }
  if (PUBLIC_URL?.startsWith('http:') === true && !isLoopback(new URL(PUBLIC_URL).hostname.replace(/^\[|\]$/g, ''))) {
    problems.push('PUBLIC_URL: expected https for any name but localhost, for cookies and passwords travel over it');
  }
  return problems;
}

/** Whether only this computer can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

const mayDemonstrate = (environment: Environment) =>
  isLoopback(environment.HOST) &&
  environment.DATABASE_URL === undefined &&
  environment.EVENTSTORE_URL === undefined &&
  environment.NODE_ENV !== 'production';

function withOther(masterKey: MasterKey | string, { MASTER_KEY_ALSO: text }: Environment): MasterKey | string {
  if (typeof masterKey === 'string' || text === undefined) return masterKey;
  const other = parseMasterKey(text);
  if (other === undefined || other.bytes.equals(masterKey.bytes)) return wrongValue('MASTER_KEY_ALSO', text);
  return { ...masterKey, also: other.bytes };
}

function chooseMasterKey(environment: Environment, surroundings: ConfigSurroundings): MasterKey | string {
  const { MASTER_KEY: text, MASTER_KEY_FILE: file } = environment;
  if (text !== undefined && file !== undefined) return 'MASTER_KEY and MASTER_KEY_FILE: expected only one of the two';
  if (text !== undefined) return parseMasterKey(text) ?? wrongValue('MASTER_KEY', text);
  if (file !== undefined) return readMasterKey(resolve(surroundings.currentFolder, file), surroundings.readText);
  if (mayDemonstrate(environment)) return demonstrationMasterKey;
  return `MASTER_KEY: expected ${variableNotes.get(environmentSchema.shape.MASTER_KEY)?.expected}, or MASTER_KEY_FILE: the demonstration key serves only a loopback HOST (it is ${environment.HOST}) with the embedded database (DATABASE_URL is ${setOrNot(environment.DATABASE_URL)}, EVENTSTORE_URL is ${setOrNot(environment.EVENTSTORE_URL)}) and NODE_ENV other than production (it is ${environment.NODE_ENV})`;
}

const setOrNot = (value: string | undefined) => (value === undefined ? 'unset' : 'set');

function readMasterKey(path: string, readText: ConfigSurroundings['readText']): MasterKey | string {
  const expected = variableNotes.get(environmentSchema.shape.MASTER_KEY_FILE)?.expected;
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    const reason = errorCode(error) ?? 'unreadable';
    return `MASTER_KEY_FILE: expected ${expected}, but ${path} cannot be read (${reason})`;
  }
  return parseMasterKey(text) ?? `MASTER_KEY_FILE: expected ${expected}, but ${path} holds something else`;
}

function wrongValue(name: string, value: string | undefined): string {
  const note = isVariable(name) ? variableNotes.get(environmentSchema.shape[name]) : undefined;
  const shown = note?.secret ? 'a value that is not (not shown here)' : JSON.stringify(value?.slice(0, 80));
  return `${name}: expected ${note?.expected ?? 'no such variable'}, got ${shown}`;
}

const isVariable = (name: string): name is VariableName => Object.hasOwn(environmentSchema.shape, name);

/** No variable has the prefix (the specs' own aside), so one that does is a mistake that would be silently ignored. */
function unknownNames(variables: Variables): string[] {
  return Object.keys(variables)
    .filter((name) => name.startsWith('INTERSESSION_') && !/^INTERSESSION_(TEST|REFERENCE)_/.test(name))
    .map((name) => {
      const bare = name.slice('INTERSESSION_'.length);
      return `${name}: there is no such variable${isVariable(bare) ? `; expected ${bare}` : ''}`;
    });
}
