import { describe, expect, it } from '@jest/globals';
import { attemptsTableOf } from '../../../test/imports/mapping.factory.ts';
import { resolveHeader } from '../csv/table.header.ts';
import { type ReadRow, attemptReader } from './attempt.row.ts';

const NOW = Date.UTC(2024, 0, 1);
const ATTEMPT = attemptsTableOf().attempt;

function read(
  fields: readonly string[],
  change: Record<string, unknown> = {},
  names = ['who', 'n', 'from', 'to'],
): ReadRow {
  const table = attemptsTableOf(change);
  const header = resolveHeader(names, table, 'log.csv', 1);
  return attemptReader({ table, header, studyId: 'trial', now: NOW })({ line: 7, fields });
}

const row = (...args: Parameters<typeof read>) => {
  const result = read(...args);
  if ('rejected' in result) throw new Error(JSON.stringify(result.rejected));
  return result.row;
};
const problems = (...args: Parameters<typeof read>) => {
  const result = read(...args);
  return 'rejected' in result ? result.rejected.problems.map(({ column, reason }) => `${column}: ${reason}`) : [];
};

const GOOD = ['17', '0', '2020-08-21 11:33:23', '2020-08-21 12:00:00'];
const good = (change: Record<number, string>) => GOOD.map((cell, place) => change[place] ?? cell);

