import { expect } from '@jest/globals';
import { stateOf } from '../entry/entry.decider.ts';
import type { AnyCommand, Decider, Decision, Given, ParticipantStanding, StudyStanding } from './decider.ts';
import type { AnyEvent, EventMetadata, Recorded } from './event.ts';
import type { RefusalCode } from './refusals.ts';

/** Test support: `given(events).when(command).then(events)`, for every decider. */

export const METADATA: EventMetadata = {
  commandId: '019c0000-0000-7000-8000-000000000001',
  commandDigest: 'm.0.digest',
  causationId: '019c0000-0000-7000-8000-000000000001',
  correlationId: '019c0000-0000-7000-8000-000000000001',
  actor: { id: 'clinician-1', role: 'clinician' },
  occurredAt: '2026-03-01T12:00:00.000Z',
  occurredPrecision: 'instant',
  localDate: '2026-03-01',
  offset: '+01:00',
  timeZone: 'Europe/Stockholm',
  protocolVersion: 1,
  schemaVersion: 1,
  source: 'web',
};

/** A registered study with one open site and an enrolled participant who has consented, at noon. */
export const ORDINARY: Given = {
  now: '2026-03-01T12:00:00.000Z',
  occurredAt: '2026-03-01T12:00:00.000Z',
  participant: {
    status: 'enrolled',
    studyId: 'stress',
    consented: true,
    timeZone: 'Europe/Stockholm',
    zones: [{ from: '', timeZone: 'Europe/Stockholm' }],
  },
  study: {
    registered: true,
    timeZone: 'Europe/Stockholm',
    protocolVersion: 1,
    openSites: ['north'],
    siteZones: new Map([['north', 'Europe/Helsinki']]),
    enrolling: true,
    life: 'live',
    dryRun: undefined,
    locked: false,
  },
};

/** The ordinary, but for where the participant stands. */
export function standingAs(status: ParticipantStanding['status'], studyId = 'stress'): Partial<Given> {
  return { participant: { ...ORDINARY.participant, status, studyId } };
}

/** The ordinary, but for the study. */
export function studyWith(changes: Partial<StudyStanding>): Partial<Given> {
  return { study: { ...ORDINARY.study, ...changes } };
}

/** The n-th event id of a spec's stream. */
export function entryId(revision: number): string {
  return `00000000-0000-5000-8000-${String(revision).padStart(12, '0')}`;
}

/** An event and when it happened; noon of the ordinary day where nothing is said. */
export type Happened<Event extends AnyEvent> = Event | { readonly event: Event; readonly at: string };

/** Events as they stand in a stream, in order. */
export function recorded<Event extends AnyEvent>(...events: readonly Event[]): Recorded<Event>[] {
  return events.map((event, revision) => recordedAt(event, revision, METADATA.occurredAt));
}

function recordedAt<Event extends AnyEvent>(event: Event, revision: number, occurredAt: string): Recorded<Event> {
  return {
    ...event,
    id: entryId(revision),
    stream: 'spec-1',
    revision,
    recordedAt: '2026-03-01T12:00:01.000Z',
    metadata: { ...METADATA, occurredAt },
  };
}

export function specificationOf<Command extends AnyCommand, State, Event extends AnyEvent>(
  decider: Decider<Command, State, Event>,
) {
  return {
    given: (...events: readonly Happened<Event>[]) => ({
      /** Of the record's surroundings only what differs from the ordinary. */
      when: (command: Command, surroundings: Partial<Given> = {}) => {
        // What the boundary would refuse cannot be what a spec speaks of.
        expect(decider.commands.parse(command)).toEqual(command);
        const state = stateOf(decider, history(events));
        const decision = decider.decide(command, state, { ...ORDINARY, ...surroundings });
        return outcomeOf(decider, state, decision);
      },
      state: () => stateOf(decider, history(events)),
    }),
  };
}

function history<Event extends AnyEvent>(events: readonly Happened<Event>[]): Recorded<Event>[] {
  return events.map((happened, revision) =>
    'at' in happened
      ? recordedAt(happened.event, revision, happened.at)
      : recordedAt(happened, revision, METADATA.occurredAt),
  );
}

function outcomeOf<Command extends AnyCommand, State, Event extends AnyEvent>(
  decider: Decider<Command, State, Event>,
  state: State,
  decision: Decision<Event>,
) {
  return {
    then: (...events: readonly Event[]) => {
      expect(decision).toEqual(events);
      let before = state;
      for (const event of events) {
        expect(decider.events[event.type]?.data.safeParse(event.data).error).toBeUndefined();
        // What is decided fits what stands before it.
        expect(decider.misfit(before, event)).toBeUndefined();
        before = decider.evolve(before, event, ORDINARY.occurredAt);
      }
    },
    thenRefused: (refused: RefusalCode, details: Readonly<Record<string, string | number>> = {}) =>
      expect(decision).toEqual({ refused, details }),
  };
}
