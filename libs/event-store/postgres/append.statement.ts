/** The one statement that writes: for each write of a group it checks the revision and inserts, or leaves that write out. */
import type pg from 'pg';
import type { Appended, ExpectedRevision, NewEvent, Position, StreamName, StreamWrite } from '../port.ts';
import { int4Array, textArray, uuidArray } from './binary.array.ts';
import type { EventsTable } from './events.table.ts';

const ANY = -3;
const EXISTS = -2;
/** Also what the statement takes for the revision of a stream without events. */
const NONE = -1;

function expectedCode(expected: ExpectedRevision): number {
  switch (expected) {
    case 'any':
      return ANY;
    case 'exists':
      return EXISTS;
    case 'none':
      return NONE;
  }
  return expected;
}

export function matches(expected: ExpectedRevision, actual: number): boolean {
  const code = expectedCode(expected);
  return code === ANY || (code === EXISTS ? actual >= 0 : code === actual);
}

const currentRevision = (table: EventsTable, stream: string) =>
  `SELECT coalesce((SELECT revision FROM ${table.name} WHERE stream = ${stream} ORDER BY revision DESC LIMIT 1), ${String(NONE)}) AS revision`;

const isExpected = (expected: string) =>
  `(${expected} IN (${String(ANY)}, current.revision) OR (${expected} = ${String(EXISTS)} AND current.revision >= 0))`;

const COLUMNS = '(stream, revision, type, id, data, metadata, recorded_at)';
const NOW = `date_trunc('milliseconds', statement_timestamp())`;
const RETURNING = `RETURNING stream, revision, position, date_part('epoch', recorded_at)`;

const ARRAYS = ['$1::text[]', '$2::int[]', '$3::int[]', '$4::text[]', '$5::uuid[]', '$6::text[]', '$7::text[]'];

/** A parameter whose length the planner cannot see: it would plan anew for every group, which takes longer than to run it. */
const opaque = (parameter: string) => `(SELECT ${parameter})`;

/** All events of a write see the same `current`: a statement has one snapshot. Another's commit since shows as a unique violation. */
const insertManyText = (table: EventsTable) => `
  INSERT INTO ${table.name} ${COLUMNS}
  SELECT e.stream, current.revision + e.step, e.type, e.id, e.data, e.metadata, ${NOW}
  FROM unnest(${ARRAYS.map(opaque).join()})
    WITH ORDINALITY AS e (stream, expected, step, type, id, data, metadata, n)
  CROSS JOIN LATERAL (${currentRevision(table, 'e.stream')}) AS current
  WHERE ${isExpected('e.expected')}
  ORDER BY e.n
  ${RETURNING}`;

/** For one event: without arrays the server keeps one plan, which takes a quarter of the time. */
const insertOneText = (table: EventsTable) => `
  INSERT INTO ${table.name} ${COLUMNS}
  SELECT $1, current.revision + 1, $3, $4, $5, $6, ${NOW}
  FROM (${currentRevision(table, '$1')}) AS current
  WHERE ${isExpected('$2::int')}
  ${RETURNING}`;

type InsertedRow = [stream: StreamName, revision: string, position: string, epoch: string];

/** Values arrive as the server wrote them. */
export const AS_TEXT = { getTypeParser: () => (value: string | Buffer) => String(value) };

interface FlatEvent {
  readonly stream: StreamName;
  readonly expected: number;
  /** From 1 in its write. */
  readonly step: number;
  readonly event: NewEvent;
}

/**
 * Tries the writes (of distinct streams, ordered by stream name, so that groups of several processes cannot wait for each
 * other in a circle). A write that is missing from the answer did not meet its expected revision.
 */
export async function insertGroup(
  client: pg.ClientBase,
  table: EventsTable,
  writes: readonly StreamWrite[],
): Promise<ReadonlyMap<StreamName, Appended>> {
  const flat = writes.flatMap(({ stream, expected, events }) =>
    events.map((event, index) => ({ stream, expected: expectedCode(expected), step: index + 1, event })),
  );
  const [only] = flat;
  const query = only && flat.length === 1 ? insertOne(table, only) : insertMany(table, flat);
  const { rows } = await client.query<InsertedRow>({ ...query, rowMode: 'array', types: AS_TEXT });
  // Rows come in the order of the writes' events, so the last of a stream stays.
  return new Map(rows.map((row) => [row[0], appended(row, false)]));
}

function insertOne(table: EventsTable, { stream, expected, event }: FlatEvent) {
  const values = [stream, expected, event.type, event.id, event.data, event.metadata];
  return { name: 'intersession-append-one', text: insertOneText(table), values };
}

function insertMany(table: EventsTable, flat: readonly FlatEvent[]) {
  return {
    name: 'intersession-append',
    text: insertManyText(table),
    values: [
      textArray(flat.map(({ stream }) => stream)),
      int4Array(flat.map(({ expected }) => expected)),
      int4Array(flat.map(({ step }) => step)),
      textArray(flat.map(({ event }) => event.type)),
      uuidArray(flat.map(({ event }) => event.id)),
      textArray(flat.map(({ event }) => event.data)),
      textArray(flat.map(({ event }) => event.metadata)),
    ],
  };
}

function appended([stream, revision, position, epoch]: InsertedRow, repeated: boolean): Appended {
  return {
    stream,
    revision: Number(revision),
    position: BigInt(position) as Position,
    recordedAt: isoOfEpoch(epoch),
    repeated,
  };
}

/** Of seconds since 1970 as PostgreSQL prints a float. */
export function isoOfEpoch(seconds: string): string {
  return new Date(Math.round(Number(seconds) * 1000)).toISOString();
}

/** What the log holds of a write's ids and of its stream, in one snapshot. */
export interface Traces {
  /** By event id. */
  readonly stored: ReadonlyMap<string, Appended>;
  /** Last revision by stream; absent when it has no events. */
  readonly revisions: ReadonlyMap<StreamName, number>;
}

const tracesText = (table: EventsTable) => `
  SELECT stream, revision, position, date_part('epoch', recorded_at), id FROM ${table.name} WHERE id = ANY($1::uuid[])
  UNION ALL
  SELECT s.stream, (SELECT revision FROM ${table.name} e WHERE e.stream = s.stream ORDER BY revision DESC LIMIT 1), NULL, NULL, NULL
  FROM unnest($2::text[]) AS s (stream)`;

type TraceRow = [...found: InsertedRow, id: string] | [stream: StreamName, revision: string | null, null, null, null];

export async function findTraces(
  client: pg.ClientBase,
  table: EventsTable,
  writes: readonly StreamWrite[],
): Promise<Traces> {
  const { rows } = await client.query<TraceRow>({
    name: 'intersession-traces',
    text: tracesText(table),
    rowMode: 'array',
    types: AS_TEXT,
    values: [
      uuidArray(writes.flatMap(({ events }) => events.map(({ id }) => id))),
      textArray(writes.map(({ stream }) => stream)),
    ],
  });
  const stored = new Map<string, Appended>();
  const revisions = new Map<StreamName, number>();
  for (const [stream, revision, position, epoch, id] of rows) {
    if (id !== null) stored.set(id, appended([stream, revision, position, epoch], true));
    else if (revision !== null) revisions.set(stream, Number(revision));
  }
  return { stored, revisions };
}
