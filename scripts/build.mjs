/**
 * `npm run build`: the TypeScript and the pages into `dist`. A part that was made from the very sources that are here is left alone: a
 * stamp in `dist` holds their hash. `--force` builds everything, `npm run build -- web` that part alone.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(PROJECT, 'dist');
const CODE_FOLDERS = ['apps', 'libs', 'test', 'bench', 'scripts'];

/** What a build consists of: from which files, to where, and how. */
const PARTS = [
  {
    name: 'program',
    folders: CODE_FOLDERS,
    settings: ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
    takes: (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('.d.ts'),
    output: 'apps/api/main.js',
    needs: ['typescript', 'zod', '@nestjs/core'],
    make: makeProgram,
  },
  {
    name: 'console',
    folders: ['apps/console', 'examples/queries'],
    settings: ['package-lock.json'],
    takes: () => true,
    output: 'console/index.html',
    needs: ['vite'],
    make: () => run('vite/bin/vite.js', ['build', '--config', 'apps/console/vite.config.mjs']),
  },
  {
    name: 'web',
    folders: ['apps/web', ...['worksheets', 'instruments', 'calendar'].map((name) => `libs/${name}`)],
    settings: ['package.json', 'package-lock.json', 'tsconfig.json'],
    takes: (path) => !/\.(spec\.tsx?|md|sql)$/.test(path),
    output: 'web/participant.html',
    needs: ['vite', 'react', '@vitejs/plugin-react'],
    make: () => run('vite/bin/vite.js', ['build', '--config', 'apps/web/vite.config.ts']),
  },
  {
    name: 'worksheets',
    folders: ['libs/worksheets'],
    settings: ['package-lock.json', 'scripts/worksheets.vite.mjs'],
    takes: (path) => path.endsWith('.js') || (path.endsWith('.ts') && !path.endsWith('.spec.ts')),
    output: 'worksheets/fill.js',
    needs: ['vite', 'perfect-freehand'],
    make: () => run('vite/bin/vite.js', ['build', '--config', 'scripts/worksheets.vite.mjs']),
  },
];

async function filesBelow(folder) {
  const entries = await readdir(join(PROJECT, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function sourcesOf({ folders, takes }) {
  return (await Promise.all(folders.map(filesBelow))).flat().filter(takes).sort();
}

/** One hash over the names and contents of everything that the part is made from, and the version of Node. */
async function hashOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\0${relative(PROJECT, file)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

async function makeProgram(sources, anew) {
  // What tsc believes to have written may be gone after a crash or a clean-up by hand.
  if (anew) await rm(join(DIST, '.build.tsbuildinfo'), { force: true });
  const code = await run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  if (code === 0) await removeOrphans(sources);
  return code;
}

/** Output whose source is gone would still be importable. */
async function removeOrphans(files) {
  const sources = new Set(files.map((file) => relative(PROJECT, file).replace(/\.ts$/, '')));
  for (const folder of CODE_FOLDERS) {
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
      // A test that builds is to see what people get.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 2, 2],
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

/** Builds the parts that are not what these sources give, all or `only` those named. @returns their names */
export async function buildIfNeeded({
  force = false,
  only = PARTS.map(({ name }) => name),
  announce = () => undefined,
} = {}) {
  const built = [];
  for (const part of PARTS.filter(({ name }) => only.includes(name))) {
    const sources = await sourcesOf(part);
    if (sources.length === 0) continue;
    const stamp = join(DIST, `.${part.name}.stamp`);
    const hash = await hashOf([...part.settings.map((name) => join(PROJECT, name)), ...sources]);
    const present = await readFile(stamp, 'utf8').catch(() => '');
    const there = existsSync(join(DIST, part.output));
    if (!force && there && present === hash) continue;
    requireDependencies(...part.needs);
    announce(part.name);
    await mkdir(DIST, { recursive: true });
    await rm(stamp, { force: true });
    if ((await part.make(sources, force || !there || present === '')) !== 0) {
      throw new BuildError(`The build of the ${part.name} failed; see the errors above.`);
    }
    await writeFile(stamp, hash);
    built.push(part.name);
  }
  return built;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const options = process.argv.slice(2);
  const named = options.filter((option) => !option.startsWith('-'));
  try {
    const built = await buildIfNeeded({
      force: options.includes('--force'),
      ...(named.length === 0 ? {} : { only: named }),
    });
    if (built.length === 0) console.log(`${relative(process.cwd(), DIST) || DIST}${sep} is up to date`);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
