import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../../test/postgres.ts';
import { runCli } from './cli.ts';

let database: TestDatabase;
let folder: string;
const before = { ...process.env };

beforeAll(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'intersession-account-'));
  Object.assign(process.env, {
    ...{ DATABASE_URL: database.url, DATA_DIR: folder, MASTER_KEY: Buffer.alloc(32, 3).toString('base64') },
    PUBLIC_URL: 'https://study.example',
  });
});
afterEach(() => {
  process.exitCode = 0;
});
afterAll(async () => {
  process.env = before;
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function cli(...parameters: readonly string[]) {
  const told: string[] = [];
  const terminal = {
    ...{
      out: (text: string) => void told.push(text),
      error: (text: string) => void told.push(text),
      interactive: false,
    },
  };
  const code = await runCli(parameters, terminal, new AbortController().signal);
  return { code, text: told.join('\n') };
}

const kim = ['--name', 'kim@clinic.example'];

describe('accounts at the console', () => {
  it('are made once, and listed with their names', async () => {
    const made = await cli('account', 'create', '--kind', 'operator', '--subject', 'op-1', ...kim);
    expect(made.code).toBe(0);
    expect(made.text).toMatch(/https:\/\/study\.example\/sign-in#reset=[A-Za-z0-9_-]{43}/);
    const again = await cli('account', 'create', '--kind', 'operator', '--subject', 'op-2', ...kim);
    expect(again).toEqual({ code: 2, text: '--name: is taken' });
    const { text } = await cli('account', 'list');
    expect(text).toMatch(/^kim@clinic\.example\s+operator\s+op-1\s+no password\s+\d{4}-/m);
  });

  it('are reset, unlocked, disabled and enabled', async () => {
    for (const act of ['reset', 'unlock', 'disable', 'enable']) {
      expect([act, (await cli('account', act, ...kim)).code]).toEqual([act, 0]);
    }
    const reset = await cli('account', 'reset', '--second-factor', ...kim);
    expect(reset.text).toContain('#reset=');
  });

  it('get keys that are shown once and kept nowhere', async () => {
    const made = await cli('account', 'key', ...kim, '--label', 'nightly', '--read-only', '--study', 's1', 's2');
    const [key = ''] = /isk_[A-Za-z0-9_-]{43}/.exec(made.text) ?? [];
    expect(key).not.toBe('');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ text: string; studies: string[] }>(
      'SELECT k::text AS text, studies FROM api_keys k',
    );
    await client.end();
    expect(rows[0]?.studies).toEqual(['s1', 's2']);
    expect(rows[0]?.text).not.toContain(key.slice(4, 20));
    expect(await cli('account', 'key', ...kim, '--label', 'x', '--days', '0')).toEqual({
      ...{ code: 2, text: '--days: expected a whole number from 1 to 366' },
    });
  });

  it('are invited to and tied to people of a provider', async () => {
    expect((await cli('account', 'invite', ...kim, '--email', 'kim@home.example')).text).toMatch(/^Invited until 20/);
    const person = ['--issuer', 'https://id.example', '--person', 'u1'];
    expect((await cli('account', 'link', ...kim, ...person)).text).toBe('Linked.');
  });

  it('that nobody has are told so', async () => {
    const { code, text } = await cli('account', 'disable', '--name', 'nobody');
    expect([code, text]).toEqual([2, '--name: there is no such account; `account list` lists them.']);
    expect((await cli('account', 'create', ...kim, '--kind', 'king', '--subject', 'x')).code).toBe(2);
  });

  it('are refused under another master key, which is named', async () => {
    process.env['MASTER_KEY'] = Buffer.alloc(32, 4).toString('base64');
    const { code, text } = await cli('account', 'list');
    process.env['MASTER_KEY'] = Buffer.alloc(32, 3).toString('base64');
    expect([code, text]).toEqual([1, expect.stringContaining('MASTER_KEY: this database is sealed under master key')]);
  });
});

it('the access log knows of it all, and tells a line that somebody changed', async () => {
  expect(await cli('access-log', 'verify')).toEqual({
    ...{
      code: 0,
      text: expect.stringMatching(/^The access log is whole: \d+ lines, the last with hash [0-9a-f]{64}\.$/),
    },
  });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('ALTER TABLE access_log DISABLE TRIGGER USER');
  await client.query(`UPDATE access_log SET content = replace(content, '"done"', '"failed"') WHERE entry = 2`);
  await client.end();
  expect(await cli('access-log', 'verify')).toEqual({
    ...{ code: 3, text: 'Line 2 of the access log is changed. What comes after it cannot be relied on.' },
  });
});
