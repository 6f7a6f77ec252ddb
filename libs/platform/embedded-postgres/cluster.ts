import { randomBytes, randomUUID } from 'node:crypto';
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError, storageFailure } from './embedded-postgres.error.ts';
import { makeFolderFor, type Place } from './place.ts';
import { runProgram, toolPath } from './postgres-tool.ts';
import { isAlive } from './postmaster.ts';

/** Random passwords made with the data; the file is readable by its owner only. */
export interface Credentials {
  /** Of `postgres`, who only keeps the server. */
  readonly superuser: string;
  /** Of `intersession`, who owns the database. */
  readonly application: string;
}

const credentialsSchema = z.object({ superuser: z.string().min(1), application: z.string().min(1) });

/**
 * Makes the data folder when there is none. It is made aside and renamed into place, so a kill leaves no half-made one and of two
 * processes that start at once one wins.
 * @throws EmbeddedPostgresError
 */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<Credentials> {
  const { home } = place;
  try {
    await removeAbandoned(home);
    if (!(await stat(join(home, 'data', 'PG_VERSION')).catch(() => undefined))) {
      await refuseForeign(home);
      await initialise(place);
    }
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? error : storageFailure(home, error);
  }
  await checkVersion(home, binaries);
  return readCredentials(home);
}

async function initialise({ home, native, user, owner }: Place): Promise<void> {
  const draft = `${home}.new-${process.pid}-${randomUUID()}`;
  const credentials: Credentials = { superuser: newPassword(), application: newPassword() };
  try {
    await mkdir(draft, { recursive: true, mode: 0o711 });
    await makeFolderFor(join(draft, 'data'), user);
    await makeFolderFor(join(draft, 'log'), user);
    const passwordFile = join(draft, 'initial-password');
    await writeFile(passwordFile, `${credentials.superuser}\n`, { mode: 0o600 });
    if (user) await chown(passwordFile, user.uid, user.gid);
    const { code, output } = await runProgram(
      toolPath(native, 'initdb'),
      [
        `--pgdata=${join(draft, 'data')}`,
        `--pwfile=${passwordFile}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ],
      user,
    );
    if (code !== 0) throw initialisationFailure(home, output);
    await rm(passwordFile);
    await writeFile(join(draft, 'credentials.json'), JSON.stringify(credentials), { mode: 0o600 });
    await writeFile(join(draft, 'owner'), `${owner}\n`);
    await settle(draft, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const newPassword = () => randomBytes(24).toString('base64url');

async function settle(draft: string, home: string): Promise<void> {
  try {
    await rename(draft, home);
  } catch (error) {
    const another = await stat(join(home, 'data', 'PG_VERSION')).catch(() => undefined);
    if (!another) throw error;
  }
}

function initialisationFailure(home: string, output: string): EmbeddedPostgresError {
  if (/no space left/i.test(output)) return storageFailure(home, Object.assign(new Error(), { code: 'ENOSPC' }));
  const lines = output.split('\n').filter((line) => /error|fatal|hint|detail/i.test(line));
  const reason = (lines.length > 0 ? lines : output.split('\n')).slice(-4).join('\n  ');
  return new EmbeddedPostgresError(`DATA_DIR: PostgreSQL could not make its data folder ${home}:\n  ${reason}`);
}

/** A folder that holds something but no PostgreSQL data is not ours to fill. */
async function refuseForeign(home: string): Promise<void> {
  const content = await readdir(home).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  if (content.length > 0) {
    throw new EmbeddedPostgresError(
      `DATA_DIR: ${home} holds ${content.slice(0, 3).join(', ')} but no PostgreSQL data (no data/PG_VERSION). Restore them, or move the folder away to begin with an empty database.`,
    );
  }
}

/** Left by processes that were killed while they made the data folder. */
async function removeAbandoned(home: string): Promise<void> {
  const prefix = `${basename(home)}.new-`;
  for (const name of await readdir(dirname(home)).catch(() => [])) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (!name.startsWith(prefix) || Number.isNaN(pid) || isAlive(pid)) continue;
    await rm(join(dirname(home), name), { recursive: true, force: true });
  }
}

async function checkVersion(home: string, binaries: Binaries): Promise<void> {
  const version = (await readFile(join(home, 'data', 'PG_VERSION'), 'utf8')).trim();
  if (version === String(binaries.major)) return;
  throw new EmbeddedPostgresError(
    `DATA_DIR: the data in ${home} were written by PostgreSQL ${version}, and this program ships PostgreSQL ${binaries.major}. Start the version of Intersession that wrote them and make a backup there, or set DATA_DIR to another folder.`,
  );
}

async function readCredentials(home: string): Promise<Credentials> {
  const path = join(home, 'credentials.json');
  try {
    return credentialsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new EmbeddedPostgresError(
      `DATA_DIR: ${path}, which holds the passwords of the database beside it, is missing or cannot be read. Restore it from a backup; the data are untouched.`,
    );
  }
}
