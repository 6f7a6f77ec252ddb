import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BTHEB_FILE,
  BTHEB_SOURCE,
  compareBtheB,
  compareSgdata,
  SGDATA_FILE,
  SGDATA_SOURCE,
} from './outcomes.reference.ts';
import { missingData, referenceFile, withoutRows } from './reference.data.ts';
import { disagreements, type ReferenceLine, referenceTable } from './reference.table.ts';

const folder = mkdtemp(join(tmpdir(), 'reference-'));
afterAll(async () => rm(await folder, { recursive: true, force: true }));

describe.each([
  ['BtheB', BTHEB_FILE, BTHEB_SOURCE, compareBtheB],
  ['sgdata', SGDATA_FILE, SGDATA_SOURCE, compareSgdata],
] as const)('%s', (name, path, source, compare: (file: string) => Promise<readonly ReferenceLine[]>) => {
  const file = referenceFile(path);
  if (file === undefined) console.warn(missingData(path, source));
  const either = file === undefined ? it.skip : it;

  either('agrees in every line', async () => {
    const lines = await compare(file ?? '');
    expect({ table: referenceTable(lines), wrong: disagreements(lines) }).toMatchObject({ wrong: 0 });
  });

  either('disagrees when rows of the file are missing', async () => {
    const copy = join(await folder, `${name}.csv`);
    await withoutRows(file ?? '', copy, 3);
    expect(disagreements(await compare(copy))).toBeGreaterThan(0);
  });
});
