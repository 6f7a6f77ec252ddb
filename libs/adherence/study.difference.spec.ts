import { describe, expect, it } from '@jest/globals';
import { defining } from './example.definition.ts';
import { attempt, factsOf } from './example.facts.ts';
import { diffOverStudy } from './study.difference.ts';
import { gIcbtPublished, gIcbtWritten } from './definitions/g-icbt.definitions.ts';

const person = (participantId: string, days: readonly number[]) =>
  factsOf({ participantId, attempts: days.map((day) => attempt(day)) });
const eight = [0, 1, 2, 3, 4, 5, 6, 7];
const study = [
  person('stayed', [...eight, 57]),
  person('left-early', eight),
  person('left-too', [...eight, 40]),
  person('hardly-came', [0, 1]),
];

describe('two definitions over a study', () => {
  const difference = diffOverStudy(gIcbtPublished, gIcbtWritten, study);

  it('counts every pair of verdicts', () => {
    expect(difference.n).toBe(4);
    expect(difference.verdicts).toEqual([
      { a: true, b: true, n: 1 },
      { a: false, b: true, n: 2 },
      { a: false, b: false, n: 1 },
    ]);
  });

  it('names who changes and why', () => {
    expect(difference.changed.map(({ participantId, a, b }) => [participantId, a, b])).toEqual([
      ['left-early', false, true],
      ['left-too', false, true],
    ]);
    expect(difference.byClause).toEqual([
      {
        definition: 'a',
        path: 'adherent.conditions[1]',
        name: 'retention',
        counterpart: 'absent',
        n: 2,
        participantIds: ['left-early', 'left-too'],
      },
    ]);
  });

  it('subtracts values of one unit', () => {
    const values = { unit: 'attempts', n: 4, changed: 0, mean: 0, lowest: 0, highest: 0 };
    expect(difference).toMatchObject({ values, valueInOneOnly: 0, valueInNeither: 0 });
    const long = defining({ q: { kind: 'attempts', window: 'record' } });
    // 9, 8, 9, 2 attempts in the record; 8, 8, 8, 2 in four weeks.
    const short = defining({ q: { kind: 'attempts', window: 'w' } });
    expect(diffOverStudy(long, short, study).values).toEqual({
      unit: 'attempts',
      n: 4,
      changed: 2,
      mean: -0.5,
      lowest: -1,
      highest: 0,
    });
  });

  it('never subtracts minutes from attempts', () => {
    const minutes = defining({ q: { kind: 'minutes', window: 'record' } });
    const result = diffOverStudy(gIcbtWritten, minutes, study);
    expect(result.values).toBeNull();
    expect(result.text).toContain('different units');
  });

  it('counts those who have a value under one only', () => {
    const due = defining({ q: { kind: 'completion-rate', window: 'record' } });
    const share = defining({ q: { kind: 'active-day-share', window: 'w' } });
    expect(diffOverStudy(due, share, study)).toMatchObject({ valueInOneOnly: 4, values: { n: 0, mean: null } });
    expect(diffOverStudy(due, due, study)).toMatchObject({ valueInNeither: 4, changed: [] });
  });

  it('can be read', () => {
    expect(difference.text).toBe(
      [
        'g-icbt-published (version 1) against g-icbt-written (version 1): 2 of 4 people change.',
        '- 2 from non-adherent to adherent',
        'What decides it:',
        '- 2 people: the retention clause of g-icbt-published (g-icbt-written has no such clause)',
        'Headline values (attempts) differ for 0 of 4, by 0 on average (g-icbt-written minus g-icbt-published).',
      ].join('\n'),
    );
  });

  it('is empty over nobody, and refuses somebody twice', () => {
    expect(diffOverStudy(gIcbtPublished, gIcbtWritten, [])).toMatchObject({ n: 0, changed: [], values: { n: 0 } });
    expect(() => diffOverStudy(gIcbtPublished, gIcbtWritten, [...study, ...study])).toThrow(/participantId .*twice/);
  });
});
