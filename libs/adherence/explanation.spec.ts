import { describe, expect, it } from '@jest/globals';
import { compare } from './comparison.ts';
import { defineAdherence } from './definition.parser.ts';
import { gIcbtActiveDays, gIcbtPublished, gIcbtWritten } from './definitions/g-icbt.definitions.ts';
import { completedHalf, practiceDose, quantityUnitLevel } from './definitions/general.definitions.ts';
import { at, attempt, factsOf, obligation } from './example.facts.ts';
import { explain, explanationText } from './explanation.ts';

const between = factsOf({ attempts: [0, 0, 2, 3, 8, 12, 20, 41, 41].map((day) => attempt(day)) });

describe('explain', () => {
  it('tells one person between the two G-ICBT rules in a sentence, then step by step', () => {
    expect(explanationText(explain(gIcbtPublished, between))).toBe(
      [
        'Participant P-001 under “G-ICBT, as the published labels have it” (g-icbt-published, version 1)',
        'Started on 2026-03-02 09:00 UTC; 9 sessions in days 0–56 since the first attempt (days 0, 2, 3, 8, 12, 20, 41), ' +
          'count clause asks for at least 8: met; last session on day 41, retention clause asks for day 56 or later: not met → non-adherent',
        '',
        '- Day 0 is 2026-03-02 09:00 UTC, the first attempt; a day is 24 hours from then.',
        '- The record is taken as complete.',
        '- sessions: 9 sessions in days 0–56 since the first attempt (days 0, 2, 3, 8, 12, 20, 41).',
        '- last-day: last session on day 41.',
        '- All 2 of these are needed: not met (1 clause met).',
        '  - Count clause asks for at least 8 (sessions: 9): met.',
        '  - Retention clause asks for day 56 or later (last-day: 41): not met.',
        '- Verdict: non-adherent.',
      ].join('\n'),
    );
  });

  it('counts different days where the definition does', () => {
    expect(explain(gIcbtActiveDays, between).summary).toContain(
      '7 distinct days with sessions in days 0–56 since the first attempt (days 0, 2, 3, 8, 12, 20, 41), days clause asks for at least 8: not met',
    );
  });

  it('says what is not known yet', () => {
    const { summary, lines } = explain(gIcbtPublished, { ...between, observedUntil: at(45) });
    expect(summary).toMatch(
      /last session on day 41 so far \(could be 41 or more\), retention clause asks for day 56 or later: not known → not known$/,
    );
    expect(lines.map(({ text }) => text)).toContain(
      'Observed until 2026-04-16 09:00 UTC; what comes after is not known yet.',
    );
  });

  it('shows the arithmetic of a proportion, the unknowns, the bounds and what was left out', () => {
    const facts = factsOf({
      obligations: [obligation(1, 'done'), obligation(2, 'not-done'), obligation(3, 'unknown'), obligation(4, 'void')],
    });
    const { summary, lines } = explain(completedHalf, facts);
    expect(summary).toBe(
      'A share of 0.5 of the obligations was completed (3 obligations due in the whole record: mean of 1, 0; 1 not known) ' +
        '(could be anywhere from 0.333 to 0.667), half clause asks for at least 0.5: not known → not known',
    );
    expect(lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringContaining('Reporting rate 0.667.'), 'Left out or uncertain: 1 void.']),
    );
  });

  it('does not call nothing 0', () => {
    expect(explain(quantityUnitLevel, factsOf()).summary).toBe(
      'Nothing was due in the whole record (nothing to measure, so neither 0 nor 1)',
    );
  });

  it('tells of someone who never started', () => {
    expect(explain(gIcbtPublished, factsOf()).summary).toBe(
      'Never started; 0 sessions in days 0–56 since the first attempt, count clause asks for at least 8: not met; ' +
        'no sessions from day 0 on, counted since the first attempt, retention clause asks for day 56 or later: not met → non-adherent',
    );
  });

  it('gives a value alone where no verdict is asked for', () => {
    expect(explain(practiceDose, between)).toMatchObject({
      summary: '180 minutes in the whole record',
      evaluation: { adherent: null },
    });
  });

  it('ties each line to its part of the definition', () => {
    expect(explain(gIcbtPublished, between).lines.map(({ kind, path, met }) => [kind, path, met])).toEqual([
      ['anchor', 'windows.programme', null],
      ['observation', null, null],
      ['quantity', 'quantities.sessions', null],
      ['quantity', 'quantities.last-day', null],
      ['clause', 'adherent', false],
      ['clause', 'adherent.conditions[0]', true],
      ['clause', 'adherent.conditions[1]', false],
      ['verdict', 'adherent', false],
    ]);
  });
});

describe('compare', () => {
  it('names the clause that makes the difference', () => {
    const comparison = compare(gIcbtPublished, gIcbtWritten, between);
    expect(comparison).toMatchObject({ verdictsDiffer: true, valuesDiffer: false });
    expect(comparison.deciding).toEqual([
      {
        definition: 'a',
        path: 'adherent.conditions[1]',
        name: 'retention',
        met: false,
        counterpart: 'absent',
        text: 'last session on day 41, retention clause asks for day 56 or later: not met',
      },
    ]);
    expect(comparison.text).toBe(
      'Participant P-001: g-icbt-published says non-adherent, g-icbt-written says adherent. What decides it: g-icbt-published: ' +
        'last session on day 41, retention clause asks for day 56 or later: not met (g-icbt-written has no such clause).',
    );
  });

  it('is the same the other way round', () => {
    expect(compare(gIcbtWritten, gIcbtPublished, between).deciding).toMatchObject([
      { definition: 'b', name: 'retention' },
    ]);
  });

  it('tells another threshold from another clause', () => {
    const lenient = defineAdherence({
      ...gIcbtWritten,
      id: 'lenient',
      adherent: { kind: 'at-least', name: 'count', quantity: 'sessions', threshold: 3 },
    });
    const few = factsOf({ attempts: [0, 1, 2, 3].map((day) => attempt(day)) });
    expect(
      compare(lenient, gIcbtWritten, few).deciding.map(({ definition, counterpart }) => [definition, counterpart]),
    ).toEqual([
      ['a', 'other-threshold'],
      ['b', 'other-threshold'],
    ]);
  });

  it('says when two definitions agree, and when only their values differ', () => {
    const faithful = factsOf({ attempts: [0, 0, 1, 2, 3, 4, 5, 6, 7, 56].map((day) => attempt(day)) });
    const comparison = compare(gIcbtPublished, gIcbtActiveDays, faithful);
    expect(comparison).toMatchObject({ verdictsDiffer: false, valuesDiffer: true, deciding: [] });
    expect(comparison.text).toMatch(
      /^Participant P-001: both say adherent\. The values differ: 10 sessions .*, against 9 distinct days with sessions/,
    );
  });
});
