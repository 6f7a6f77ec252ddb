import { describe, expect, it } from '@jest/globals';
import { G_ICBT_FILE, G_ICBT_SOURCE, compareGIcbt } from './g-icbt.reference.ts';
import { isLongAsked, leftToReference, missingData, referenceFile } from './reference.data.ts';
import { disagreements, median, referenceTable } from './reference.table.ts';

const file = referenceFile(G_ICBT_FILE);
if (file === undefined) console.warn(missingData(G_ICBT_FILE, G_ICBT_SOURCE));
else if (!isLongAsked()) console.warn(leftToReference(G_ICBT_FILE, 'the whole comparison'));
const withData = file !== undefined && isLongAsked() ? it : it.skip;

describe('G-ICBT', () => {
  withData(
    'comes out as published, through importer, log, read models and GraphQL',
    async () => {
      const { lines, explanation } = await compareGIcbt(file ?? '');
      expect(lines.map(({ ours, decimals }) => Number(ours.toFixed(decimals)))).toEqual(
        lines.map(({ published }) => published),
      );
      expect(explanation.join(' ')).toMatch(/day/);
    },
    600_000,
  );
});

describe('a reference table', () => {
  const agreeing = { what: 'patients', ours: 342, published: 342, decimals: 0 };

  it('compares to the decimals that are published', () => {
    expect(disagreements([agreeing, { what: 'median', ours: 15.13333, published: 15.1333, decimals: 4 }])).toBe(0);
    expect(disagreements([agreeing, { what: 'median', ours: 15.1334, published: 15.1333, decimals: 4 }])).toBe(1);
    expect(disagreements([{ ...agreeing, ours: Number.NaN }])).toBe(1);
  });

  it('says which lines disagree', () => {
    expect(referenceTable([agreeing, { ...agreeing, what: 'minutes', ours: 1_234.5, decimals: 1 }])).toBe(
      [
        '              ours   published',
        'patients       342         342   agrees',
        'minutes    1,234.5       342.0   DISAGREES',
      ].join('\n'),
    );
  });

  it('knows the median', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
    expect(median([])).toBeNaN();
  });
});
