import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { type ConfigSurroundings, InvalidConfig, isLoopback, parseConfig } from './config.ts';
import { environmentSchema } from './config.schema.ts';
import { configurationPage } from './configuration-page.ts';
import { demonstrationMasterKey } from './master-key.ts';
import { projectFolder } from './project-folder.ts';

const key = randomBytes(32).toString('base64');
const surroundings: ConfigSurroundings = {
  projectFolder: '/project',
  currentFolder: '/elsewhere',
  terminal: false,
  readText: (path) => {
    if (path === '/elsewhere/key') return `${key}\n`;
    if (path === '/elsewhere/notes') return 'nothing';
    throw Object.assign(new Error(), { code: 'EACCES' });
  },
};
const parse = (variables: Record<string, string | undefined>) => parseConfig(variables, surroundings);

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    parse(variables);
  } catch (error) {
    if (error instanceof InvalidConfig) return error.problems;
    throw error;
  }
  return [];
}

describe('an empty environment', () => {
  it('is a demonstration on this computer only', () => {
    expect(parse({})).toEqual({
      environment: 'development',
      http: { host: '127.0.0.1', port: 3000, shutdownSeconds: 10 },
      dataDir: '/project/.data',
      database: { kind: 'embedded', poolSize: 20, runAs: undefined },
      projections: 'here',
      masterKey: demonstrationMasterKey,
      keyDestructionLedger: '/project/.data/key-destruction.jsonl',
      ratingKeysDir: '/project/.data/rating-keys',
      instrumentTextsDir: '/project/instrument-texts',
      attachments: { folder: '/project/.data/attachments', mostBytes: 25_000_000 },
      log: { level: 'info', format: 'json' },
      demonstration: true,
      signIn: {
        secondFactor: 'required',
        staffSession: { idle: 1_800_000, absolute: 43_200_000 },
        participantSession: { idle: 7_884_000_000, absolute: 31_536_000_000 },
        codeLifetime: 172_800_000,
      },
      publicUrl: undefined,
      trustedProxies: [],
      openId: undefined,
      push: { privateKey: undefined, contact: undefined },
      demonstrationParticipants: 60,
    });
  });

  it('is what a compose file with empty values gives', () => {
    expect(parse({ PORT: '', DATABASE_URL: '', MASTER_KEY: '', DATA_DIR: undefined })).toEqual(parse({}));
  });
});

describe('values', () => {
  it('are read', () => {
    const config = parse({
      HOST: '0.0.0.0',
      PORT: '0',
      DATA_DIR: 'data here',
      DATABASE_URL: 'postgresql://u:p@db.example:5433/study?sslmode=require',
      MASTER_KEY_FILE: 'key',
      LOG_FORMAT: 'pretty',
      PROJECTIONS: 'elsewhere',
    });
    expect(config).toMatchObject({
      projections: 'elsewhere',
      http: { host: '0.0.0.0', port: 0 },
      dataDir: '/elsewhere/data here',
      database: { kind: 'server', url: 'postgresql://u:p@db.example:5433/study?sslmode=require' },
      log: { format: 'pretty' },
      demonstration: false,
    });
    expect(config.masterKey.bytes.toString('base64')).toBe(key);
  });

  it.each([
    ['PORT', '70000', 'PORT: expected a whole number from 0 to 65535, got "70000"'],
    ['PORT', '3000abc', 'PORT: expected a whole number from 0 to 65535, got "3000abc"'],
    ['PORT', '0x10', 'PORT: expected a whole number from 0 to 65535, got "0x10"'],
    ['PORT', '-1', 'PORT: expected a whole number from 0 to 65535, got "-1"'],
    ['PORT', '9'.repeat(500), `PORT: expected a whole number from 0 to 65535, got "${'9'.repeat(80)}"`],
    ['HOST', 'http://x/', 'HOST: expected a host name or an IP address without a port, got "http://x/"'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: expected one of silent, fatal, error, warn, info, debug, trace, got "loud"'],
    ['NODE_ENV', 'prod', 'NODE_ENV: expected one of development, production, test, got "prod"'],
    [
      'DATA_DIR',
      'a\0b',
      'DATA_DIR: expected the path of a folder; a relative one starts at the current folder, got "a\\u0000b"',
    ],
    ['INTERSESSION_PORT', '1', 'INTERSESSION_PORT: there is no such variable; expected PORT'],
    ['INTERSESSION_COLOUR', 'red', 'INTERSESSION_COLOUR: there is no such variable'],
  ])('refuses %s=%j by name', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([problem]);
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db/x', 'postgres://'],
    ['DATABASE_URL', 'hunter2', 'postgres://'],
    ['EVENTSTORE_URL', 'mysql://admin:hunter2@localhost:2113', 'esdb://'],
    ['EVENTSTORE_URL', 'hunter2', 'kurrentdb+discover://'],
    ['EVENTSTORE_URL', 'esdb://admin:hunter2@a@localhost:2113', 'esdb://'],
    ['EVENTSTORE_URL', 'esdb://admin:hunter2@localhost:70000', 'esdb://'],
    ['EVENTSTORE_URL', 'esdb://admin:hunter2@localhost?nodePreference=follower', 'esdb://'],
    ['EVENTSTORE_URL', 'esdb://admin:hunter2@localhost?colour=red', 'options: tls'],
    ['MASTER_KEY', 'hunter2', '32 bytes in base64'],
    ['MASTER_KEY', `${'A'.repeat(42)}B=`, '32 bytes in base64'],
    ['MASTER_KEY', demonstrationMasterKey.bytes.toString('base64'), '32 bytes in base64'],
  ])('refuses %s without repeating it', (name, value, expected) => {
    const [problem, ...others] = problemsOf({ [name]: value });
    expect(others).toEqual([]);
    expect(problem).toContain(`${name}: expected`);
    expect(problem).toContain(expected);
    expect(problem).not.toContain('hunter2');
    expect(problem).not.toContain(value);
  });

  it('are refused all together', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'y', INTERSESSION_Z: '' })).toHaveLength(3);
  });
});

