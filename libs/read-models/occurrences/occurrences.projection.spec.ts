import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, Due, Fact } from '#domain';
import { DAY, exampleHistory, exampleTerms } from '../../../test/read-models/example.log.ts';
import { occurrences } from './occurrences.projection.ts';

const at = (text: string): string => `${text}:00.000Z`;
const MONDAYS: Due = { kind: 'recurring', weekdays: ['monday'], from: '2026-03-16', to: '2026-04-06', by: '20:00' };
type Told = DomainEvent & { readonly at?: string };

function derived(due: Due, knownUntil: string, ...told: readonly Told[]) {
  const own = (occurredAt: string) => ({ participantId: 'p1', occurredAt, localDate: occurredAt.slice(0, 10) });
  const assigned: DomainEvent = {
    type: 'HomeworkAssigned',
    data: { assignmentId: 'a1', participantId: 'p1', initiatedBy: 'therapist', terms: { ...exampleTerms(), due } },
  };
  const enrolled: DomainEvent = {
    type: 'ParticipantEnrolled',
    data: { participantId: 'p1', studyId: 's1', code: 'c', timeZone: 'Europe/Stockholm', protocolVersion: 1 },
  };
  const facts: Fact[] = [];
  for (const { at: when = at('2026-03-10T08:00'), ...event } of [enrolled, assigned, ...told] as readonly Told[]) {
    const stream = STREAMS.find(([type]) => event.type.startsWith(type))?.[1] ?? 'assignment-a1';
    facts.push(...exampleHistory(stream, [{ ...event, metadata: own(when) }]));
  }
  return occurrences.derive({ participantId: 'p1', facts, study: [], knownUntil });
}

const STREAMS: readonly (readonly [string, string])[] = [
  ['Participant', 'participant-p1'],
  ['TimeZone', 'participant-p1'],
  ['Session', 'session-v1'],
];

const tried = (occurrence: string | undefined, outcome: 'full' | 'part', when: string): Told => ({
  type: 'AttemptRecorded',
  data: {
    ...{ attemptId: `t${when}`, version: 1, performer: 'client', informant: 'client', outcome },
    ...(occurrence === undefined ? {} : { occurrence }),
    done: { amount: outcome === 'full' ? 3 : 1, unit: 'times' },
  },
  at: when,
});

