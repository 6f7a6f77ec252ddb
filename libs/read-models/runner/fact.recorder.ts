import { FactPersonRow } from '../facts/fact-person.row.ts';
import { FactRow } from '../facts/fact.row.ts';
import type { Connection } from '../storage/connection.ts';
import { insertRows, upsertRows } from '../storage/table.writer.ts';
import type { LogEvent } from './log.event.ts';
import type { TableRegistry } from './table.registry.ts';

/** The checkpoint's name of the facts themselves: they come before every projection that may read them. */
export const FACTS = 'facts';

/** Writes events into the generation's own copy of the log. */
export async function recordFacts(
  connection: Connection,
  tables: TableRegistry,
  events: readonly LogEvent[],
): Promise<void> {
  await insertRows(connection, tables.of(FactRow), events.map(rowOf));
  const people = new Map<string, FactPersonRow>();
  for (const { participantIds, stream } of events) {
    for (const participantId of participantIds) people.set(`${participantId} ${stream}`, { participantId, stream });
  }
  await upsertRows(connection, tables.of(FactPersonRow), [...people.values()]);
}

function rowOf(event: LogEvent): FactRow {
  const { id, stream, revision, type, data, metadata, recordedAt, position } = event.stored;
  return {
    position: String(position),
    logIndex: event.logIndex,
    eventId: id,
    ...{ stream, revision, type, data, metadata, recordedAt },
    studyId: event.studyId,
    participantIds: [...event.participantIds],
    occurredAt: event.metadata.occurredAt,
  };
}
