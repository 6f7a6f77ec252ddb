import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { completeBinaries, locateBinaries } from './binaries.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { parsePostmaster, readPostmaster, servesFolder } from './postmaster.ts';

const logger = { info: () => undefined, warn: () => undefined };
const asRoot = process.getuid?.() === 0 ? it : it.skip;

let top: string;
let systemFolder: string;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'embedded-postgres-'));
  await chmod(top, 0o755);
  systemFolder = join(top, 'system');
});
afterAll(() => rm(top, { recursive: true, force: true }));

const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, systemFolder, logger });

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function pidOf(server: EmbeddedPostgres): Promise<number> {
  const postmaster = await readPostmaster(join(server.location, 'data'));
  if (postmaster === undefined) throw new Error('no postmaster.pid');
  return postmaster.pid;
}

async function eventually(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition().catch(() => false))) await sleep(50);
}

/** Another process that uses the server until it is killed. */
async function spawnHolder(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)});
    const logger = { info: () => undefined, warn: () => undefined };
    const server = await startEmbeddedPostgres({ ...JSON.parse(process.argv[1]), logger });
    console.log(server.url);
    setInterval(() => undefined, 1000);`;
  const child = spawn(
    process.execPath,
    [
      '--conditions=source',
      `--import=${new URL('../../../scripts/typescript.mjs', import.meta.url).href}`,
      '--input-type=module',
      '-e',
      script,
      JSON.stringify({ dataDir, systemFolder }),
    ],
    { cwd: resolve(import.meta.dirname, '../../..'), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

describe('a data folder in a path with a space', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = join(top, 'a folder', '.data');
    await mkdir(join(top, 'a folder'));
  });

  it('keeps what was written over a restart, on disk before it is acknowledged', async () => {
    const first = await start(dataDir);
    expect(first).toMatchObject({ adopted: false, location: join(dataDir, 'postgres') });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const settings = await query(
      first.url,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'listen_addresses', 'server_encoding', 'log_error_verbosity')`,
    );
    expect(Object.fromEntries(settings.map((row) => [row['name'], row['setting']]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      log_error_verbosity: 'terse',
    });
    await first.stop();
    const second = await start(dataDir);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    await second.stop();
    await expect(query(second.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('shows its passwords to nobody else, and lets nobody in without', async () => {
    const server = await start(dataDir);
    expect((await stat(join(server.location, 'credentials.json'))).mode & 0o777).toBe(0o600);
    const wrong = server.url.replace(/:[^:@]+@/, ':guess@');
    await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(await query(server.url, 'SELECT usesuper FROM pg_user WHERE usename = current_user')).toEqual([
      { usesuper: false },
    ]);
    await server.stop();
  });

  it('is shared, and stopped by the last who uses it', async () => {
    const first = await start(dataDir);
    const second = await start(dataDir);
    expect([first.adopted, second.adopted, second.url]).toEqual([false, true, first.url]);
    await first.stop();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
    await expect(query(second.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('is adopted after kill -9 of the process that started it', async () => {
    const { child, url } = await spawnHolder(dataDir);
    await query(url, 'CREATE TABLE before_kill AS SELECT 7 AS answer');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await query(url, 'SELECT answer FROM before_kill')).toEqual([{ answer: 7 }]);
    const next = await start(dataDir);
    expect(next).toMatchObject({ adopted: true, url });
    const pid = await pidOf(next);
    expect(await servesFolder(pid, join(next.location, 'data'))).toBe(true);
    await next.stop();
    expect(await servesFolder(pid, join(next.location, 'data'))).toBe(false);
  });

  it('does not take a process that got the number of a dead server for that server', async () => {
    const server = await start(dataDir);
    const pidFile = join(server.location, 'data', 'postmaster.pid');
    const content = await readFile(pidFile, 'utf8');
    await server.stop();
    const bystander = spawn('sleep', ['600']);
    await writeFile(pidFile, content.replace(/^\d+/, String(bystander.pid)));
    const next = await start(dataDir);
    expect(next.adopted).toBe(false);
    await next.stop();
    expect(bystander.exitCode).toBeNull();
    bystander.kill();
  });

  it('comes back on the same port when the server is killed under a running process', async () => {
    const server = await start(dataDir);
    const pid = await pidOf(server);
    process.kill(pid, 'SIGKILL');
    await eventually(async () => (await query(server.url, 'SELECT 1')).length === 1 && (await pidOf(server)) !== pid);
    expect(await query(server.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    const successor = await pidOf(server);
    await server.stop();
    expect(await servesFolder(successor, join(server.location, 'data'))).toBe(false);
  });

  it('stops what it is just starting again', async () => {
    const server = await start(dataDir);
    const pid = await pidOf(server);
    process.kill(pid, 'SIGKILL');
    await eventually(async () => !(await servesFolder(pid, join(server.location, 'data'))));
    await server.stop();
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('says which passwords do not fit instead of trying for ever', async () => {
    const file = join(dataDir, 'postgres', 'credentials.json');
    const right = await readFile(file, 'utf8');
    await writeFile(file, JSON.stringify({ superuser: 'x', application: 'y' }));
    await expect(start(dataDir)).rejects.toThrow(/DATA_DIR: the passwords in .*credentials\.json/);
    await rm(file);
    await expect(start(dataDir)).rejects.toThrow(/DATA_DIR: .*credentials\.json.* is missing/);
    await writeFile(file, right, { mode: 0o600 });
    const server = await start(dataDir);
    expect(server.adopted).toBe(true);
    await server.stop();
  });

  it('refuses data of another PostgreSQL, by both versions', async () => {
    const version = join(dataDir, 'postgres', 'data', 'PG_VERSION');
    const right = await readFile(version, 'utf8');
    await writeFile(version, '12\n');
    await expect(start(dataDir)).rejects.toThrow(/DATA_DIR: .* PostgreSQL 12, and this program ships PostgreSQL 18/);
    await writeFile(version, right);
  });
});

describe('a first start', () => {
  it('by two at once makes one database', async () => {
    const dataDir = join(top, 'twice');
    const [one, other] = await Promise.all([start(dataDir), start(dataDir)]);
    expect(one.url).toBe(other.url);
    expect((await readdir(dataDir)).filter((name) => name.includes('.new-'))).toEqual([]);
    await Promise.all([one.stop(), other.stop()]);
    await expect(query(one.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('clears away what a killed first start left', async () => {
    const dataDir = join(top, 'interrupted');
    const ended = spawn('true');
    await once(ended, 'exit');
    await mkdir(join(dataDir, `postgres.new-${ended.pid}-x`, 'data'), { recursive: true });
    const server = await start(dataDir);
    expect(await readdir(dataDir)).toEqual(['postgres']);
    await server.stop();
  });

  it.each([
    ['a file', 'a file stands where a folder is needed', (path: string) => writeFile(path, '')],
    ['below a file', 'a file stands where a folder is needed', (path: string) => writeFile(join(path, '..'), '')],
    [
      'strange content',
      /holds notes\.txt but no PostgreSQL data/,
      async (path: string) => {
        await mkdir(join(path, 'postgres'), { recursive: true });
        await writeFile(join(path, 'postgres', 'notes.txt'), 'mine');
      },
    ],
  ] as const)('refuses %s by the name DATA_DIR', async (name, reason, arrange) => {
    const dataDir = join(top, `refused ${name}`, 'data');
    if (name !== 'below a file') await mkdir(join(dataDir, '..'));
    await arrange(dataDir);
    await expect(start(dataDir)).rejects.toThrow(reason);
    await expect(start(dataDir)).rejects.toThrow('DATA_DIR');
  });

  it('refuses a path that PostgreSQL cannot quote', async () => {
    await expect(start(join(top, 'a$HOME'))).rejects.toThrow(/DATA_DIR: .*"\$"/);
  });
});

describe('root in a folder that others cannot enter', () => {
  asRoot('keeps data elsewhere, follows a move and refuses a copy', async () => {
    const project = join(top, 'closed');
    await mkdir(project, { mode: 0o700 });
    const first = await start(join(project, '.data'));
    expect(first.location.startsWith(join(systemFolder, 'closed-'))).toBe(true);
    await query(first.url, 'CREATE TABLE kept AS SELECT 1');
    await first.stop();

    const copy = join(top, 'copied');
    await cp(project, copy, { recursive: true });
    await expect(start(join(copy, '.data'))).rejects.toThrow(/DATA_DIR: .*looks like a copy of .*closed/);

    const moved = join(top, 'moved');
    await rename(project, moved);
    const second = await start(join(moved, '.data'));
    expect(second.location).toBe(first.location);
    expect(await query(second.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  asRoot('refuses a user who does not exist, or is root', async () => {
    const refused = (runAs: string) =>
      startEmbeddedPostgres({ dataDir: join(top, 'nobody'), runAs, systemFolder, logger });
    await expect(refused('no-such-user')).rejects.toThrow(/EMBEDDED_POSTGRES_USER: .*"no-such-user"/);
    await expect(refused('root')).rejects.toThrow(/EMBEDDED_POSTGRES_USER/);
  });
});

describe('the installed binaries', () => {
  it('are completed when the install script did not run', async () => {
    const { native, major } = await locateBinaries();
    expect(major).toBe(18);
    const bare = join(top, 'bare');
    await mkdir(join(bare, 'bin'), { recursive: true });
    await mkdir(join(bare, 'lib'));
    await cp(join(native, 'pg-symlinks.json'), join(bare, 'pg-symlinks.json'));
    await writeFile(join(bare, 'bin', 'postgres'), '', { mode: 0o644 });
    await completeBinaries(bare);
    await completeBinaries(bare);
    expect(await readdir(join(bare, 'lib'))).toEqual(expect.arrayContaining(['libpq.so.5', 'libicuuc.so.60']));
    expect((await stat(join(bare, 'bin', 'postgres'))).mode & 0o555).toBe(0o555);
  });
});

describe('postmaster.pid', () => {
  it.each(['', 'x', '1\n', '-5\n', '\0\0'])('is no server when it says %j', (text) => {
    expect(parsePostmaster(text)).toBeUndefined();
  });

  it('has no port yet while the server starts', () => {
    expect(parsePostmaster('4711\n/data\n1700000000\n')).toEqual({ pid: 4711, port: undefined });
  });
});
