import { describe, expect, it } from '@jest/globals';
import { resolveHeader } from '../csv/table.header.ts';
import { recordsTable } from '../mapping/records-table.schema.ts';
import { recordCells } from './record.cells.ts';

/** The derived value `d` of a row with the columns a, b and c, and what is wrong with it. */
function derive(value: object, cells: readonly string[], more: object = {}) {
  const table = recordsTable.parse({
    kind: 'records',
    name: 'rows',
    time: { zone: 'UTC', format: 'iso-8601' },
    participant: { column: 'who' },
    key: ['who'],
    at: { kind: 'time', column: 'a' },
    becomes: [{ kind: 'time-zone', column: 'd' }],
    derived: [
      { name: 'all', value: { kind: 'concat', of: ['a', 'b', 'c'] } },
      { name: 'd', value },
    ],
    ...more,
  });
  const header = resolveHeader(['who', 'a', 'b', 'c'], table, 'rows.csv', 1);
  const row = recordCells({ table, header, joined: [] })({ line: 2, fields: ['p', ...cells] });
  return { value: row.optional('d'), problems: row.problems };
}

describe('a derived column', () => {
  it.each([
    [{ kind: 'sum', of: ['a', 'b', 'c'] }, ['0.1', '0.2', '0'], '0.3'],
    [{ kind: 'sum', of: ['a', 'b', 'c'] }, ['1', 'NA', '2'], undefined],
    [{ kind: 'sum', of: ['a', 'b', 'c'], whenMissing: 'skip' }, ['1', 'NA', '2'], '3'],
    [{ kind: 'sum', of: ['a', 'b', 'c'], whenMissing: 'skip' }, ['', '', ''], undefined],
    [{ kind: 'mean', of: ['a', 'b', 'c'] }, ['1', '2', 'NA'], undefined],
    [{ kind: 'mean', of: ['a', 'b', 'c'], atLeast: 2 }, ['1', '2', 'NA'], '1.5'],
    [{ kind: 'difference', of: ['a', 'b'] }, ['1', '2.5', ''], '-1.5'],
    [{ kind: 'linear', of: 'a', times: -1, plus: 4 }, ['3', '', ''], '1'],
    [{ kind: 'recode', of: 'a', values: { x: 'y', z: null } }, ['x', '', ''], 'y'],
    [{ kind: 'recode', of: 'a', values: { x: 'y', z: null } }, ['z', '', ''], undefined],
    [{ kind: 'recode', of: 'a', values: {}, otherwise: 'keep' }, ['constructor', '', ''], 'constructor'],
    [{ kind: 'concat', of: ['a', 'b'], separator: '-' }, ['1', '2', ''], '1-2'],
    [{ kind: 'first-present', of: ['a', 'b', 'c'] }, ['NA', '', '7'], '7'],
    [{ kind: 'slice', of: 'a', from: 0, to: 10 }, ['2024-01-02T10:00', '', ''], '2024-01-02'],
    [{ kind: 'constant', value: 'x' }, ['', '', ''], 'x'],
  ])('%j of %j is %s', (value, cells, expected) => {
    expect(derive(value, cells)).toEqual({ value: expected, problems: [] });
  });

  it.each([
    [{ kind: 'sum', of: ['a', 'b'] }, ['x', '2', ''], { column: 'a', value: 'x', reason: 'is not a number' }],
    [{ kind: 'recode', of: 'a', values: {} }, ['q', '', ''], { column: 'a', value: 'q' }],
    [
      { kind: 'linear', of: 'a', times: 1e300 },
      ['9', '', ''],
      { column: 'd', reason: 'is too large or too small a number' },
    ],
  ])('%j of %j names the cell', (value, cells, problem) => {
    expect(derive(value, cells)).toMatchObject({ value: undefined, problems: [problem] });
  });

  it('knows decimal commas and the missing codes of one column', () => {
    const value = { kind: 'sum', of: ['a', 'b'], whenMissing: 'skip' };
    const more = { decimal: ',', missingIn: { a: ['-9'] } };
    expect(derive(value, ['1,5', '2', ''], more).value).toBe('3,5');
    expect(derive(value, ['-9', '2', ''], more).value).toBe('2');
    expect(derive(value, ['2', '-9', ''], more).value).toBe('-7');
    expect(derive(value, ['1.000', '2', ''], more).problems).toHaveLength(1);
  });

  it('must not hide a column of the file', () => {
    expect(() =>
      derive({ kind: 'constant', value: 'x' }, [], {
        derived: [{ name: 'b', value: { kind: 'constant', value: '1' } }],
        becomes: [{ kind: 'time-zone', column: 'b' }],
      }),
    ).toThrow(/derives or joins "b", which the file holds itself/);
  });
});
