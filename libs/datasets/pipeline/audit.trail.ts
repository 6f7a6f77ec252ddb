import { changesEntry, decode, type Fact, isEntryEvent } from '#domain';
import { FactRow } from '#read-models';
import type { AuditEntry } from '../contract/table.definition.ts';
import type { RowRecord } from '../tables/table.source.ts';
import type { RowsRequest } from './people.rows.ts';

/** A row that leaves, and the entries that it was made from. */
export interface RecordedRow {
  readonly record: RowRecord | null;
  /** A date as coarse as those of the release. */
  readonly dayOf: (date: string) => number | string | null;
}

/**
 * How rows came to be, row by row: who entered each by role, and what corrected it. Nobody’s id is in it, and no time where
 * no column of the table tells one.
 * @param first number of the first row
 */
export async function auditTrail(
  { snapshot }: Pick<RowsRequest, 'snapshot'>,
  rows: readonly RecordedRow[],
  first: number,
  tellsTime: boolean,
): Promise<readonly AuditEntry[]> {
  const streams = new Set(rows.flatMap(({ record }) => record?.stream ?? []));
  if (streams.size === 0) return [];
  const table = snapshot.table(FactRow);
  const found = await snapshot.sql<Record<string, unknown>>(
    'SELECT * FROM facts WHERE stream = ANY($1::text[]) ORDER BY log_index',
    [[...streams]],
  );
  const facts = new Map<string, Fact[]>();
  for (const row of found) {
    const { eventId: id, ...stored } = table.hydrate(row);
    facts.set(stored.stream, [...(facts.get(stored.stream) ?? []), decode({ id, ...stored })]);
  }
  return rows.flatMap(({ record, dayOf }, index) => {
    if (record === null) return [];
    const when = (fact: Fact) => (tellsTime ? dayOf(fact.recordedAt.slice(0, 10)) : null);
    return entriesOf(record, facts.get(record.stream) ?? []).map((fact): AuditEntry => {
      const { actor, source } = fact.metadata;
      return { row: first + index, ...changeOf(fact), role: actor.role, source, when: when(fact) };
    });
  });
}

/** The entries of a record in the order of the log, with those that correct or void them. */
function entriesOf({ isOf }: RowRecord, facts: readonly Fact[]): readonly Fact[] {
  const own = new Set<string>();
  return facts.filter((fact) => {
    const belongs = changesEntry(fact) ? own.has(fact.data.entryId) : !isEntryEvent(fact) && isOf(fact);
    if (belongs) own.add(fact.id);
    return belongs;
  });
}

function changeOf(fact: Fact): Pick<AuditEntry, 'change' | 'reason'> {
  if (!changesEntry(fact)) return { change: 'recorded', reason: null };
  return { change: fact.type === 'EntryCorrected' ? 'corrected' : 'voided', reason: fact.data.reason };
}
