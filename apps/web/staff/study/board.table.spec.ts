import { describe, expect, it } from '@jest/globals';
import { csvOf, type Panel, panelOf } from './board.table.ts';
import { hoursText } from './board.text.ts';
import { inOrder, shadeOf } from './figures/heat-map.grid.ts';
import { changesOf, contentsOf } from './entry.changes.ts';

const panel: Panel = {
  ...{ title: 'Late, and why', definition: 'as said', denominator: 'attempts', n: 2, logIndex: 7 },
  excluded: [{ reason: 'no-total', people: 3 }],
  columns: [
    { name: 'person', about: 'id' },
    { name: 'note', about: 'text' },
    { name: 'lag', about: 'hours' },
  ],
  rows: [
    ['p1', '=HYPERLINK("http://evil")', -1.5],
    ['p2', 'one\r\ntwo, "three"', null],
  ],
  figures: {},
};

describe('a panel as CSV', () => {
  it('says what it is, quotes what has to be, and is no formula', () => {
    expect(csvOf(panel).split('\r\n')).toEqual([
      '# title,"Late, and why"',
      '# definition,as said',
      '# denominator,attempts',
      '# people,2',
      '# excluded,no-total,3',
      '# log index,7',
      'person,note,lag',
      `p1,"'=HYPERLINK(""http://evil"")",-1.5`,
      'p2,"one',
      'two, ""three""",',
      '',
    ]);
  });
});

describe('a panel from the server', () => {
  it.each([
    ['no list', 'rows'],
    ['a list of no rows', [1, null, 'x']],
    ['rows that hold more than values', [[{ a: 1 }], [[1]], ['kept']]],
  ])('reads %s as what of it is a table', (_, rows) => {
    const read = panelOf({ ...panel, excluded: [], columns: [], rows, figures: { kept: 1, left: [1] } });
    expect(read.rows.every((row) => row.length === 1 && row[0] === 'kept')).toBe(true);
    expect(read.figures).toEqual({ kept: 1 });
  });
});

describe('people of a heat-map', () => {
  const rows = [
    ['b', 'south', 'enrolled', 0.5, null],
    ['a', 'north', 'enrolled', -1, null],
    ['c', 'north', 'enrolled', 1, 0.5],
  ];
  it('stand in the order that is asked, those without homework last', () => {
    const names = (order: 'most' | 'least' | 'site' | 'person') => inOrder(rows, order).map(([name]) => name);
    expect(names('most')).toEqual(['c', 'b', 'a']);
    expect(names('least')).toEqual(['b', 'c', 'a']);
    expect(names('site')).toEqual(['c', 'a', 'b']);
    expect(names('person')).toEqual(['a', 'b', 'c']);
  });
  it('have a shade for every value, and another for what nobody told', () => {
    expect([0, 0.25, 0.5, 0.75, 1, 2, -1].map(shadeOf)).toEqual([
      ...['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-4', 'heat-unknown'],
    ]);
  });
});

describe('hours', () => {
  it('are said as people say them', () => {
    expect([0.5, 5, 71, 72, 240].map((hours) => hoursText(hours, 'en'))).toEqual([
      ...['30 mins', '5 hours', '71 hours', '3 days', '10 days'],
    ]);
  });
});

describe('before and after', () => {
  const told = (revision: number, type: string, data: object) => ({ eventId: `e${revision}`, revision, type, data });
  const first = told(0, 'AttemptRecorded', { done: { amount: 10, unit: 'times' }, note: { sealed: true, length: 3 } });
  const once = told(1, 'EntryCorrected', { entryId: 'e0', replacement: { done: { amount: 1, unit: 'times' } } });
  const twice = told(2, 'EntryCorrected', { entryId: 'e0', replacement: { done: { amount: 2, unit: 'times' } } });
  const gone = told(3, 'EntryVoided', { entryId: 'e0' });
  const record = [first, once, twice, gone];

  it('of a correction are what stood then, which may be a correction itself', () => {
    expect(contentsOf(once, record).before).toEqual(first.data);
    const { before, after } = contentsOf(twice, record);
    expect(changesOf(before, after)).toEqual([{ field: 'done.amount', before: 1, after: 2 }]);
  });
  it('of a voided entry are what it said, and nothing', () => {
    const { before, after } = contentsOf(gone, record);
    expect(changesOf(before, after).map(({ field, after: now }) => [field, now])).toEqual([
      ['done.amount', undefined],
      ['done.unit', undefined],
    ]);
  });
  it('of what is sealed are told as one field, and of a first entry are nothing before it', () => {
    const { before, after } = contentsOf(first, record);
    expect(before).toBeUndefined();
    expect(changesOf(before, after).map(({ field }) => field)).toEqual(['done.amount', 'done.unit', 'note']);
    expect(contentsOf(told(1, 'EntryCorrected', [] as never), [first]).before).toBeUndefined();
  });
});
