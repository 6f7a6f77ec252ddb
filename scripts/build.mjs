/**
 * `npm run build`: the TypeScript into `dist`. Does nothing when `dist` was made from the very sources that are here: a stamp in it
 * holds their hash. `--force` builds anyway.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(PROJECT, 'dist');
const STAMP = join(DIST, '.stamp');
const SOURCE_FOLDERS = ['apps', 'libs', 'test', 'bench', 'scripts'];
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

const isBuilt = (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('.d.ts');

async function filesBelow(folder) {
  const entries = await readdir(join(PROJECT, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function sourceFiles() {
  const found = (await Promise.all(SOURCE_FOLDERS.map(filesBelow))).flat().filter(isBuilt);
  return [...SETTINGS.map((name) => join(PROJECT, name)), ...found].sort();
}

/** One hash over the names and contents of everything that the build reads, and the version of Node. */
async function hashSources(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\0${relative(PROJECT, file)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

/** Output whose source is gone would still be importable. */
async function removeOrphans(files) {
  const sources = new Set(files.map((file) => relative(PROJECT, file).replace(/\.ts$/, '')));
  for (const folder of SOURCE_FOLDERS) {
    for (const file of await filesBelow(join('dist', folder))) {
      const source = relative(DIST, file).replace(/\.js(\.map)?$/, '');
      if (/\.js(\.map)?$/.test(file) && !sources.has(source)) await rm(file);
    }
  }
}

/** Resolves with the exit code. */
function run(script, parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(PROJECT, 'node_modules', ...script.split('/')), ...parameters], {
      cwd: PROJECT,
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

export class BuildError extends Error {}

/** Says what to do when the dependencies are not there. */
export function requireDependencies(...packages) {
  const missing = packages.filter((name) => !existsSync(join(PROJECT, 'node_modules', ...name.split('/'))));
  if (missing.length === 0) return;
  throw new BuildError(
    `Dependencies are missing (${missing.join(', ')}). Run this first, in ${PROJECT}:\n\n    npm ci\n`,
  );
}

/** Builds when `dist` is not what these sources give. @returns whether it had to. */
export async function buildIfNeeded({ force = false, announce = () => undefined } = {}) {
  const files = await sourceFiles();
  const hash = await hashSources(files);
  const present = await readFile(STAMP, 'utf8').catch(() => '');
  if (!force && present === hash) return false;
  requireDependencies('typescript', 'zod', '@nestjs/core');
  announce();
  await mkdir(DIST, { recursive: true });
  await rm(STAMP, { force: true });
  const began = [STAMP, join(DIST, '.build.tsbuildinfo')];
  // What tsc believes to have written may be gone after a crash or a clean-up by hand.
  if (force || present === '') await Promise.all(began.map((path) => rm(path, { force: true })));
  if ((await run('typescript/bin/tsc', ['-p', 'tsconfig.build.json'])) !== 0) {
    throw new BuildError('The build failed; see the errors above.');
  }
  await removeOrphans(files);
  await writeFile(STAMP, hash);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const built = await buildIfNeeded({ force: process.argv.includes('--force') });
    if (!built) console.log(`${relative(process.cwd(), DIST) || DIST}${sep} is up to date`);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