describe('signing in', () => {
  it.each([
    [{ PUBLIC_URL: 'https://study.example/path' }, 'PUBLIC_URL: expected https://name'],
    [{ PUBLIC_URL: 'https://user@study.example' }, 'PUBLIC_URL: expected https://name'],
    [{ PUBLIC_URL: 'http://study.example' }, 'PUBLIC_URL: expected https for any name but localhost'],
    [{ OIDC_ISSUER: 'http://id.example', OIDC_CLIENT_ID: 'x' }, 'OIDC_ISSUER: expected the https address'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_ID: expected, because OIDC_ISSUER is set'],
    [{ OIDC_CLIENT_ID: 'x' }, 'OIDC_ISSUER: expected, because OIDC_CLIENT_ID is set'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES: expected IP addresses'],
    [{ TRUSTED_PROXIES: 'proxy.example' }, 'TRUSTED_PROXIES: expected IP addresses'],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES: expected a whole number of minutes'],
    [{ SECOND_FACTOR: 'off' }, 'SECOND_FACTOR: expected required or optional'],
  ])('refuses %j by name', (variables, problem) => {
    expect(problemsOf({ ...variables }).join('\n')).toContain(problem);
  });

  it('takes a proxy, a provider and other times', () => {
    const config = parse({
      PUBLIC_URL: 'https://study.example/',
      TRUSTED_PROXIES: '10.0.0.0/8,::1',
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'intersession',
      SESSION_HOURS: '1',
    });
    expect(config).toMatchObject({ publicUrl: 'https://study.example', trustedProxies: ['10.0.0.0/8', '::1'] });
    expect(config.openId).toEqual({
      ...{ issuer: 'https://id.example', clientId: 'intersession', clientSecret: undefined, name: 'your organisation' },
    });
    expect(config.signIn.staffSession.absolute).toBe(3_600_000);
  });
});

describe('the master key', () => {
  it.each([
    ['another address', { HOST: '0.0.0.0' }, 'it is 0.0.0.0'],
    ['a database server', { DATABASE_URL: 'postgres://db/x' }, 'DATABASE_URL is set'],
    ['production', { NODE_ENV: 'production' }, 'it is production'],
  ])('must be given with %s', (_, variables, reason) => {
    const [problem] = problemsOf(variables);
    expect(problem).toMatch(/^MASTER_KEY: expected 32 bytes/);
    expect(problem).toContain(reason);
    expect(parse({ ...variables, MASTER_KEY: key }).masterKey.demonstration).toBe(false);
  });

  it.each([
    ['missing', 'EACCES'],
    ['notes', 'holds something else'],
  ])('is refused from the file %s', (file, reason) => {
    expect(problemsOf({ MASTER_KEY_FILE: file })[0]).toMatch(/^MASTER_KEY_FILE: expected/);
    expect(problemsOf({ MASTER_KEY_FILE: file })[0]).toContain(reason);
  });

  it('comes from one place', () => {
    expect(problemsOf({ MASTER_KEY: key, MASTER_KEY_FILE: 'key' })).toEqual([
      'MASTER_KEY and MASTER_KEY_FILE: expected only one of the two',
    ]);
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['127.evil.example', false],
  ['::', false],
])('%s is loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

describe('push messages', () => {
  const private_ = Buffer.alloc(32, 9).toString('base64url');
  it('name whom their services can turn to, and are signed by a key that is one', () => {
    const mail = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Study <no-reply@study.example>' };
    expect(parse(mail).push.contact).toBe('mailto:no-reply@study.example');
    expect(parse({ ...mail, PUBLIC_URL: 'https://study.example' }).push.contact).toBe('https://study.example');
    const all = { ...mail, PUSH_CONTACT: 'mailto:it@study.example', VAPID_PRIVATE_KEY: private_ };
    expect(parse(all).push).toEqual({ contact: 'mailto:it@study.example', privateKey: private_ });
    for (const wrong of ['x', Buffer.alloc(32).toString('base64url'), `${private_}==`]) {
      expect(() => parse({ VAPID_PRIVATE_KEY: wrong })).toThrow('VAPID_PRIVATE_KEY');
    }
    expect(() => parse({ PUSH_CONTACT: 'http://study.example' })).toThrow('PUSH_CONTACT');
  });

  it('and bounces need a mail server', () => {
    expect(() => parse({ BOUNCE_SECRET: 'a'.repeat(32) })).toThrow('SMTP_URL');
    expect(() => parse({ BOUNCE_SECRET: 'short' })).toThrow('BOUNCE_SECRET');
  });
});

describe('docs/configuration.md', () => {
  it('names every variable and is what the schema says', async () => {
    const page = configurationPage();
    for (const name of Object.keys(environmentSchema.shape)) expect(page).toContain(`| \`${name}\` |`);
    const path = join(projectFolder(), 'docs/configuration.md');
    expect(readFileSync(path, 'utf8')).toBe(await format(page, { ...(await resolveConfig(path)), filepath: path }));
  });
});
