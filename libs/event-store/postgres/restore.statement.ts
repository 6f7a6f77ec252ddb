/** Writes a copy of a log: own ids, revisions and times, in the order given. */
import type pg from 'pg';
import { EventIdTaken, WrongExpectedRevision, type RecordedEvent, type StreamName } from '../port.ts';
import { AS_TEXT } from './append.statement.ts';
import { int4Array, textArray, uuidArray } from './binary.array.ts';
import type { EventsTable } from './events.table.ts';

const CHUNK = 1_000;

export async function restoreEvents(
  client: pg.ClientBase,
  table: EventsTable,
  events: readonly RecordedEvent[],
): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    await client.query(`LOCK TABLE ${table.name} IN EXCLUSIVE MODE`);
    let restoring = false;
    for (let start = 0; start < events.length; start += CHUNK) {
      const chunk = events.slice(start, start + CHUNK);
      const fresh: readonly RecordedEvent[] = restoring ? chunk : await withoutPrefix(client, table, chunk);
      restoring ||= fresh.length > 0;
      await refuseGaps(client, table, fresh);
      await insertCopies(client, table, fresh);
    }
    await client.query(
      `SELECT setval($1::regclass, greatest(max(position), 1), max(position) IS NOT NULL) FROM ${table.name}`,
      [table.sequence],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Without the events at its start that the log holds already. */
async function withoutPrefix(
  client: pg.ClientBase,
  table: EventsTable,
  events: readonly RecordedEvent[],
): Promise<readonly RecordedEvent[]> {
  const { rows } = await client.query<{ id: string; stream: string; revision: number }>(
    `SELECT id, stream, revision FROM ${table.name} WHERE id = ANY($1::uuid[])`,
    [uuidArray(events.map(({ id }) => id))],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const end = events.findIndex(({ id, stream, revision }) => {
    const found = known.get(id);
    return found?.stream !== stream || found.revision !== revision;
  });
  const fresh = end < 0 ? [] : events.slice(end);
  const taken = fresh.find(({ id }) => known.has(id));
  if (taken) throw new EventIdTaken(taken.id);
  return fresh;
}

async function refuseGaps(client: pg.ClientBase, table: EventsTable, events: readonly RecordedEvent[]): Promise<void> {
  const { rows } = await client.query<{ stream: StreamName; revision: number }>(
    `SELECT s.stream, (SELECT revision FROM ${table.name} e WHERE e.stream = s.stream ORDER BY revision DESC LIMIT 1) AS revision
     FROM unnest($1::text[]) AS s (stream)`,
    [textArray([...new Set(events.map(({ stream }) => stream))])],
  );
  const last = new Map(rows.map(({ stream, revision }) => [stream, (revision as number | null) ?? -1]));
  for (const { stream, revision } of events) {
    const before = last.get(stream) ?? -1;
    if (revision !== before + 1) throw new WrongExpectedRevision(stream, revision - 1, before < 0 ? 'none' : before);
    last.set(stream, revision);
  }
}

async function insertCopies(
  client: pg.ClientBase,
  table: EventsTable,
  events: readonly RecordedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await client.query({
    text: `
      INSERT INTO ${table.name} (position, stream, revision, type, id, data, metadata, recorded_at)
      SELECT (SELECT coalesce(max(position), 0) FROM ${table.name}) + e.n, e.stream, e.revision, e.type, e.id, e.data, e.metadata, e.recorded_at::timestamptz
      FROM unnest($1::text[], $2::int[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[])
        WITH ORDINALITY AS e (stream, revision, type, id, data, metadata, recorded_at, n)
      ORDER BY e.n`,
    types: AS_TEXT,
    values: [
      textArray(events.map(({ stream }) => stream)),
      int4Array(events.map(({ revision }) => revision)),
      textArray(events.map(({ type }) => type)),
      uuidArray(events.map(({ id }) => id)),
      textArray(events.map(({ data }) => data)),
      textArray(events.map(({ metadata }) => metadata)),
      textArray(events.map(({ recordedAt }) => recordedAt)),
    ],
  });
}
