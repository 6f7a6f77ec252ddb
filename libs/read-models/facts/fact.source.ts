import { decode, type EventType, type Fact, storedNames } from '#domain';
import type { Position } from '#event-store';
import { peopleIn, standing } from '../kernel/standing.ts';
import { groupBy } from '../kernel/group-by.ts';

/** Runs one statement on a connection whose search_path leads to a generation. */
export type Sql = <Raw extends object>(text: string, parameters?: readonly unknown[]) => Promise<Raw[]>;

export interface StoredFact {
  readonly position: string;
  readonly event_id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly recorded_at: Date;
  readonly data: string;
  readonly metadata: string;
}

export const FACT_COLUMNS = 'f.position, f.event_id, f.stream, f.revision, f.type, f.recorded_at, f.data, f.metadata';

/** Entries that change what others said, and those that found a record and may be corrected to belong to someone else. */
const ALWAYS_READ: readonly EventType[] = [
  'EntryCorrected',
  'EntryVoided',
  'HomeworkProposed',
  'HomeworkAssigned',
  'RatingRecorded',
  'MeasureDue',
  'MeasureRecorded',
  'MeasureMissed',
];

/** A set of types with those that may change what they said, under every name they were ever stored by. */
export function namesOf(types: readonly EventType[]): readonly string[] {
  return [...new Set([...types, ...ALWAYS_READ])].flatMap((type) => storedNames(type));
}

/** @throws UnreadableEvent */
export function factOf(stored: StoredFact): Fact {
  const { event_id: id, stream, revision, type, data, metadata } = stored;
  return decode({ id, stream, revision, type, data, metadata, recordedAt: stored.recorded_at.toISOString() });
}

/** Effective facts of streams as they stood at a position, in log order within each. */
export async function streamFacts(
  sql: Sql,
  streams: readonly string[],
  types: readonly EventType[],
  upTo: Position,
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const rows = await sql<StoredFact>(
    `SELECT ${FACT_COLUMNS} FROM facts f WHERE f.stream = ANY($1::text[]) AND f.type = ANY($2::text[])
     AND f.position <= $3::bigint ORDER BY f.stream, f.revision`,
    [streams, namesOf(types), String(upTo)],
  );
  const histories = groupBy(rows, ({ stream }) => stream);
  return new Map([...histories].map(([stream, history]) => [stream, standing(history.map(factOf))]));
}

/** Effective facts about people as they stood at a position, in log order; a person nobody spoke of has none. */
export async function personFacts(
  sql: Sql,
  wanted: readonly string[],
  types: readonly EventType[],
  upTo: Position,
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const rows = await sql<StoredFact>(
    `SELECT ${FACT_COLUMNS} FROM facts f
     WHERE f.stream IN (SELECT p.stream FROM fact_people p WHERE p.participant_id = ANY($1::text[]))
     AND f.type = ANY($2::text[]) AND f.position <= $3::bigint ORDER BY f.position`,
    [wanted, namesOf(types), String(upTo)],
  );
  const order = new Map(rows.map(({ event_id: id, position }) => [id, BigInt(position)]));
  const histories = groupBy(rows, ({ stream }) => stream);
  const facts = new Map<string, Fact[]>(wanted.map((person) => [person, []]));
  for (const history of histories.values()) {
    for (const [fact, people] of peopleIn(standing(history.map(factOf)))) {
      for (const person of new Set(people)) facts.get(person)?.push(fact);
    }
  }
  const at = ({ id }: Fact): bigint => order.get(id) ?? -1n;
  for (const own of facts.values()) own.sort((one, other) => (at(one) < at(other) ? -1 : 1));
  return facts;
}
