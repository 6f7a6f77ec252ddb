import { execFile } from 'node:child_process';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../error-code.ts';

/** What `postmaster.pid` says about the server of a data folder. */
export interface Postmaster {
  readonly pid: number;
  /** undefined while the server is still starting. */
  readonly port: number | undefined;
}

const pidFile = (data: string) => join(data, 'postmaster.pid');

export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(data), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parsePostmaster(text);
}

/** Lines: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export function parsePostmaster(text: string): Postmaster | undefined {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number.isSafeInteger(port) && port > 0 ? port : undefined };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Whether the process of the pid file is a server in this data folder. After a crash or a restart of the computer its number may
 * belong to anything.
 */
export async function servesFolder(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return sameFolder(`/proc/${pid}/cwd`, data);
  if (process.platform === 'win32') return true;
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.includes('postgres');
}

/** A server works in its data folder, under whatever name the folder has now. */
async function sameFolder(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([stat(one), stat(other)]).catch(() => [undefined, undefined]);
  return left !== undefined && right !== undefined && left.dev === right.dev && left.ino === right.ino;
}

/**
 * Takes away a pid file whose number belongs to some other process, which PostgreSQL itself would take for a live server. The file
 * is moved first and looked at again, so that one written meanwhile by a new server is put back.
 */
export async function removeStalePidFile(data: string, stale: Postmaster): Promise<void> {
  const aside = `${pidFile(data)}.stale-${process.pid}`;
  await rename(pidFile(data), aside).catch(() => undefined);
  const moved = parsePostmaster(await readFile(aside, 'utf8').catch(() => ''));
  if (moved !== undefined && moved.pid !== stale.pid) await rename(aside, pidFile(data));
  else await rm(aside, { force: true });
}