describe('a row of a log', () => {
  it('becomes an attempt with both times in UTC', () => {
    expect(row(GOOD)).toEqual({
      line: 7,
      code: '17',
      participantId: 'trial:17',
      key: ['0'],
      start: Date.parse('2020-08-21T09:33:23Z'),
      end: Date.parse('2020-08-21T10:00:00Z'),
      startPrecision: 'instant',
      endPrecision: 'instant',
      content: { performer: 'client', informant: 'device', outcome: 'part' },
    });
  });

  it.each([
    [good({ 0: '' }), 'who: the participant’s code is missing'],
    [good({ 0: 'NA' }), 'who: the participant’s code is missing'],
    [good({ 0: 'Anna Berg' }), 'who: a code consists of letters, digits and . _ ~ : - only'],
    [good({ 0: '=1+1' }), 'who: a code consists of letters, digits and . _ ~ : - only'],
    [good({ 0: '../../x' }), 'who: a code consists of letters, digits and . _ ~ : - only'],
    [good({ 0: 'x'.repeat(80) }), 'who: the code is too long'],
    [good({ 1: ' ' }), 'n: the key of a row cannot be missing'],
    [good({ 2: '' }), 'from: the time is missing'],
    [good({ 2: '=NOW()' }), 'from: is not a time as yyyy-MM-dd HH:mm:ss'],
    [good({ 2: '2020-02-30 11:33:23' }), 'from: is not a time as yyyy-MM-dd HH:mm:ss'],
    [
      good({ 2: '2020-03-29 02:30:00' }),
      'from: does not exist in Europe/Stockholm: clocks went forward over it (time.skipped says what to do)',
    ],
    [
      good({ 2: '2019-10-27 02:30:00' }),
      'from: exists twice in Europe/Stockholm: clocks went back over it (time.repeated says what to do)',
    ],
    [good({ 2: '1970-01-01 00:00:00' }), 'from: lies before 1990-01-01'],
    [good({ 3: '2099-01-01 00:00:00' }), 'to: lies in the future'],
    [good({ 3: '2020-08-21 11:33:22' }), 'to: the attempt ends before it starts'],
    [GOOD.slice(0, 3), ': has 3 fields, and the header has 4'],
    [[...GOOD, ''], ': has 5 fields, and the header has 4'],
  ])('is rejected with the column and the reason: %.60j', (fields, problem) => {
    expect(problems(fields)).toEqual([problem]);
  });

  it('is told everything that is wrong with it at once', () => {
    expect(problems(['', '', 'x', 'y'])).toHaveLength(4);
  });

  it('is rejected by the rules of the mapping', () => {
    const reject = { shorterThanSeconds: 60, longerThanSeconds: 600 };
    expect(problems(good({ 3: '2020-08-21 11:34:22' }), { reject })).toEqual(['to: the attempt is shorter than 60 s']);
    expect(problems(GOOD, { reject })).toEqual(['to: the attempt is longer than 600 s']);
    expect(problems(good({ 3: '2020-08-21 11:43:23' }), { reject })).toEqual([]);
  });

  it('may tell a duration instead of an end', () => {
    const attempt = { ...ATTEMPT, end: { kind: 'duration', column: 'to', format: 'minutes' } };
    expect(row(good({ 3: '15.5' }), { attempt }).end).toBe(Date.parse('2020-08-21T09:48:53Z'));
    expect(problems(good({ 3: '-1' }), { attempt })).toEqual(['to: is not a duration as minutes']);
  });

  it('may tell both, which must agree', () => {
    const attempt = { ...ATTEMPT, duration: { column: 'd', format: 'seconds', toleranceSeconds: 1 } };
    const names = ['who', 'n', 'from', 'to', 'd'];
    expect(problems([...GOOD, '1598'], { attempt }, names)).toEqual([]);
    expect(problems([...GOOD, ''], { attempt }, names)).toEqual([]);
    expect(problems([...GOOD, '1500'], { attempt }, names)).toEqual([
      'd: does not agree with the start and end of the attempt',
    ]);
  });

  it('may tell nothing of its end', () => {
    const attempt = { ...ATTEMPT, end: { kind: 'unknown' } };
    expect(row(GOOD.slice(0, 3), { attempt }, ['who', 'n', 'from']).end).toBeUndefined();
  });

  it('may tell date and time apart, and only the day', () => {
    const names = ['who', 'n', 'day', 'clock'];
    const apart = { ...ATTEMPT, start: { column: ['day', 'clock'] }, end: { kind: 'unknown' } };
    expect(row(['1', '1', '2020-01-01', '10:00:00'], { attempt: apart }, names).start).toBe(Date.UTC(2020, 0, 1, 9));
    const day = { ...ATTEMPT, start: { column: 'day', format: 'yyyy-MM-dd' }, end: { kind: 'unknown' } };
    const read = row(['1', '1', '2020-01-01'], { attempt: day }, names.slice(0, 3));
    expect([read.start, read.startPrecision]).toEqual([Date.UTC(2019, 11, 31, 23), 'day']);
  });

  it('reads codes and numbers through the mapping', () => {
    const attempt = {
      ...ATTEMPT,
      outcome: { kind: 'column', column: 'result', values: { done: 'full', half: 'part' } },
      difficulty: { column: 'hard', values: { easy: 0, hard: 4 } },
      distressAfter: { column: 'suds' },
      done: { column: 'pages', unit: 'pages' },
    };
    const names = ['who', 'n', 'from', 'to', 'result', 'hard', 'suds', 'pages'];
    expect(row([...GOOD, 'done', 'hard', '55', '2.5'], { attempt }, names).content).toEqual({
      performer: 'client',
      informant: 'device',
      outcome: 'full',
      difficulty: 4,
      distressAfter: 55,
      done: { amount: 2.5, unit: 'pages' },
    });
    expect(row([...GOOD, 'half', 'NA', '', ''], { attempt }, names).content.difficulty).toBeUndefined();
    expect(problems([...GOOD, 'constructor', 'toString', '101', '-1'], { attempt }, names)).toEqual([
      'result: is not among the values of the mapping',
      'pages: is not an amount from 0 to 100000',
      'hard: is not among the values of the mapping',
      'suds: is not a whole number from 0 to 100',
    ]);
  });

  it('reads times of a file with another rule for the change of clocks', () => {
    const time = { zone: 'Europe/Stockholm', format: 'yyyy-MM-dd HH:mm:ss', skipped: 'later', repeated: 'second' };
    expect(row(good({ 2: '2020-03-29 02:30:00' }), { time }).start).toBe(Date.UTC(2020, 2, 29, 1, 30));
    expect(row(good({ 2: '2019-10-27 02:30:00' }), { time }).start).toBe(Date.UTC(2019, 9, 27, 1, 30));
  });

  it('puts a prefix before the code', () => {
    expect(row(GOOD, { participant: { column: 'who', prefix: 'P' } }).participantId).toBe('trial:P17');
  });
});
