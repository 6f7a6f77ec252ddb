import { describe, expect, it } from '@jest/globals';
import { BTHEB_FILE, BTHEB_SOURCE, compareBtheB } from './btheb.reference.ts';
import { isLongAsked, leftToReference, missingData, referenceFile } from './reference.data.ts';
import { disagreements } from './reference.table.ts';
import { SGDATA_FILE, SGDATA_SOURCE, compareSgdata } from './sgdata.reference.ts';

describe.each([
  ['BtheB', BTHEB_FILE, BTHEB_SOURCE, compareBtheB],
  ['sgdata', SGDATA_FILE, SGDATA_SOURCE, compareSgdata],
] as const)('%s', (_, path, source, compare) => {
  const file = referenceFile(path);
  if (file === undefined) console.warn(missingData(path, source));
  else if (!isLongAsked()) console.warn(leftToReference(path, 'the comparison with rows left out'));
  const withData = file === undefined ? it.skip : it;
  const atLength = file !== undefined && isLongAsked() ? it : it.skip;

  withData(
    'comes out as published, through importer, log, read models and GraphQL',
    async () => {
      const { lines } = await compare(file ?? '');
      expect(lines.map(({ what, ours, decimals }) => [what, ours.toFixed(decimals)])).toEqual(
        lines.map(({ what, published, decimals }) => [what, published.toFixed(decimals)]),
      );
    },
    600_000,
  );

  atLength(
    'does not come out of another file',
    async () => {
      const { lines } = await compare(file ?? '', 2);
      expect(disagreements(lines)).toBeGreaterThan(0);
    },
    600_000,
  );
});
