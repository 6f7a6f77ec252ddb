import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exampleWorksheet as worksheet } from '../example.worksheet.ts';
import { boundTo, checkAnswers } from './answers.check.ts';
import { answersSummary } from './answers.summary.ts';
import type { AnswerMode } from './answers.values.ts';

const binding = { id: worksheet.id, version: worksheet.version };
const check = (values: object, mode: AnswerMode = 'draft') =>
  checkAnswers(worksheet, { worksheet: binding, values }, mode);
const faultsOf = (input: ReturnType<typeof check>) =>
  input.ok ? [] : input.faults.map(({ path, code }) => `${path} ${code}`);
const sha256 = 'b'.repeat(64);

/** An answer to every field that takes one. */
const FULL = {
  text: 'Two <b>lines</b>',
  one: 'yes',
  many: ['c', 'a'],
  scale: 75,
  slider: 3,
  number: 7.5,
  date: '2026-02-28',
  time: '23:59',
  duration: 90,
  rows: [{ what: 'A', score: 4, pick: ['x'] }, { score: 7 }],
  record: [{ situation: 'S', thought: 'T', belief: 80 }],
  ladder: [{ step: 'One', before: 50, peak: 80, after: 20 }],
  schedule: [{}, { planned: 'P', done: 'D', mastery: 1, pleasure: 9 }],
  mood: [{ mood: 5 }],
  sleep: [{ 'to-bed': '22:30', woke: '06:00' }],
  breath: 120,
  practice: 300,
  drawing: { strokes: [{ colour: 1, width: 10, points: [[1, 2, 0.5]] }], description: 'A dot' },
  files: [{ attachmentId: 'att-1', sha256, kind: 'photo' }],
  checks: ['two'],
  book: 'part',
  note: 'N',
};

