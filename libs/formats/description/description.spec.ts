import { describe, expect, it } from '@jest/globals';
import { HOSTILE, HOSTILE_TABLE } from '../hostile.specification.ts';
import { checkDescription } from './description.check.ts';
import {
  columnsIn,
  type DatasetDescription,
  type DescribedTable,
  type Variable,
  wordsIn,
} from './dataset.description.ts';

const withTable = (more: Partial<DescribedTable>): DatasetDescription => ({
  ...HOSTILE,
  tables: [{ ...HOSTILE_TABLE, ...more }],
});
const withColumn = (more: Partial<Variable>): DatasetDescription => {
  const { subject: _, ...table } = HOSTILE_TABLE;
  const columns: readonly Variable[] = [{ name: 'a', label: { en: 'A' }, type: 'integer', ...more }];
  return { ...HOSTILE, tables: [{ ...table, key: [], columns }] };
};
const wrong = (dataset: DatasetDescription) => () => checkDescription(dataset);
const codes = (...values: (string | number)[]) => values.map((value) => ({ value, label: { en: 'x' } }));

describe('description of a data set', () => {
  it('takes hostile labels, and the same language or a nearer one', () => {
    expect(wrong(HOSTILE)).not.toThrow();
    expect(wordsIn({ en: 'Sex', pt: 'Sexo' }, 'pt-BR')).toBe('Sexo');
    expect(wordsIn({ en: 'Sex' }, 'sv')).toBe('Sex');
    expect(columnsIn(HOSTILE_TABLE, 'sv')[4]).toEqual({
      name: 'phq9_total',
      label: 'PHQ-9, summa',
      type: 'integer',
      unit: '{points}',
      codes: [{ value: 0, label: 'inga' }],
      missing: [
        { value: -77, label: 'dolt' },
        { value: -88, label: 'raderat' },
      ],
    });
  });

  it.each<[string, DatasetDescription, string]>([
    ['its id', { ...HOSTILE, id: 'A b' }, 'column id: a data set is called by lower-case letters'],
    ['no language', { ...HOSTILE, languages: [] }, 'column languages: there is none'],
    ['a language', { ...HOSTILE, languages: ['English!'] }, 'English! is no language tag'],
    [
      'a table twice',
      { ...HOSTILE, tables: [HOSTILE_TABLE, { ...HOSTILE_TABLE, name: 'VISITS' }] },
      'VISITS comes twice',
    ],
    ['a path upwards', withTable({ file: { path: 'data/../../x.csv' } }), 'column visits: its file is no path inside'],
    ['an absolute path', withTable({ file: { path: '/etc/x.csv' } }), 'column visits: its file is no path inside'],
    ['rows', withTable({ rows: -1 }), 'column visits: -1 is no number of rows'],
    ['a key', withTable({ key: ['nobody'] }), 'column visits.nobody: tells rows apart and is not in the table'],
    ['a name', withColumn({ name: 'a b' }), 'column visits.a b: no name'],
    ['a long name', withColumn({ name: 'a'.repeat(33) }), 'no name: a letter, then letters, digits and _, 32 in all'],
    ['a code of another type', withColumn({ codes: codes('0') }), 'column visits.a: a code is no integer'],
    ['a broken code', withColumn({ codes: codes(0.5) }), 'column visits.a: a code is no integer'],
    ['a number as a text', withColumn({ type: 'text', codes: codes(1) }), 'column visits.a: a code is no text'],
    ['a code of two lines', withColumn({ type: 'text', codes: codes('a\nb') }), 'column visits.a: a code is no text'],
    ['codes of a date', withColumn({ type: 'date', codes: codes('x') }), 'column visits.a: a date takes no codes'],
    ['a code twice', withColumn({ codes: codes(1), missing: codes(1) }), 'column visits.a: 1 comes twice'],
    [
      'four missing codes',
      withColumn({ missing: codes(1, 2, 3, 4) }),
      'column visits.a: 4 missing codes; SPSS takes 3',
    ],
    ['a wide missing code', withColumn({ type: 'text', missing: codes('(suppressed)') }), 'more than 8 bytes'],
    ['no label', withColumn({ label: { en: ' ' } }), 'column visits.a: has no English words'],
    ['a control', withColumn({ label: { en: 'A', sv: 'a\u0000' } }), 'column visits.a: its words hold a control'],
    ['half a character', withColumn({ formula: { en: '\ud800' } }), 'column visits.a: its words hold a control'],
    ['a range', withColumn({ range: { least: 2, most: 1 } }), 'column visits.a: its range ends before it begins'],
  ])('refuses %s by its name', (_, dataset, message) => {
    expect(wrong(dataset)).toThrow(message);
  });
});
