import { createHash, randomUUID } from 'node:crypto';
import { chmod, chown, cp, mkdir, readFile, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Binaries, completeBinaries } from './binaries.ts';
import { EmbeddedPostgresError, storageFailure } from './embedded-postgres.error.ts';
import { canEnter, chooseOsUser, weAreRoot } from './os-user.ts';
import type { OsUser } from './postgres-tool.ts';

/** Where a project's embedded PostgreSQL lives, and as whom it runs. */
export interface Place {
  /** Holds `data`, `log`, `credentials.json` and `port`. */
  readonly home: string;
  readonly native: string;
  readonly user: OsUser | undefined;
  /** The DATA_DIR that the data belong to. */
  readonly owner: string;
}

/** Root's data that PostgreSQL's user could not reach under DATA_DIR go here. */
const SYSTEM_FOLDER = '/var/lib/intersession';
const POINTER = 'postgres.location';

/**
 * Data live in `DATA_DIR/postgres`. Where root works in a folder that PostgreSQL's unprivileged user cannot enter (such as
 * one under /root) they live in `/var/lib/intersession/<project>-<hash of DATA_DIR>`, and `DATA_DIR/postgres.location` says so.
 * @throws EmbeddedPostgresError
 */
export async function choosePlace(
  dataDir: string,
  binaries: Binaries,
  askedUser: string | undefined,
  systemFolder: string = SYSTEM_FOLDER,
): Promise<Place> {
  const folder = await makeDataDir(dataDir);
  const recorded = await readPointer(folder);
  const here = join(folder, 'postgres');
  const user = await chooseOsUser(askedUser, join(recorded ?? here, 'data'));
  const home = recorded ?? ((await canEnter(folder, user)) ? here : await claimElsewhere(folder, systemFolder));
  if (recorded !== undefined && !weAreRoot()) {
    throw new EmbeddedPostgresError(
      `DATA_DIR: the data of ${folder} were made by root and live in ${recorded}. Start as root, or set DATA_DIR to another folder.`,
    );
  }
  return { home, native: await prepareBinaries(binaries, user, folder, systemFolder), user, owner: folder };
}

async function makeDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: weAreRoot() ? 0o711 : 0o700 });
    const folder = await realpath(dataDir);
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    return refuseUnquotable(folder, 'DATA_DIR');
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? error : storageFailure(dataDir, error);
  }
}

/** initdb and pg_ctl pass their paths through a shell in double quotes. */
function refuseUnquotable(path: string, what: string): string {
  const unquotable = process.platform === 'win32' ? /["%\r\n]/ : /["$`\\\r\n]/;
  const found = unquotable.exec(path);
  if (found === null) return path;
  throw new EmbeddedPostgresError(
    `${what}: PostgreSQL cannot work in a folder with ${JSON.stringify(found[0])} in its path: ${path}. Choose another folder, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

async function readPointer(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, POINTER), 'utf8').catch(() => '');
  const home = text.trim();
  if (home === '') return undefined;
  await takeOver(home, folder);
  return home;
}

/** The data follow a project that was moved, and refuse to be shared with a copy of it. */
async function takeOver(home: string, folder: string): Promise<void> {
  const owner = (await readFile(join(home, 'owner'), 'utf8').catch(() => '')).trim();
  if (owner === folder || owner === '' || !weAreRoot()) return;
  const theirs = await readFile(join(owner, POINTER), 'utf8').catch(() => '');
  if (theirs.trim() === home) {
    throw new EmbeddedPostgresError(
      `DATA_DIR: ${folder} looks like a copy of ${owner}, whose data in ${home} it would share. Delete ${join(folder, POINTER)} to begin with an empty database, or set DATA_DIR.`,
    );
  }
  await writeFile(join(home, 'owner'), `${folder}\n`);
}

async function claimElsewhere(folder: string, systemFolder: string): Promise<string> {
  const project = basename(dirname(folder)).replace(/[^A-Za-z0-9._-]+/g, '-') || 'project';
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 10);
  const home = join(systemFolder, `${project}-${hash}`);
  try {
    await mkdir(systemFolder, { recursive: true, mode: 0o755 });
    await writeFile(join(folder, POINTER), `${home}\n`);
    return home;
  } catch (error) {
    throw new EmbeddedPostgresError(
      `${storageFailure(systemFolder, error).message} PostgreSQL runs as an unprivileged user who cannot enter ${folder}: set DATA_DIR to a folder that every user can enter.`,
    );
  }
}

/** The installed binaries where PostgreSQL's user can run them; else a copy beside root's data, shared by all projects. */
async function prepareBinaries(
  binaries: Binaries,
  user: OsUser | undefined,
  folder: string,
  systemFolder: string,
): Promise<string> {
  const usable = await completeBinaries(binaries.native).then(
    () => canEnter(join(binaries.native, 'bin'), user),
    () => false,
  );
  if (usable) return refuseUnquotable(binaries.native, 'The project folder');
  const target = join(weAreRoot() ? systemFolder : folder, `postgresql-${binaries.version}-${process.arch}`);
  const complete = await stat(target).catch(() => undefined);
  return complete ? target : copyBinaries(binaries.native, target);
}

async function copyBinaries(native: string, target: string): Promise<string> {
  const draft = `${target}.new-${randomUUID()}`;
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o755 });
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await completeBinaries(draft);
    await openToAll(draft);
    await rename(draft, target);
    return target;
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    if (await stat(target).catch(() => undefined)) return target;
    throw storageFailure(target, error);
  }
}

/** Everyone may read what npm may have installed for its own user only. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Gives a folder to PostgreSQL's user. */
export async function makeFolderFor(path: string, user: OsUser | undefined): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (user) await chown(path, user.uid, user.gid);
}
