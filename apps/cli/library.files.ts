import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Worksheet, parseWorksheet } from '#worksheets';
import { Unusable } from './cli.error.ts';

/** Larger than any worksheet may be, so that a wrong file is not read whole. */
const MOST_BYTES = 2_000_000;

/** Reads worksheets from files that others made. @throws Unusable, naming the file and each field that is wrong */
export async function readWorksheets(files: readonly string[]): Promise<readonly Worksheet[]> {
  const worksheets: Worksheet[] = [];
  for (const file of files) worksheets.push(await readWorksheet(file));
  return worksheets;
}

async function readWorksheet(file: string): Promise<Worksheet> {
  const parsed = parseWorksheet(await textOf(file));
  if (parsed.ok) return parsed.worksheet;
  const errors = parsed.errors.map(({ path, message }) => `\n  ${path} ${message}`);
  throw new Unusable(`${file} is not a worksheet:${errors.join('')}`);
}

async function textOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw new Unusable(`${file} has ${size} bytes; a worksheet has at most ${MOST_BYTES}`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    throw new Unusable(`${file} cannot be read (${code})`);
  }
}

/** Writes each worksheet as `<id>.worksheet.json`, to be changed, shared and read again. @returns the files */
export async function writeWorksheets(worksheets: readonly Worksheet[], folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const worksheet of worksheets) {
    const file = join(folder, `${worksheet.id}.worksheet.json`);
    await writeFile(file, `${JSON.stringify(worksheet, undefined, 2)}\n`);
    files.push(file);
  }
  return files;
}
