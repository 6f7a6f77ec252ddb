import { describe, expect, it } from '@jest/globals';
import { mappingOf } from '../../../test/imports/mapping.factory.ts';
import type { AttemptsTable } from '../mapping/attempts-table.schema.ts';
import { resolveHeader } from './table.header.ts';

function resolve(names: readonly string[], change: Record<string, unknown> = {}) {
  const [table] = mappingOf(change).tables;
  return resolveHeader(names, table as AttemptsTable, 'log.csv', 1);
}

describe('the header', () => {
  it('finds columns in any order, whatever white space or composition their names have', () => {
    const header = resolve([' to', 'who ', 'n', 'from']);
    expect(['who', 'n', 'from', 'to'].map((name) => header.placeOf(name))).toEqual([1, 2, 3, 0]);
    const composed = resolve(['who', 'e\u0301', 'from', 'to'], { key: ['\u00e9'] });
    expect(composed.placeOf('\u00e9')).toBe(1);
  });

  it('finds the column without a name', () => {
    expect(resolve(['', 'who', 'from', 'to'], { key: [''] }).placeOf('')).toBe(0);
  });

  it.each([
    [['who', 'n', 'from'], {}, 'there is no column "to"; the file has "who", "n", "from"'],
    [['who', 'n', 'n', 'from', 'to'], {}, 'the column "n" is there more than once (columns 2 and 3)'],
    [['who', 'n', 'from', 'to', 'Label'], {}, 'the mapping neither uses nor ignores "Label"'],
    [['who;n;from;to'], {}, 'the header is one column: is csv.delimiter right?'],
    [Array.from({ length: 5_001 }, (_, index) => String(index)), {}, 'has 5001 columns; 5000 is the most'],
  ])('refuses %.30j', (names, change, problem) => {
    expect(() => resolve(names, change)).toThrow(problem);
  });

  it('lets columns be that are ignored by name, or all others when the mapping says so', () => {
    const names = ['who', 'n', 'from', 'to', 'Label', 'Label'];
    expect(resolve(names, { ignored: [{ column: 'Label', why: 'a judgement' }] }).width).toBe(6);
    expect(resolve(names, { otherColumns: 'ignore' }).width).toBe(6);
  });
});
