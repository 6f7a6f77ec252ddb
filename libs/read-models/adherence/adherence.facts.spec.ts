import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, Fact } from '#domain';
import { at, DAY, exampleHistory, exampleTerms } from '../../../test/read-models/example.log.ts';
import { adherenceFacts } from './adherence.facts.ts';
import { judgement } from './adherence.projection.ts';

const own = { participantId: 'p1' };
const assigned: DomainEvent = {
  type: 'HomeworkAssigned',
  data: { assignmentId: 'a1', participantId: 'p1', initiatedBy: 'therapist', terms: exampleTerms() },
};
const adjustTo = (amount: number, after: number) => ({
  type: 'AssignmentAdjusted' as const,
  data: { version: 2, terms: { dose: { amount, unit: 'times' as const } }, trigger: 'not-done' as const },
  metadata: { ...own, occurredAt: at(after) },
});
const attempt = (outcome: 'full' | 'part' | 'unable' | 'alternative', amount?: number): DomainEvent => ({
  type: 'AttemptRecorded',
  data: {
    ...{ attemptId: `t-${outcome}-${amount}`, version: 1, performer: 'client', informant: 'client', outcome },
    done: amount === undefined ? undefined : { amount, unit: 'times' },
  },
});

function obligation(knownUntil: string, ...events: Parameters<typeof exampleHistory>[1]) {
  const facts: readonly Fact[] = exampleHistory('assignment-a1', [{ ...assigned, metadata: own }, ...events]).map(
    (fact) => ({ ...fact, recordedAt: at(0) }),
  );
  return adherenceFacts({ participantId: 'p1', facts, study: [], knownUntil }).obligations[0];
}

describe('facts for adherence', () => {
  it.each([
    ['open before it is due', at(DAY), [], 'open'],
    ['unknown once it was due and nobody told', at(8 * DAY), [], 'unknown'],
    ['done when the dose was done in its own unit', at(8 * DAY), [attempt('part', 1), attempt('full', 2)], 'done'],
    ['part when less was done', at(8 * DAY), [attempt('part', 2)], 'part'],
    ['not done when nothing could be done', at(8 * DAY), [attempt('unable')], 'not-done'],
    ['alternative when something else was done', at(8 * DAY), [attempt('alternative')], 'alternative'],
  ] as const)('an obligation is %s', (_name, until, events, state) => {
    expect(obligation(until, ...events)?.state).toBe(state);
  });

  it('hold the terms in force when it fell due: a later adjustment never changes them', () => {
    expect(obligation(at(9 * DAY), adjustTo(1, 2 * DAY))?.asAdjusted).toMatchObject({ version: 2, quantity: 1 });
    const late = obligation(at(9 * DAY), adjustTo(1, 8 * DAY));
    expect(late).toMatchObject({
      asAdjusted: { version: 1, quantity: 3 },
      asAssigned: { quantity: 3 },
      adjustments: 1,
    });
  });

  it('say why a definition cannot be used instead of judging by it', () => {
    const facts = adherenceFacts({ participantId: 'p1', facts: [], study: [], knownUntil: at(0) });
    const judged = judgement({ format: 'x\u0000' }, facts);
    expect(judged).toMatchObject({ adherent: 'unknown', value: null });
    expect(judged.problem).toMatch(/format/);
    expect(judged.problem).not.toContain('\u0000');
  });
});
