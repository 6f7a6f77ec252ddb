import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anonymity } from '../risk/k-anonymity.ts';
import { decode, encode } from '../table/column.ts';
import { suppressLocally } from './local.suppression.ts';
import { SUPPRESSED } from './suppressed.value.ts';

describe('local suppression', () => {
  it('takes the fewest cells that let a record agree with others, the cheapest column first', () => {
    const columns = [encode('age', ['30', '30', '30', '40', '40']), encode('sex', ['f', 'f', 'm', 'm', 'm'])];
    const found = suppressLocally(columns, { k: 2, missing: 'wildcard' });
    expect(found).toMatchObject({ outcome: 'reached', cells: 1, byColumn: { age: 1, sex: 0 } });
    const dear = suppressLocally(columns, { k: 2, missing: 'wildcard', costs: { age: 3 } });
    expect(dear).toMatchObject({ byColumn: { age: 0, sex: 1 } });
    expect(dear.outcome === 'reached' && dear.columns.map(decode)[1]).toEqual(['f', 'f', SUPPRESSED, 'm', 'm']);
  });

  it('cannot find k records among fewer', () => {
    expect(suppressLocally([encode('age', ['1', '2'])], { k: 3, missing: 'wildcard' })).toEqual({
      outcome: 'unreachable',
      records: 2,
    });
    expect(suppressLocally([encode('age', [])], { k: 3, missing: 'wildcard' })).toMatchObject({ cells: 0 });
  });

  it('refuses what is no aim', () => {
    const columns = [encode('age', ['1'])];
    expect(() => suppressLocally(columns, { k: 0.5, missing: 'wildcard' })).toThrow('k: 0.5');
    expect(() => suppressLocally(columns, { k: 1, missing: 'wildcard', costs: { age: 0 } })).toThrow('column age');
    const many = Array.from({ length: 17 }, (_, index) => encode(`c${index}`, ['x']));
    expect(() => suppressLocally(many, { k: 1, missing: 'wildcard' })).toThrow('column c16: more than 16');
  });

  const cells = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null, freq: 9 }), {
    minLength: 12,
    maxLength: 12,
  });
  it.each(['wildcard', 'own-value'] as const)(
    'reaches k on any table, %s, and changes nothing but cells',
    (missing) => {
      fc.assert(
        fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 6 }), (given, k) => {
          const columns = given.map((column, index) => encode(`q${index}`, column));
          const found = suppressLocally(columns, { k, missing });
          if (found.outcome !== 'reached') throw new Error('12 records are enough');
          expect(anonymity(found.columns, missing).k).toBeGreaterThanOrEqual(k);
          const after = found.columns.map(decode);
          let suppressed = 0;
          given.forEach((column, index) =>
            column.forEach((cell, row) => {
              if (after[index]![row] === SUPPRESSED) suppressed += 1;
              else expect(after[index]![row]).toBe(cell);
            }),
          );
          expect(found.cells).toBe(suppressed);
          if (anonymity(columns, missing).k >= k) expect(found.cells).toBe(0);
        }),
      );
    },
  );
});
