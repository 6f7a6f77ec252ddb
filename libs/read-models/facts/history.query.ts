import { decode, type EventType, type Fact, storedNames } from '#domain';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { AMENDMENTS } from '../kernel/standing.ts';
import { type Condition, oneOf, type Range, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { checked } from '../snapshot/value.check.ts';
import { FactRow } from './fact.row.ts';
import { historyEntry, type HistoryEntry } from './history.entry.ts';
import { groupBy } from '../kernel/group-by.ts';

/** Whose history: of a record (a stream), of a person over all records, of a study, or of the log. */
export interface HistoryFilter {
  /** Stream names, such as `assignment-a1`. */
  readonly records?: readonly string[] | undefined;
  readonly participantId?: string | undefined;
  readonly studyIds?: readonly string[] | undefined;
  readonly types?: readonly EventType[] | undefined;
  readonly eventIds?: readonly string[] | undefined;
  readonly occurredAt?: Range<string> | undefined;
  readonly recordedAt?: Range<string> | undefined;
  readonly logIndex?: Range<number> | undefined;
}

export type HistoryOrder = 'position' | 'occurredAt';

const list: ListOf<FactRow, HistoryOrder> = {
  entity: FactRow,
  orders: ['position', 'occurredAt'],
  orderBy: { field: 'position', direction: 'asc' },
};

/** The event history of anything, both times kept. @throws InvalidRead */
export class EventHistory extends Query<Page<HistoryEntry>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: HistoryFilter,
    readonly page: PageRequest<HistoryOrder>,
  ) {
    super();
  }
}

@QueryHandler(EventHistory)
export class EventHistoryHandler implements IQueryHandler<EventHistory> {
  async execute({ snapshot, filter, page }: EventHistory): Promise<Page<HistoryEntry>> {
    const found = await readPage(snapshot, list, conditionsOf(filter, snapshot), page);
    const streams = [...new Set(found.edges.map(({ row }) => row.stream))];
    const amendments = await amendmentsOf(snapshot, streams);
    return {
      ...found,
      edges: found.edges.map(({ cursor, row }) => ({
        cursor,
        row: historyEntry(row, amendments.get(row.stream) ?? []),
      })),
    };
  }
}

async function amendmentsOf(
  snapshot: ReadSnapshot,
  streams: readonly string[],
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const table = snapshot.table(FactRow);
  const raw = await snapshot.sql(
    `SELECT * FROM facts WHERE stream = ANY($1::text[]) AND type = ANY($2::text[]) AND position <= $3::bigint
     ORDER BY stream, revision`,
    [streams, [...AMENDMENTS], String(snapshot.position)],
  );
  const facts = raw.map((row) => {
    const { eventId: id, stream, revision, type, data, metadata, recordedAt } = table.hydrate({ ...row });
    return decode({ id, stream, revision, type, data, metadata, recordedAt });
  });
  return groupBy(facts, ({ stream }) => stream);
}

function conditionsOf(filter: HistoryFilter, snapshot: ReadSnapshot): readonly Condition<FactRow>[] {
  return [
    // Facts may run ahead of other projections; an answer is of one index.
    (table, parameter) => `${table.column('position').name} <= ${parameter(String(snapshot.position))}::bigint`,
    ...oneOf<FactRow>('stream', filter.records),
    ...oneOf<FactRow>('studyId', filter.studyIds),
    ...oneOf<FactRow>(
      'type',
      filter.types?.flatMap((type) => storedNames(type)),
    ),
    ...oneOf<FactRow>('eventId', filter.eventIds),
    ...within<FactRow>('occurredAt', filter.occurredAt),
    ...within<FactRow>('recordedAt', filter.recordedAt),
    ...within<FactRow>('logIndex', filter.logIndex),
    ...about(filter.participantId),
  ];
}

/** Events that speak of a person; a group's session is part of each history, another member's section of none but theirs. */
function about(participantId: string | undefined): readonly Condition<FactRow>[] {
  if (participantId === undefined) return [];
  return [
    (table, parameter) => {
      const column = table.column('participantIds');
      const person = parameter(checked(column, participantId, 'participantId'));
      return `stream IN (SELECT p.stream FROM fact_people p WHERE p.participant_id = ${person}) AND ${person} = ANY(${column.name})`;
    },
  ];
}
