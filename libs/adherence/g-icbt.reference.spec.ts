import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compare } from './comparison.ts';
import { evaluate } from './definition.evaluation.ts';
import { gIcbtActiveDays, gIcbtPublished, gIcbtWritten } from './definitions/g-icbt.definitions.ts';
import { practiceDose } from './definitions/general.definitions.ts';
import { explain } from './explanation.ts';
import type { AdherenceFacts, Attempt } from './facts.schema.ts';
import { diffOverStudy } from './study.difference.ts';

const FILE = join(
  process.env['INTERSESSION_REFERENCE_DATA'] ?? '../shared/data',
  'g-icbt/G-ICBT_AnonymizedInteractionDataset.csv',
);
const available = existsSync(FILE);
if (!available) console.warn(`SKIPPED: the G-ICBT reference results were not checked, because ${FILE} is not there.`);

interface Patient {
  readonly facts: AdherenceFacts;
  readonly label: string;
}

/** Naive timestamps are read as UTC. */
const instant = (naive: string): string => `${naive.replace(' ', 'T')}.000Z`;

function readPatients(text: string): Patient[] {
  const rows = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const byPatient = new Map<string, string[][]>();
  for (const row of rows) byPatient.set(row[1] ?? '', [...(byPatient.get(row[1] ?? '') ?? []), row]);
  return [...byPatient].map(([participantId, own]) => {
    const attempts = own.map(([row = '', , start = '', end = '']): Attempt => ({
      id: row,
      assignmentId: 'programme',
      startedAt: instant(start),
      endedAt: instant(end),
      localDate: start.slice(0, 10),
      outcome: 'full',
    }));
    return { facts: { participantId, obligations: [], attempts }, label: own[0]?.[6]?.trim() ?? '' };
  });
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2
  );
};

(available ? describe : describe.skip)('G-ICBT (Côté-Allard et al.), straight from the published log', () => {
  const patients = available ? readPatients(readFileSync(FILE, 'utf8')) : [];
  const agreeing = (sample: readonly Patient[]): number =>
    sample.filter(({ facts, label }) => evaluate(gIcbtPublished, facts).adherent === (label === '1')).length;

  it('holds 342 patients, a median of 22 sessions each', () => {
    expect(patients).toHaveLength(342);
    expect(median(patients.map(({ facts }) => facts.attempts.length))).toBe(22);
  });

  it('reproduces all 342 published labels: 101 non-adherent', () => {
    expect(agreeing(patients)).toBe(342);
    expect(patients.filter(({ facts }) => evaluate(gIcbtPublished, facts).adherent === false)).toHaveLength(101);
  });

  it('gives 69 non-adherent by the written rule, 310 labels agreeing', () => {
    const verdicts = patients.map(({ facts }) => evaluate(gIcbtWritten, facts).adherent);
    expect(verdicts.filter((adherent) => adherent === false)).toHaveLength(69);
    expect(patients.filter(({ label }, i) => verdicts[i] === (label === '1'))).toHaveLength(310);
  });

  it('gives 110 non-adherent when different days are counted instead of sessions, 333 labels agreeing', () => {
    const verdicts = patients.map(({ facts }) => evaluate(gIcbtActiveDays, facts).adherent);
    expect(verdicts.filter((adherent) => adherent === false)).toHaveLength(110);
    expect(patients.filter(({ label }, i) => verdicts[i] === (label === '1'))).toHaveLength(333);
  });

  it('adds up to 219,074.4 minutes, the median session 15.1333', () => {
    const total = patients.map(({ facts }) => evaluate(practiceDose, facts).value ?? NaN).reduce((a, b) => a + b, 0);
    expect(total).toBeCloseTo(219_074.4, 1);
    const pooled = { participantId: 'all', obligations: [], attempts: patients.flatMap(({ facts }) => facts.attempts) };
    expect(evaluate(practiceDose, pooled).quantities['median-minutes']?.value).toBeCloseTo(15.1333, 4);
  });

  it('does not depend on the order of rows', () => {
    const shuffled = patients.map(({ facts, label }) => ({
      label,
      facts: { ...facts, attempts: facts.attempts.toReversed() },
    }));
    expect(agreeing(shuffled)).toBe(342);
  });

  it('disagrees with labels once 100 rows are gone', () => {
    let row = 0;
    const thinned = patients.map(({ facts, label }) => ({
      label,
      facts: { ...facts, attempts: facts.attempts.filter(() => row++ % 85 !== 40 || row > 8_500) },
    }));
    expect(row - thinned.reduce((kept, { facts }) => kept + facts.attempts.length, 0)).toBe(100);
    expect(agreeing(thinned)).toBeLessThan(342);
  });

  it('explains the 32 people between the two rules by the retention clause', () => {
    const between = patients
      .map(({ facts }) => ({ facts, comparison: compare(gIcbtPublished, gIcbtWritten, facts) }))
      .filter(({ comparison }) => comparison.verdictsDiffer);
    expect(between).toHaveLength(32);
    for (const { facts, comparison } of between) {
      expect(comparison.deciding).toEqual([
        expect.objectContaining({ definition: 'a', name: 'retention', met: false, counterpart: 'absent' }),
      ]);
      expect(explain(gIcbtPublished, facts).summary).toMatch(
        /^Started on \d{4}-\d\d-\d\d \d\d:\d\d UTC; \d+ sessions in days 0–56 since the first attempt \(days 0, .*\), count clause asks for at least 8: met; last session on day \d+, retention clause asks for day 56 or later: not met → non-adherent$/,
      );
    }
  });

  it('says of the whole study what the guide shows', () => {
    const difference = diffOverStudy(
      gIcbtPublished,
      gIcbtWritten,
      patients.map(({ facts }) => facts),
    );
    expect(difference.byClause).toMatchObject([{ name: 'retention', counterpart: 'absent', n: 32 }]);
    expect(readFileSync('docs/adherence-definitions.md', 'utf8')).toContain(difference.text);
  });
});
