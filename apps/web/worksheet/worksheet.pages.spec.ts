import { describe, expect, it } from '@jest/globals';
import { builtInWorksheets, checkAnswers } from '#worksheets';
import { firstOfRow, pagesOf, withAnswer, withCell, withoutRow } from './worksheet.pages.ts';

const worksheet = (id: string) => {
  const found = builtInWorksheets.get(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

describe('the screens of a worksheet', () => {
  it('are one a question, and one for each box of a row', () => {
    expect(pagesOf(worksheet('thought-record-5'), {}).map(({ id }) => id)).toEqual([
      ...['situation', 'emotion', 'intensity', 'thought', 'alternative', 'intensity-after'].map(
        (part) => `record/0/${part}`,
      ),
      ...['record/rows', 'change'],
    ]);
  });

  it('grow with the rows, and shrink with them', () => {
    const two = withCell({}, { field: 'record', row: 1, column: 'situation' }, 'Later');
    const record = worksheet('thought-record-5');
    expect(pagesOf(record, two).filter(({ kind }) => kind === 'cell')).toHaveLength(12);
    expect(pagesOf(record, withoutRow(two, 'record', 0)).filter(({ kind }) => kind === 'cell')).toHaveLength(6);
    const [field] = record.fields;
    expect(field?.kind === 'thought-record' ? firstOfRow(field, 1) : '').toBe('record/1/situation');
  });

  it('exist for every worksheet of the library, each with a name of its own', () => {
    for (const each of builtInWorksheets.values()) {
      const ids = pagesOf(each, {}).map(({ id }) => id);
      expect([each.id, ids.length > 0, new Set(ids).size]).toEqual([each.id, true, ids.length]);
    }
  });

  it('give answers that the validator takes', () => {
    const record = worksheet('thought-record-5');
    const values = withCell({}, { field: 'record', row: 0, column: 'situation' }, 'At home');
    const answers = { worksheet: { id: record.id, version: record.version }, values };
    expect(checkAnswers(record, answers, 'draft')).toMatchObject({ ok: true, answers: { values } });
  });

  it('forget an answer that was emptied', () => {
    expect(withAnswer({ a: 'x', b: 1 }, 'a', '')).toEqual({ b: 1 });
    expect(withAnswer({}, 'a', 0)).toEqual({ a: 0 });
  });
});
