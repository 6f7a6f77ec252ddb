/**
 * Writes the generated files, or with `--check` compares them and fails when one has drifted. `--release` adds what the phone's
 * page sends to what installed phones may send for good.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { artefacts, type Artefact } from './artefacts.ts';
import { webDocuments } from './web-documents.ts';

/** The content as it is committed: in Prettier's form, unless Prettier is told to leave that file alone. */
async function render({ path, text }: Artefact): Promise<string> {
  const raw = await text();
  const { ignored, inferredParser } = await getFileInfo(path, { ignorePath: '.prettierignore' });
  if (ignored || inferredParser === null) return raw.endsWith('\n') ? raw : `${raw}\n`;
  return format(raw, { ...(await resolveConfig(path)), filepath: path });
}

async function committed(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What would change, as a unified diff. */
async function difference(path: string, generated: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'drift-'));
  try {
    const file = join(folder, basename(path));
    await writeFile(file, generated);
    const args = ['diff', '--no-index', '--no-color', '--', path, file];
    return spawnSync('git', args, { encoding: 'utf8' }).stdout.split('\n').slice(4, 44).join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns whether the file was as the code makes it. */
async function compare(artefact: Artefact): Promise<boolean> {
  const [generated, present] = await Promise.all([render(artefact), committed(artefact.path)]);
  if (generated === present) return true;
  console.log(present === undefined ? `${artefact.path} is missing` : `${artefact.path} has drifted`);
  if (present !== undefined) console.log(await difference(artefact.path, generated));
  return false;
}

async function write(artefact: Artefact): Promise<boolean> {
  const [generated, present] = await Promise.all([render(artefact), committed(artefact.path)]);
  console.log(`${generated === present ? 'kept   ' : 'written'} ${artefact.path}`);
  if (generated === present) return true;
  await mkdir(dirname(artefact.path), { recursive: true });
  await writeFile(artefact.path, generated);
  return true;
}

/** Runs `task` for every artefact, also after one that failed. @returns how many did not end well. */
async function forEach(task: (artefact: Artefact) => Promise<boolean>): Promise<number> {
  let failed = 0;
  for (const artefact of [...artefacts, ...(await webDocuments())]) {
    try {
      if (!(await task(artefact))) failed += 1;
    } catch (error) {
      failed += 1;
      console.log(`${artefact.path} could not be generated:`, error);
    }
  }
  return failed;
}

const check = process.argv.includes('--check');
if (process.argv.includes('--release')) {
  const { releasedDocuments } = await import('./released-documents.ts');
  await write(await releasedDocuments());
}
const failed = await forEach(check ? compare : write);
if (check && failed > 0) console.log('run `npm run generate`, look at what changed, and commit it');
process.exit(failed === 0 ? 0 : 1);
