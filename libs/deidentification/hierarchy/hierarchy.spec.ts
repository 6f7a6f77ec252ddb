import { describe, expect, it } from '@jest/globals';
import { decode, encode } from '../table/column.ts';
import { generalise, HierarchyError, hierarchyFromCsv, hierarchyOf, valueTree } from './hierarchy.ts';
import { dateHierarchy, numberHierarchy } from './interval.hierarchies.ts';

const sites = hierarchyFromCsv('sites', 'Leeds,North,*\r\n"York, Old",North,*\nBath,South,*\n');

describe('hierarchies', () => {
  it('come from CSV and make a column coarser, leaving what is missing', () => {
    const column = encode('site', ['Leeds', null, 'York, Old', 'Bath']);
    expect(decode(generalise(column, sites, 0))).toEqual(['Leeds', null, 'York, Old', 'Bath']);
    expect(decode(generalise(column, sites, 1))).toEqual(['North', null, 'North', 'South']);
    expect(decode(generalise(column, sites, 2))).toEqual(['*', null, '*', '*']);
  });

  it('refuse by name what they do not cover, and keep the values out of the message', () => {
    const column = encode('site', ['Leeds', 'Hull', 'Ely']);
    const refusal = () => generalise(column, sites, 1);
    expect(refusal).toThrow('hierarchy sites: does not cover 2 of 3 values of column site');
    try {
      refusal();
    } catch (error) {
      expect(error).toBeInstanceOf(HierarchyError);
      expect(error).toMatchObject({ uncovered: ['Hull', 'Ely'] });
    }
    expect(() => generalise(encode('site', []), sites, 3)).toThrow('has levels 0 to 2, not 3');
  });

  it('are no hierarchies when a level splits what the one before joined', () => {
    const split = [
      ['a', 'x', '1'],
      ['b', 'x', '2'],
    ];
    expect(() => hierarchyOf('h', split)).toThrow('row 2 gives level 2 another form');
    expect(() => hierarchyOf('h', [])).toThrow('has no values');
    expect(() => hierarchyOf('h', [['a', 'b'], ['a']])).toThrow('row 2 has 1 cells, the first row 2');
    expect(() => hierarchyOf('h', [['a', '']])).toThrow('row 1 has an empty cell in column 2');
    expect(() =>
      hierarchyOf('h', [
        ['a', 'b'],
        ['a', 'b'],
      ]),
    ).toThrow('row 2 repeats a value');
  });

  it('band ages, the oldest together', () => {
    const ages = numberHierarchy('age5', { from: 18, to: 99, widths: [5, 10], top: 90 });
    expect(ages.paths.get('37')).toEqual(['37', '35–39', '30–39', '*']);
    expect(ages.paths.get('91')).toEqual(['91', '≥90', '≥90', '*']);
    expect(() => numberHierarchy('age', { from: 0, to: 9, widths: [5, 8] })).toThrow('8 is no multiple of 5');
    expect(() => numberHierarchy('age', { from: 0, to: 9, widths: [5, 5] })).toThrow('5 is not above 5');
    expect(() => numberHierarchy('age', { from: 0, to: 99, widths: [10], top: 85 })).toThrow('top 85');
    expect(() => numberHierarchy('age', { from: 9, to: 0, widths: [] })).toThrow('no range');
    expect(() => numberHierarchy('age', { from: 0.5, to: 9, widths: [] })).toThrow('no range');
  });

  it('band dates by month, quarter and year', () => {
    const dates = dateHierarchy('visit', '2023-12-31', '2024-03-01');
    expect(dates.paths.size).toBe(62);
    expect(dates.paths.get('2024-02-29')).toEqual(['2024-02-29', '2024-02', '2024-Q1', '2024', '*']);
    expect(() => dateHierarchy('visit', '2023-02-29', '2024-03-01')).toThrow('2023-02-29 is no date');
  });

  it('give the distance of t-closeness its tree, with one root', () => {
    const column = encode('site', ['Leeds', 'Bath', 'York, Old']);
    expect(valueTree(column, sites).map((level) => [...level])).toEqual([
      [0, 1, 0],
      [0, 0, 0],
    ]);
    const open = hierarchyOf('open', [
      ['Leeds', 'North'],
      ['Bath', 'South'],
      ['York, Old', 'North'],
    ]);
    expect(valueTree(column, open).map((level) => [...level])).toEqual([
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });
});
