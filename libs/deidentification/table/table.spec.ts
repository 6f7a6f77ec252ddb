import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnsOf, decode, encode, encodeNumbers, tableOf } from './column.ts';
import { CsvColumns, type CsvTableOptions } from './csv.columns.ts';
import { groupRows } from './grouping.ts';

function read(text: string, options?: CsvTableOptions, chunk = 7) {
  const columns = new CsvColumns(options);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunk) columns.push(bytes.subarray(at, at + chunk));
  return columns.end();
}

describe('columns', () => {
  it('tell a missing value from an empty one', () => {
    const column = encode('note', ['', null, 'a', undefined, '']);
    expect([...column.codes]).toEqual([0, -1, 1, -1, 0]);
    expect(decode(column)).toEqual(['', null, 'a', null, '']);
  });

  it('order numbers by size and take no infinity', () => {
    expect(encodeNumbers('n', [10, 9, Number.NaN, -0, 0]).values).toEqual(['0', '9', '10']);
    expect(() => encodeNumbers('n', [Infinity])).toThrow('column n: infinite number');
  });

  it('make a table only together', () => {
    const [a, b] = [encode('a', ['x', 'y']), encode('b', ['x'])];
    expect(() => tableOf([a, b])).toThrow('column b: has 1 rows, the first column 2');
    expect(() => tableOf([a, a])).toThrow('column a: comes twice');
    expect(() => tableOf([{ name: 'c', codes: Int32Array.of(1), values: ['x'] }])).toThrow('outside its dictionary');
    expect(() => columnsOf(tableOf([a]), ['z'])).toThrow('column z: is not in the table');
    expect(tableOf([]).rows).toBe(0);
  });
});

describe('grouping', () => {
  it('agrees with comparing rows, whatever the widths', () => {
    const cell = fc.integer({ min: -1, max: 3 });
    const widths = fc.constantFrom(4, 1_000, 70_000, 2_000_000_000);
    const tables = fc.array(fc.tuple(widths, fc.array(cell, { minLength: 12, maxLength: 12 })), { maxLength: 6 });
    fc.assert(
      fc.property(tables, (columns) => {
        const given = columns.map(([cardinality, codes]) => ({ cardinality, codes: Int32Array.from(codes) }));
        const { of, count } = groupRows(given, 12);
        const keys = [...of.keys()].map((row) => given.map(({ codes }) => codes[row]).join());
        const numbers = new Map<string, number>();
        for (const key of keys) if (!numbers.has(key)) numbers.set(key, numbers.size);
        expect([...of]).toEqual(keys.map((key) => numbers.get(key)));
        expect(count).toBe(numbers.size);
      }),
    );
  });
});

describe('CSV', () => {
  it('is encoded whatever the chunks', () => {
    const text = '\uFEFFage,site\r\n35,"York, Old"\r\n,"say ""so"""\n\n35,"two\nlines"\n';
    for (let chunk = 1; chunk < 20; chunk += 1) {
      const { rows, columns } = read(text, {}, chunk);
      expect(rows).toBe(3);
      expect(columns.map(decode)).toEqual([
        ['35', null, '35'],
        ['York, Old', 'say "so"', 'two\nlines'],
      ]);
    }
  });

  it('gives back any cells that were written by the rules', () => {
    const cells = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { minLength: 1, maxLength: 20 });
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 40 }), (rows, chunk) => {
        const text = `a,b\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}`;
        const table = read(text, { missing: [] }, chunk);
        const [a, b] = table.columns.map(decode);
        expect(rows.map((_, row) => [a?.[row], b?.[row]])).toEqual(
          rows.map((row) => row.map((cell) => new TextDecoder().decode(new TextEncoder().encode(cell)))),
        );
      }),
    );
  });

  it('keeps the columns asked for and reads the missing codes given', () => {
    const { columns } = read('a,b,c\n1,NA,3\n', { columns: ['c', 'b'], missing: ['NA', ''] });
    expect(columns.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(columns.map(decode)).toEqual([[null], ['3']]);
  });

  it('holds thousands of values', () => {
    const lines = Array.from({ length: 5_000 }, (_, row) => `value ${row},${row % 3}`);
    const [first] = read(`a,b\n${lines.join('\n')}`, {}, 1_000).columns;
    expect(first?.values).toHaveLength(5_000);
  });

  it.each([
    ['a,b\n1\n', 'line 2: has 1 cells, the header 2'],
    ['a,b\n1,2\n1,2,3', 'line 3: has 3 cells, the header 2'],
    ['a,a\n1,2\n', 'line 1: column a comes twice'],
    ['a\n"1\n', 'line 2: a quote is never closed'],
    ['a\n"1"2\n', 'line 2: something follows a closing quote'],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('gives up on a quote that is never closed before it holds the file', () => {
    const columns = new CsvColumns();
    const chunk = new TextEncoder().encode(`a\n"${'x'.repeat(1 << 19)}`);
    expect(() => [chunk, chunk.subarray(3), chunk.subarray(3)].forEach((part) => columns.push(part))).toThrow(
      'mebibyte',
    );
  });

  it('refuses a column that is not there, and takes a file of nothing', () => {
    expect(() => read('a\n1\n', { columns: ['z'] })).toThrow('column z is not in the header');
    expect(read('')).toEqual({ rows: 0, columns: [] });
    expect(read('a,b')).toMatchObject({ rows: 0, columns: [{ name: 'a' }, { name: 'b' }] });
  });
});