describe('answers', () => {
  it('of every kind pass, with computed values and in the order of the worksheet', () => {
    const checked = check(FULL, 'complete');
    expect(checked.ok && checked.answers.values).toEqual({ ...FULL, many: ['a', 'c'] });
    expect(checked.ok && checked.computed).toEqual({ mean: { value: 5.5 }, drop: { value: 60 } });
    expect(checked.ok && checked.dropped).toEqual([]);
    expect(checked.ok && checked.answers.worksheet).toEqual(binding);
  });

  it('may be incomplete as a draft, and say what is missing when they are to be complete', () => {
    expect(check({})).toMatchObject({ ok: true, unanswered: ['text'], computed: { mean: { value: null } } });
    expect(faultsOf(check({ one: 'no' }, 'complete'))).toEqual(['values.text Required', 'values.why-not Required']);
    expect(faultsOf(check({ text: '  ' }, 'complete'))).toEqual(['values.text Required']);
    const drawn = { text: 'x', drawing: { strokes: FULL.drawing.strokes } };
    expect(faultsOf(check(drawn, 'complete'))).toEqual(['values.drawing.description Required']);
  });

  it('drop what a rule hides and what is not asked, and say so', () => {
    const checked = check({ one: 'yes', 'why-not': 'hidden', mean: 9, words: 'x' });
    expect(checked.ok && checked.answers.values).toEqual({ one: 'yes' });
    expect(checked.ok && checked.dropped).toEqual([
      { path: 'values.mean', reason: 'not-asked' },
      { path: 'values.words', reason: 'not-asked' },
      { path: 'values.why-not', reason: 'hidden' },
    ]);
  });

  it('belong to the version they were given to', () => {
    const old = { worksheet: { ...binding, version: 2 }, values: FULL };
    expect(boundTo(old)).toEqual({ id: worksheet.id, version: 2 });
    expect(faultsOf(checkAnswers(worksheet, old))).toEqual(['worksheet.version OtherVersion']);
    // Superseded, not refused: the version it names takes it.
    const superseded = checkAnswers({ ...worksheet, version: 2 }, old);
    expect(superseded.ok && superseded.answers.worksheet.version).toBe(2);
    expect(faultsOf(checkAnswers(worksheet, { worksheet: { id: 'x', version: 3 }, values: {} }))).toEqual([
      'worksheet.id OtherWorksheet',
    ]);
  });

  it.each<[string, object, string]>([
    ['a number as text', { text: 5 }, 'values.text WrongKind'],
    ['long text', { text: 'x'.repeat(201) }, 'values.text TooLong'],
    ['a choice that is none', { one: 'maybe' }, 'values.one OutOfRange'],
    ['several where one is asked', { one: ['yes'] }, 'values.one WrongKind'],
    ['a choice among several that is none', { many: ['a', 'z'] }, 'values.many OutOfRange'],
    ['a number beyond the scale', { scale: 101 }, 'values.scale OutOfRange'],
    ['a number that is none', { scale: Number.NaN }, 'values.scale Malformed'],
    ['too many decimals', { number: 1.25 }, 'values.number OutOfRange'],
    ['a day that is none', { date: '2026-02-30' }, 'values.date WrongKind'],
    ['a time that is none', { time: '24:00' }, 'values.time WrongKind'],
    ['a duration too long', { duration: 121 }, 'values.duration OutOfRange'],
    ['too many rows', { rows: [{}, {}, {}, {}] }, 'values.rows TooMany'],
    ['more rows than slots', { mood: [{}, {}, {}] }, 'values.mood TooMany'],
    ['a column that is none', { rows: [{ other: 1 }] }, 'values.rows[0].other UnknownField'],
    ['a cell beyond its scale', { ladder: [{ peak: 1 }, { peak: 200 }] }, 'values.ladder[1].peak OutOfRange'],
    ['a field that is none', { other: 1 }, 'values.other UnknownField'],
    ['five hundred drawings', { drawing: Array.from({ length: 500 }, () => FULL.drawing) }, 'values.drawing TooMany'],
    [
      'strokes without points',
      { drawing: { strokes: [{ colour: 0, width: 1, points: [] }] } },
      'values.drawing.strokes[0] WrongKind',
    ],
    [
      'too many points',
      {
        drawing: {
          strokes: [1, 2].map(() => ({
            colour: 0,
            width: 1,
            points: Array.from({ length: 11_000 }, () => [1, 1, 0.5]),
          })),
        },
      },
      'values.drawing.strokes TooMany',
    ],
    [
      'a file of a kind that is not taken',
      { files: [{ attachmentId: 'a', sha256, kind: 'video' }] },
      'values.files[0] WrongKind',
    ],
    ['a file without its hash', { files: [{ attachmentId: 'a', kind: 'photo' }] }, 'values.files[0] WrongKind'],
    [
      'an address in place of a file',
      { files: [{ attachmentId: '../../etc', sha256, kind: 'photo' }] },
      'values.files[0] WrongKind',
    ],
    ['an amount that is none', { book: 'most' }, 'values.book WrongKind'],
    ['an unpaired surrogate', { note: 'a\uDC00' }, 'values.note Malformed'],
    ['a NUL character', { note: 'a\u0000' }, 'values.note Malformed'],
  ])('are refused with %s', (_, values, fault) => {
    expect(faultsOf(check(values))).toEqual([fault]);
  });

  it('of ten megabytes are refused without being read whole', () => {
    const text = 'x'.repeat(10 * 1024 * 1024);
    expect(faultsOf(checkAnswers(worksheet, JSON.stringify({ worksheet: binding, values: { note: text } })))).toEqual([
      '(answers) TooLarge',
    ]);
    expect(faultsOf(check({ note: text }))).toEqual(['values.note TooLarge']);
    const many = Object.fromEntries(Array.from({ length: 15_000 }, (_, i) => [`f${i}`, 'x'.repeat(700)]));
    expect(faultsOf(check(many))).toEqual(['(answers) TooLarge']);
  });

  it.each([
    undefined,
    null,
    5,
    '',
    '[]',
    '{}',
    { worksheet: binding },
    { worksheet: binding, values: [] },
    { worksheet: 'x', values: {} },
  ])('are refused when they are no answers: %j', (input) => {
    expect(checkAnswers(worksheet, input).ok).toBe(false);
  });

  it('never make the validator throw, nor the summary of what passed', () => {
    const field = fc.constantFrom(...worksheet.fields.map(({ id }) => id), 'other');
    const value = fc.oneof(fc.anything({ maxDepth: 3 }), fc.constantFrom(...Object.values<unknown>(FULL)));
    fc.assert(
      fc.property(fc.dictionary(field, value), fc.constantFrom<AnswerMode>('draft', 'complete'), (values, mode) => {
        const checked = check(values, mode);
        if (checked.ok) {
          expect(answersSummary(worksheet, checked.answers.values).length).toBeGreaterThan(0);
          expect(check(checked.answers.values, mode)).toMatchObject({
            ok: true,
            answers: checked.answers,
            dropped: [],
          });
        } else expect(checked.faults.length).toBeGreaterThan(0);
      }),
    );
    fc.assert(fc.property(fc.anything(), (input) => typeof checkAnswers(worksheet, input).ok === 'boolean'));
  });
});

describe('the summary of answers', () => {
  it('says in words what was answered, in order, and what was not', () => {
    const lines = answersSummary(worksheet, { one: 'no', scale: 40, schedule: [{}, { planned: 'P' }], breath: 90 });
    const of = (field: string) => lines.find((line) => line.field === field)?.answer;
    expect(of('text')).toEqual({ kind: 'none' });
    expect(of('one')).toEqual({
      kind: 'list',
      items: [
        { text: 'Yes', chosen: false },
        { text: 'No', chosen: true },
      ],
    });
    expect(of('scale')).toEqual({ kind: 'scale', value: 40, min: 0, max: 100, low: 'none', high: null });
    expect(of('schedule')).toMatchObject({
      kind: 'table',
      rows: [{ slot: 'Monday' }, { slot: 'Tuesday', cells: ['P', '', '', ''] }],
    });
    expect(of('breath')).toEqual({ kind: 'practice', seconds: 90 });
    expect(of('mean')).toEqual({ kind: 'computed', value: null, unit: null, reason: 'rows.score has no number' });
    expect(of('why-not')).toEqual({ kind: 'none' });
    expect(of('words')).toBeUndefined();
  });
});
