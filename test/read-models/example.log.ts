/** A log written event by event, past the deciders: read models take whatever history there is. */
import { decode, type DomainEvent, type EventMetadata, type Fact, shapeOf } from '#domain';
import { type EventStore, MemoryEventStore, streamName, type StreamName } from '#event-store';

const START = Date.parse('2026-03-02T09:00:00.000Z');
export const DAY = 86_400_000;

/** Milliseconds after the beginning of the example, as an instant. */
export function at(milliseconds: number): string {
  return new Date(START + milliseconds).toISOString();
}

export type ExampleMetadata = Partial<EventMetadata>;

let drawn = 0;

/** A UUID that no other example of this process has. */
export function exampleId(): string {
  drawn += 1;
  return `00000000-0000-4000-8000-${drawn.toString(16).padStart(12, '0')}`;
}

export function exampleMetadata(given: ExampleMetadata = {}): EventMetadata {
  const occurredAt = given.occurredAt ?? at(0);
  return {
    commandId: exampleId(),
    commandDigest: 'digest',
    causationId: exampleId(),
    correlationId: exampleId(),
    actor: { id: 'therapist-1', role: 'therapist' },
    occurredAt,
    occurredPrecision: 'instant',
    localDate: occurredAt.slice(0, 10),
    offset: '+00:00',
    timeZone: 'UTC',
    studyId: 's1',
    protocolVersion: 1,
    schemaVersion: 1,
    source: 'web',
    ...given,
  };
}

/** Metadata of an event written in today's shape, unless told otherwise. */
function versioned(type: string, metadata: ExampleMetadata = {}): EventMetadata {
  return exampleMetadata({ schemaVersion: shapeOf(type).version, ...metadata });
}

/** A fact without a store, for folds: revisions count up within `history`. */
export function exampleHistory(
  stream: string,
  events: readonly (DomainEvent & { readonly metadata?: ExampleMetadata; readonly id?: string })[],
): readonly Fact[] {
  return events.map(({ type, data, metadata, id = exampleId() }, revision) => {
    const stored = { id, stream, revision, type, recordedAt: metadata?.occurredAt ?? at(revision * 60_000) };
    return decode({ ...stored, data: JSON.stringify(data), metadata: JSON.stringify(versioned(type, metadata)) });
  });
}

/** A log in memory with a clock of its own. */
export class ExampleLog {
  readonly store: EventStore;
  /** When the next event is recorded. */
  now = START;

  constructor(store?: EventStore) {
    this.store = store ?? new MemoryEventStore({ clock: () => new Date(this.now) });
  }

  /** Appends one event. @returns its id */
  async add(stream: string, event: DomainEvent, metadata: ExampleMetadata = {}): Promise<string> {
    this.now += 1_000;
    const id = exampleId();
    const full = versioned(event.type, { occurredAt: new Date(this.now).toISOString(), ...metadata });
    await this.store.append({
      stream: streamName(stream),
      expected: 'any',
      events: [{ id, type: event.type, data: JSON.stringify(event.data), metadata: JSON.stringify(full) }],
    });
    return id;
  }

  async study(studyId = 's1'): Promise<string> {
    const data = { studyId, title: `Study ${studyId}`, timeZone: 'Europe/Stockholm' };
    return this.add(`study-${studyId}`, { type: 'StudyRegistered', data }, { studyId });
  }

  async enrol(code: string, studyId = 's1'): Promise<string> {
    const participantId = `${studyId}:${code}`;
    const data = { participantId, studyId, code, timeZone: 'Europe/Stockholm', protocolVersion: 1 };
    await this.add(`participant-${participantId}`, { type: 'ParticipantEnrolled', data }, { studyId, participantId });
    return participantId;
  }

  async assign(assignmentId: string, participantId: string, metadata: ExampleMetadata = {}): Promise<string> {
    return this.add(
      `assignment-${assignmentId}`,
      {
        type: 'HomeworkAssigned',
        data: { assignmentId, participantId, initiatedBy: 'therapist', terms: exampleTerms() },
      },
      { participantId, ...metadata },
    );
  }

  async attempt(
    assignmentId: string,
    participantId: string,
    attemptId: string,
    metadata: ExampleMetadata = {},
  ): Promise<string> {
    const startedAt = new Date(this.now).toISOString();
    return this.add(
      `assignment-${assignmentId}`,
      {
        type: 'AttemptRecorded',
        data: { attemptId, version: 1, performer: 'client', informant: 'client', outcome: 'full', startedAt },
      },
      { participantId, ...metadata },
    );
  }

  async size(): Promise<number> {
    let size = 0;
    for await (const { events } of this.store.readAll()) size += events.length;
    return size;
  }
}

export function exampleTerms(): Extract<DomainEvent, { type: 'HomeworkAssigned' }>['data']['terms'] {
  return {
    title: 'Thought record',
    focus: 'cognitive',
    medium: 'worksheet',
    due: { kind: 'by', at: at(7 * DAY) },
    dose: { amount: 3, unit: 'times' },
    performers: ['client'],
    setting: 'session',
    visibility: 'therapist',
  };
}

export function exampleStream(name: string): StreamName {
  return streamName(name);
}
