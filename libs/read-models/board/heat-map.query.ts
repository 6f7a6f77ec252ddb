import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { IntervalDenominator } from '../intervals/interval.row.ts';
import { boundedRows, type BoundedStatement } from '../snapshot/bounded.rows.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardTable, columnsOf, short } from './board.table.ts';

/** Which homework values a panel shows. */
export interface HomeworkMeasure {
  /** A published definition, or `standard`: session to session, unit-level quantity. */
  readonly definitionId: string;
  /** The newest where left out. */
  readonly version?: number | undefined;
  readonly denominator: IntervalDenominator;
}

/** Homework of everybody, week by week since enrolment. @throws TooManyRows */
export class HomeworkHeatMap extends Query<BoardTable> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly measure: HomeworkMeasure,
    /** Of one site; of all where there is none. */
    readonly siteId: string | null = null,
  ) {
    super();
  }
}

const CELLS: BoundedStatement = {
  what: 'intervals',
  columns: `p.participant_id AS id, p.site_id AS site, p.status,
    floor((i.from_date - p.enrolled_date) / 7.0)::int + 1 AS week,
    avg(coalesce(i.value, i.quantity_unit)) AS value, sum(i.n)::int AS n, sum(i.n_unknown)::int AS unknown`,
  from: `participants p LEFT JOIN intervals i ON i.participant_id = p.participant_id AND i.definition_id = $2
    AND i.definition_version = $3 AND i.denominator = $4
  WHERE p.study_id = $1 AND ($5::text IS NULL OR p.site_id = $5)`,
  tail: 'GROUP BY 1, 2, 3, 4 ORDER BY 1, 4',
};
const NEWEST =
  'SELECT max(definition_version)::int AS version FROM intervals WHERE study_id = $1 AND definition_id = $2';
/** Two years: beyond it lie mistakes of dates, not weeks of treatment. */
const MOST_WEEKS = 104;

interface Cell {
  readonly id: string;
  readonly site: string | null;
  readonly status: string;
  readonly week: number | null;
  readonly value: number | null;
  readonly n: number | null;
  readonly unknown: number | null;
}

/** The version meant by a measure: the one named, else the newest that has intervals; 0 where nothing has. */
export async function versionOf(snapshot: ReadSnapshot, studyId: string, measure: HomeworkMeasure): Promise<number> {
  if (measure.version !== undefined) return measure.version;
  const [newest] = await snapshot.sql<{ version: number | null }>(NEWEST, [studyId, measure.definitionId]);
  return newest?.version ?? 0;
}

@QueryHandler(HomeworkHeatMap)
export class HomeworkHeatMapHandler implements IQueryHandler<HomeworkHeatMap> {
  async execute({ snapshot, studyId, measure, siteId }: HomeworkHeatMap): Promise<BoardTable> {
    const version = await versionOf(snapshot, studyId, measure);
    const { definitionId, denominator } = measure;
    const cells = await boundedRows<Cell>(snapshot, CELLS, [studyId, definitionId, version, denominator, siteId]);
    const weeks = cells.reduce((most, { week }) => Math.max(most, Math.min(week ?? 0, MOST_WEEKS)), 0);
    const people = new Map<string, (string | number | null)[]>();
    let beyond = 0;
    for (const { id, site, status, week, value, n, unknown } of cells) {
      const row = people.get(id) ?? [id, site, status, ...Array.from({ length: weeks }, () => null)];
      people.set(id, row);
      if (week === null) continue;
      if (week < 1 || week > MOST_WEEKS) beyond += 1;
      else row[week + 2] = cellOf(value, n, unknown);
    }
    const without = [...people.values()].filter((row) => row.slice(3).every((value) => value === null)).length;
    return {
      title: 'Homework, person by week',
      definition: `value under ${definitionId} version ${version}, ${denominator}, by the week since enrolment in which the interval began; −1: something was due and nobody told of it`,
      denominator: 'everybody enrolled',
      n: people.size - without,
      excluded: without === 0 ? [] : [{ reason: 'no-homework-due', people: without }],
      columns: [
        ...columnsOf(['person', 'id'], ['site', 'id'], ['status', 'enrolled, left or completed']),
        ...Array.from({ length: weeks }, (_, week) => ({
          name: `week ${week + 1}`,
          about: 'value, 0 to 1 as a rule; −1 unknown',
        })),
      ],
      rows: [...people.values()],
      figures: { definitionId, version, denominator, weeks, intervalsBeyond: beyond },
    };
  }
}

/** Null where nothing was due, −1 where all that was due is unknown. */
function cellOf(value: number | null, n: number | null, unknown: number | null): number | null {
  if (n === null || n === 0) return value === null ? null : short(value);
  return value === null || unknown === n ? -1 : short(value);
}
