import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres.error.ts';
import { type OsUser, runProgram } from './postgres-tool.ts';

const CANDIDATES = ['intersession', 'postgres', 'nobody'];

export function weAreRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Who runs PostgreSQL when we are root: the owner of the data when there are any, else the user asked for, else the first candidate.
 * @returns undefined when we are not root: PostgreSQL runs as ourselves.
 * @throws EmbeddedPostgresError naming EMBEDDED_POSTGRES_USER
 */
export async function chooseOsUser(asked: string | undefined, data: string | undefined): Promise<OsUser | undefined> {
  if (!weAreRoot()) return undefined;
  const owner = data === undefined ? undefined : await ownerOf(data);
  if (owner) return owner;
  for (const name of asked === undefined ? CANDIDATES : [asked]) {
    const user = await lookUp(name);
    if (user && user.uid !== 0) return user;
  }
  throw new EmbeddedPostgresError(
    asked === undefined
      ? `EMBEDDED_POSTGRES_USER: PostgreSQL refuses to run as root, and none of the users ${CANDIDATES.join(', ')} exists. Name an unprivileged user.`
      : `EMBEDDED_POSTGRES_USER: expected an existing user other than root, got ${JSON.stringify(asked)}.`,
  );
}

async function ownerOf(data: string): Promise<OsUser | undefined> {
  const found = await stat(data).catch(() => undefined);
  return found && found.uid !== 0 ? { name: `user ${found.uid}`, uid: found.uid, gid: found.gid } : undefined;
}

async function lookUp(name: string): Promise<OsUser | undefined> {
  const ask = (flag: string) => promisify(execFile)('id', [flag, '--', name]).then(({ stdout }) => Number(stdout));
  try {
    const [uid, gid] = await Promise.all([ask('-u'), ask('-g')]);
    return Number.isSafeInteger(uid) && Number.isSafeInteger(gid) ? { name, uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the user can enter the folder, all folders above it included; asked as that user, so access lists count too. */
export async function canEnter(folder: string, user: OsUser | undefined): Promise<boolean> {
  if (user === undefined) return true;
  const { code } = await runProgram('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], user);
  return code === 0;
}
