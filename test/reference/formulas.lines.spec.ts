import { describe, expect, it } from '@jest/globals';
import { FORMULAS, formulaLines } from './formulas.lines.ts';
import { disagreements, referenceTable } from './reference.table.ts';

describe.each(['reliable-change', 'conversions'] as const)('%s', (kind) => {
  it('agrees in every line', () => {
    const lines = formulaLines(kind);
    expect({ table: referenceTable(lines), wrong: disagreements(lines) }).toMatchObject({ wrong: 0 });
  });

  it('disagrees in each line whose input is moved', () => {
    const cases = FORMULAS[kind].cases.length;
    expect(disagreements(formulaLines(kind, cases))).toBe(cases);
  });
});