describe('occurrences', () => {
  it('are the days of recurring work on the calendar the person lives on, daylight saving and travel with it', () => {
    const moved: Told = { type: 'TimeZoneChanged', data: { timeZone: 'Pacific/Auckland', from: '2026-04-01' } };
    expect(derived(MONDAYS, at('2026-03-24T00:00'), moved)).toMatchObject([
      { occurrence: '2026-03-16', dueAt: at('2026-03-16T19:00'), state: 'unknown' },
      { occurrence: '2026-03-23', dueAt: at('2026-03-23T19:00'), state: 'unknown' },
      { occurrence: '2026-03-30', dueAt: at('2026-03-30T18:00'), state: 'open' },
      { occurrence: '2026-04-06', dueAt: at('2026-04-06T08:00'), state: 'open', dueDate: '2026-04-06' },
    ]);
  });

  it('are done, part, not done, void or unknown, each by its own evidence', () => {
    const rows = derived(
      MONDAYS,
      at('2026-04-10T00:00'),
      tried('2026-03-16', 'full', at('2026-03-16T10:00')),
      // Names no day: it is at the obligation of the day it was made on.
      tried(undefined, 'part', at('2026-03-23T10:00')),
      {
        type: 'OccurrenceReported',
        data: { occurrence: '2026-03-30', informant: 'partner', state: 'not-done' },
        at: at('2026-03-31T08:00'),
      },
      { type: 'OccurrenceVoided', data: { occurrence: '2026-04-06', reason: 'hospital' }, at: at('2026-04-07T08:00') },
    );
    expect(rows).toMatchObject([
      { state: 'done', attempts: 1, reportedBy: null },
      { state: 'part', attempts: 1 },
      { state: 'not-done', attempts: 0, reportedBy: 'partner' },
      { state: 'void', reason: 'hospital' },
    ]);
  });

  it('keep the version they fell due under; what an adjustment drops or adds is told apart', () => {
    const adjusted: Told = {
      type: 'AssignmentAdjusted',
      data: {
        version: 2,
        terms: { due: { ...MONDAYS, weekdays: ['tuesday'] }, dose: { amount: 1, unit: 'times' } },
        trigger: 'too-difficult',
      },
      at: at('2026-03-20T08:00'),
    };
    const rows = derived(MONDAYS, at('2026-03-25T00:00'), adjusted);
    expect(rows).toMatchObject([
      { occurrence: '2026-03-16', version: 1, doseAmount: 3, asAssigned: true, takenAwayAt: null },
      { occurrence: '2026-03-23', version: 1, asAssigned: true, state: 'open', takenAwayAt: at('2026-03-20T08:00') },
      { occurrence: '2026-03-24', version: 2, doseAmount: 1, asAssigned: false, state: 'unknown' },
      { occurrence: '2026-03-30', takenAwayAt: at('2026-03-20T08:00') },
      { occurrence: '2026-03-31', version: 2, state: 'open' },
      { occurrence: '2026-04-06', takenAwayAt: at('2026-03-20T08:00') },
    ]);
    // 17 March was over when Tuesdays were first asked for.
    expect(rows).toHaveLength(6);
  });

  it('take the word about the whole for the days of which nothing else is told', () => {
    const rows = derived(
      MONDAYS,
      at('2026-04-10T00:00'),
      {
        type: 'OccurrenceReported',
        data: { occurrence: '2026-03-16', informant: 'client', state: 'not-done' },
        at: at('2026-03-16T20:00'),
      },
      {
        type: 'HomeworkCompleted',
        data: { version: 1, informant: 'therapist', late: false },
        at: at('2026-04-07T08:00'),
      },
    );
    expect(rows).toMatchObject([
      { state: 'not-done', reportedBy: 'client' },
      ...[1, 2, 3].map(() => ({ state: 'done', reportedBy: 'therapist', completedAt: at('2026-04-07T08:00') })),
    ]);
  });

  it('are one `whole` of other work, due at the next session held, however many were called off before', () => {
    const session = {
      sessionId: 'v1',
      sessionNumber: 2,
      participants: ['p1'],
      deliverers: [],
      modality: 'video',
    } as const;
    const scheduled: Told = {
      type: 'SessionScheduled',
      data: { ...session, participants: ['p1'], deliverers: [], startsAt: at('2026-03-12T08:00') },
    };
    const cancelled: Told = { type: 'SessionCancelled', data: { by: 'client' } };
    const waiting = derived({ kind: 'next-session' }, at('2026-03-20T00:00'), scheduled, cancelled);
    expect(waiting).toMatchObject([{ occurrence: 'whole', dueAt: null, state: 'open' }]);
    const held: Told = {
      type: 'SessionHeld',
      data: { ...session, participants: ['p1'], deliverers: [] },
      at: at('2026-03-19T08:00'),
    };
    expect(derived({ kind: 'next-session' }, at('2026-03-20T00:00'), held)).toMatchObject([
      { occurrence: 'whole', dueAt: at('2026-03-19T08:00'), state: 'unknown' },
    ]);
  });

  it('are none for work that was only proposed, and end where it was declined', () => {
    const declined: Told = { type: 'AssignmentDeclined', data: { by: 'client', reason: 'no-time' } };
    expect(derived({ kind: 'open' }, at('2026-03-20T00:00'), declined)).toMatchObject([
      { occurrence: 'whole', takenAwayAt: at('2026-03-10T08:00') },
    ]);
    const proposal: DomainEvent = {
      type: 'HomeworkProposed',
      data: { assignmentId: 'a2', participantId: 'p1', initiatedBy: 'client', terms: exampleTerms() },
    };
    const facts = exampleHistory('assignment-a2', [{ ...proposal, metadata: { participantId: 'p1' } }]);
    const input = { participantId: 'p1', facts, study: [], knownUntil: new Date(DAY).toISOString() };
    expect(occurrences.derive(input)).toEqual([]);
  });
});
