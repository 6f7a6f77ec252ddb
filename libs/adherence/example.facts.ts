import type { AdherenceFacts, Attempt, Obligation } from './facts.schema.ts';

/** Facts for specs: one participant enrolled on 2 March 2026 at 09:00 UTC. */

const START = Date.parse('2026-03-02T09:00:00.000Z');

/** An instant so many days (and hours) after enrolment. */
export const at = (day: number, hours = 0): string =>
  new Date(START + day * 86_400_000 + hours * 3_600_000).toISOString();

export const dateOf = (day: number): string => at(day).slice(0, 10);

let next = 0;

/** An attempt of 20 minutes on a day. */
export function attempt(day: number, given: Partial<Attempt> = {}): Attempt {
  return {
    id: `attempt-${next++}`,
    assignmentId: 'homework',
    startedAt: at(day),
    endedAt: at(day, 1 / 3),
    localDate: dateOf(day),
    outcome: 'full',
    ...given,
  };
}

/** An obligation to fill in 10 records by a day. */
export function obligation(day: number, state: Obligation['state'], given: Partial<Obligation> = {}): Obligation {
  const terms = { version: 1, quantity: 10, unit: 'records', dueAt: at(day), dueDate: dateOf(day) };
  return {
    assignmentId: 'homework',
    occurrence: `due-${day}`,
    initiatedBy: 'therapist',
    assignedAt: at(0),
    assignedDate: dateOf(0),
    asAssigned: terms,
    asAdjusted: terms,
    state,
    ...given,
  };
}

export function factsOf(given: Partial<AdherenceFacts> = {}): AdherenceFacts {
  return {
    participantId: 'P-001',
    enrolledAt: at(0),
    enrolledDate: dateOf(0),
    obligations: [],
    attempts: [],
    ...given,
  };
}
