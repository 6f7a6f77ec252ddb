import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EmbeddedPostgresError, storageFailure } from './embedded-postgres.error.ts';
import { makeFolderFor, type Place } from './place.ts';
import { runProgram, toolPath } from './postgres-tool.ts';

export const LOOPBACK = '127.0.0.1';
const START_SECONDS = 120;
const STOP_SECONDS = 60;
const LOG_BYTES = 10_000_000;

/** Every acknowledged write is on the disk; the log holds no values, because they may be a participant's. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: LOOPBACK,
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '200',
  shared_buffers: '128MB',
  idle_in_transaction_session_timeout: '60s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/**
 * Starts the server in a session of its own, so that the terminal's Ctrl-C does not reach it, and waits until it answers.
 * @returns false when it is worth looking again: another process was quicker, took the port, or a killed server is still ending
 * @throws EmbeddedPostgresError with the end of the server's log
 */
export async function startServer(place: Place): Promise<boolean> {
  const data = join(place.home, 'data');
  const log = await prepareLog(place);
  const port = await choosePort(place.home);
  const options = [`-p ${port}`, ...Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`)].join(' ');
  const logged = (await stat(log).catch(() => undefined))?.size ?? 0;
  const { code, output } = await runProgram(
    toolPath(place.native, 'pg_ctl'),
    ['start', '-D', data, '-l', log, '-w', '-t', String(START_SECONDS), '-o', options],
    place.user,
  );
  if (code === 0) {
    await writeFile(join(place.home, 'port'), `${port}\n`).catch((error: unknown) => {
      throw storageFailure(place.home, error);
    });
    return true;
  }
  const said = await readFrom(log, logged);
  if (/lock file "postmaster\.pid" already exists/.test(said) || /another server might be running/.test(output))
    return false;
  if (/could not bind|Address already in use|pre-existing shared memory block/i.test(said)) return false;
  throw startFailure(place.home, log, said || output);
}

/** Ends sessions, writes a checkpoint and waits. A server that is gone already is well. @throws EmbeddedPostgresError */
export async function stopServer(place: Place): Promise<void> {
  const data = join(place.home, 'data');
  const { code, output } = await runProgram(
    toolPath(place.native, 'pg_ctl'),
    ['stop', '-D', data, '-m', 'fast', '-w', '-t', String(STOP_SECONDS)],
    place.user,
  );
  if (code === 0 || /PID file .* does not exist|No such process|Is server running/i.test(output)) return;
  throw new EmbeddedPostgresError(`The embedded PostgreSQL in ${place.home} did not stop: ${output}`);
}

function startFailure(home: string, log: string, said: string): EmbeddedPostgresError {
  if (/no space left/i.test(said)) return storageFailure(home, Object.assign(new Error(), { code: 'ENOSPC' }));
  const reasons = said.split('\n').filter((line) => /FATAL|PANIC|HINT|ERROR|could not/.test(line));
  return new EmbeddedPostgresError(
    `DATA_DIR: PostgreSQL could not start on ${home}:\n  ${(reasons.length > 0 ? reasons : said.split('\n')).slice(-4).join('\n  ')}\n  Its log: ${log}`,
  );
}

async function prepareLog(place: Place): Promise<string> {
  const folder = join(place.home, 'log');
  const log = join(folder, 'server.log');
  try {
    await makeFolderFor(folder, place.user);
    const size = (await stat(log).catch(() => undefined))?.size ?? 0;
    if (size > LOG_BYTES) await rename(log, `${log}.1`);
    return log;
  } catch (error) {
    throw storageFailure(folder, error);
  }
}

async function readFrom(path: string, offset: number): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return '';
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, offset);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The port of last time, so that addresses held by others stay right; else a free one. */
async function choosePort(home: string): Promise<number> {
  const last = Number(await readFile(join(home, 'port'), 'utf8').catch(() => ''));
  if (Number.isSafeInteger(last) && last > 0 && last < 65_536 && (await listenOnce(last)) === last) return last;
  const free = await listenOnce(0);
  if (free !== undefined) return free;
  throw new EmbeddedPostgresError(`No free port on ${LOOPBACK} for the embedded PostgreSQL.`);
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}
