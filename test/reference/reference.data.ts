import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a published data set lies, or undefined where it is not at hand: their licences keep them out of this repository. */
export function referenceFile(path: string): string | undefined {
  const folder = process.env['INTERSESSION_REFERENCE_DATA'] ?? '../shared/data';
  const file = join(folder, path);
  return existsSync(file) ? file : undefined;
}

/** What to say, loudly, where a data set is not at hand. */
export function missingData(path: string, source: string): string {
  return [
    `SKIPPED: ${path} is not here, so nothing was compared.`,
    `Get it from ${source} and set INTERSESSION_REFERENCE_DATA to the folder that holds ${path}.`,
  ].join('\n');
}

/** Set to compare in the tests what `npm run reference` compares too, and takes long. */
export const LONG_VARIABLE = 'INTERSESSION_LONG_STORIES';
export const isLongAsked = (): boolean => process.env[LONG_VARIABLE] !== undefined;

/** What to say, loudly, where a data set is here and a comparison is left to `npm run reference`. */
export function leftToReference(path: string, what: string): string {
  return `SKIPPED: ${what} of ${path} is left to \`npm run reference\`; set ${LONG_VARIABLE} to see it here.`;
}

/** Linear congruential: the same rows go in every run. */
function* draws(): Generator<number, never> {
  for (let state = 20_201; ; state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) yield state / 2_147_483_648;
}

/** Copies a CSV file (one line a row) without some of its rows, chosen blindly and the same each time. */
export async function withoutRows(file: string, copy: string, count: number): Promise<void> {
  const [header = '', ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  for (const draw of draws()) {
    if (count <= 0 || rows.length === 0) break;
    rows.splice(Math.floor(draw * rows.length), 1);
    count -= 1;
  }
  await writeFile(copy, [header, ...rows, ''].join('\n'));
}
