import { describe, expect, it } from '@jest/globals';
import { evaluate } from './definition.evaluation.ts';
import { gIcbtPublished, gIcbtWritten } from './definitions/g-icbt.definitions.ts';
import { measured } from './example.definition.ts';
import { at, attempt, factsOf, obligation } from './example.facts.ts';
import type { AdherenceFacts } from './facts.schema.ts';

describe('an open window', () => {
  const soFar = (day: number, attempts: readonly number[], given: Partial<AdherenceFacts> = {}) =>
    factsOf({ observedUntil: at(day, 1), attempts: attempts.map((one) => attempt(one)), ...given });
  const eight = [0, 1, 2, 3, 4, 5, 6, 7];

  it('leaves the answer unknown while it may still change', () => {
    expect(evaluate(gIcbtWritten, soFar(30, [0, 1])).adherent).toBe('unknown');
    expect(evaluate(gIcbtWritten, soFar(57, [0, 1])).adherent).toBe(false);
  });

  it('gives it early when nothing to come can change it', () => {
    expect(evaluate(gIcbtWritten, soFar(30, eight)).adherent).toBe(true);
    expect(evaluate(gIcbtPublished, soFar(30, eight)).adherent).toBe('unknown');
    expect(evaluate(gIcbtPublished, soFar(57, eight)).adherent).toBe(false);
    expect(evaluate(gIcbtPublished, soFar(57, [...eight, 56])).adherent).toBe(true);
  });

  it('is over when the participant has ended, or when asked to judge on what there is', () => {
    expect(evaluate(gIcbtWritten, soFar(30, [0, 1], { endedAt: at(20) })).adherent).toBe(false);
    expect(evaluate(gIcbtWritten, soFar(30, [0, 1]), { future: 'ignored' }).adherent).toBe(false);
  });

  it('has room for no more days than remain', () => {
    expect(measured({ kind: 'active-days' }, soFar(20, [0, 1, 20]))).toMatchObject({
      value: 3,
      worst: 3,
      best: 10,
      settled: false,
    });
  });

  it('leaves proportions open until it closes', () => {
    const facts = soFar(20, [], { obligations: [obligation(1, 'done'), obligation(25, 'open')] });
    expect(measured({ kind: 'completion-rate' }, facts)).toMatchObject({
      value: 1,
      worst: 0,
      best: 1,
      n: 1,
      exclusions: { 'not-yet-due': 1 },
    });
  });
});

describe('someone who never practised', () => {
  it('is not adherent once the record is complete', () => {
    expect(evaluate(gIcbtPublished, factsOf())).toMatchObject({ value: 0, adherent: false });
    expect(evaluate(gIcbtPublished, factsOf()).quantities['last-day']).toMatchObject({ value: null, state: 'never' });
  });

  it('is unknown while they may yet begin', () => {
    expect(evaluate(gIcbtPublished, factsOf({ observedUntil: at(5) })).adherent).toBe('unknown');
  });
});
