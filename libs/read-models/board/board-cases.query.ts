import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardCell, type BoardTable, columnsOf } from './board.table.ts';
import { LATE_HOURS } from './data-quality.query.ts';
import { aspectParameters, OUTCOMES_OF_HOMEWORK } from './homework-explorer.query.ts';
import { HOMEWORK_ASPECTS, type HomeworkAspect } from './homework.aspects.ts';

/** What of data quality is looked into. */
export type QualityConcern = 'late-attempts' | 'unlogged-sessions' | 'missing-measures' | 'corrections' | 'queries';

/** A cell, bar or box of a panel, by what makes it. */
export type BoardPlace =
  | { readonly kind: 'measures'; readonly instrumentId: string; readonly occasion: string; readonly status: string }
  | { readonly kind: 'homework'; readonly by: HomeworkAspect; readonly part: string | null }
  | { readonly kind: 'quality'; readonly concern: QualityConcern };

/** Who and what is behind a place of the board. A reader has the rows that their rights to the records leave. */
export class BoardCases extends Query<BoardTable> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly place: BoardPlace,
    /** Of one site; of all where there is none. */
    readonly siteId: string | null = null,
  ) {
    super();
  }
}

/** More is no list to read any more. */
const MOST_CASES = 1_000;

interface CaseList {
  readonly title: string;
  readonly columns: readonly (readonly [name: string, about: string])[];
  /** Selects one column for each of `columns`, the person first; `$1` is the study and `$2` the site. */
  readonly sql: string;
  readonly parameters?: readonly unknown[];
}

const WHERE = 'study_id = $1 AND ($2::text IS NULL OR site_id = $2)';
const when = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const hoursOf = (from: string, to: string) => `round((extract(epoch FROM ${to} - ${from}) / 3600)::numeric, 1)::float`;
const TIMES = [
  ['happened', 'UTC'],
  ['recorded', 'UTC'],
  ['entry lag', 'hours'],
] as const;

const QUALITY: Readonly<Record<QualityConcern, CaseList>> = {
  'late-attempts': {
    title: `Attempts recorded more than ${LATE_HOURS} hours after they happened`,
    columns: [['person', 'id'], ['site', 'id'], ...TIMES, ['source', 'where it was entered']],
    sql: `SELECT participant_id, site_id, ${when('occurred_at')}, ${when('recorded_at')}, round(entry_lag_hours::numeric, 1)::float, source
      FROM attempts WHERE ${WHERE} AND entry_lag_hours > ${LATE_HOURS} ORDER BY entry_lag_hours DESC, 1`,
  },
  'unlogged-sessions': {
    title: 'Sessions held without a word on homework',
    columns: [['person', 'id'], ['site', 'id'], ['session', 'number'], ...TIMES],
    sql: `SELECT participant_id, site_id, session_number, ${when('occurred_at')}, ${when('recorded_at')}, ${hoursOf('occurred_at', 'recorded_at')}
      FROM sessions WHERE ${WHERE} AND state = 'held' AND homework_reviewed IS NULL ORDER BY occurred_at DESC, 1`,
  },
  'missing-measures': {
    title: 'Measures missed or overdue',
    columns: [
      ['person', 'id'],
      ['site', 'id'],
      ['instrument', 'id'],
      ['occasion', 'of the schedule'],
      ['status', 'missed or overdue'],
      ['reason', 'code'],
      ['due', 'day'],
    ],
    sql: `SELECT participant_id, site_id, instrument_id, occasion, status, reason, due_date::text
      FROM missingness WHERE ${WHERE} AND status IN ('missed', 'overdue') ORDER BY due_date NULLS LAST, 1, 3`,
  },
  corrections: {
    title: 'Entries corrected or voided',
    columns: [
      ['person', 'id'],
      ['site', 'id'],
      ['what', 'corrected or voided'],
      ['record', 'kind and id'],
      ['recorded', 'UTC'],
    ],
    sql: `SELECT p.participant_id, p.site_id, f.type, f.stream, ${when('f.recorded_at')}
      FROM facts f JOIN participants p ON p.participant_id = f.participant_ids[1]
      WHERE f.study_id = $1 AND ($2::text IS NULL OR p.site_id = $2) AND f.type IN ('EntryCorrected', 'EntryVoided') ORDER BY f.log_index DESC`,
  },
  queries: {
    title: 'Discrepancy queries, open ones first',
    columns: [
      ['person', 'id'],
      ['site', 'id'],
      ['kind', 'of doubt'],
      ['record', 'kind'],
      ['status', 'open, answered or closed'],
      ['recorded', 'UTC'],
    ],
    sql: `SELECT participant_id, site_id, kind, category, status, ${when('opened_at')}
      FROM queries WHERE ${WHERE} ORDER BY status = 'closed', opened_at, query_id`,
  },
};

function listOf(place: BoardPlace): CaseList {
  switch (place.kind) {
    case 'quality':
      return QUALITY[place.concern];
    case 'measures':
      return measures(place);
    case 'homework':
      return homework(place);
  }
}

function measures({ instrumentId, occasion, status }: Extract<BoardPlace, { kind: 'measures' }>): CaseList {
  return {
    title: `${instrumentId}, ${occasion}: ${status}`,
    columns: [
      ['person', 'id'],
      ['site', 'id'],
      ['reason', 'code, where it was missed'],
      ['due', 'day'],
      ['received', 'day'],
    ],
    sql: `SELECT participant_id, site_id, reason, due_date::text, received_date::text FROM missingness
      WHERE ${WHERE} AND instrument_id = $3 AND occasion = $4 AND status = $5 ORDER BY 1, measure_id`,
    parameters: [instrumentId, occasion, status],
  };
}

function homework({ by, part: wanted }: Extract<BoardPlace, { kind: 'homework' }>): CaseList {
  const { part, from = '' } = HOMEWORK_ASPECTS[by];
  const given = aspectParameters(by);
  const place = `$${3 + given.length}::text`;
  return {
    title: `Homework by ${by}: ${wanted ?? 'not recorded'}`,
    columns: [
      ['person', 'id'],
      ['site', 'id'],
      ...(['assignments', 'completed', 'attempted', 'adjusted', 'abandoned', 'declined or withdrawn'] as const).map(
        (name) => [name, 'assignments'] as const,
      ),
      ['reviewed', 'assignments'],
    ],
    sql: `SELECT a.participant_id, a.site_id, ${OUTCOMES_OF_HOMEWORK} FROM assignments a ${from}
      WHERE a.study_id = $1 AND ($2::text IS NULL OR a.site_id = $2) AND ${part} IS NOT DISTINCT FROM ${place} GROUP BY 1, 2 ORDER BY 3 DESC, 1`,
    parameters: [...given, wanted],
  };
}

@QueryHandler(BoardCases)
export class BoardCasesHandler implements IQueryHandler<BoardCases> {
  async execute({ snapshot, studyId, place, siteId }: BoardCases): Promise<BoardTable> {
    const { title, columns, sql, parameters = [] } = listOf(place);
    const names = columns.map((_, at) => `c${at}`);
    const found = await snapshot.sql<Readonly<Record<string, BoardCell>>>(
      `SELECT * FROM (${sql}) AS cases(${names.join(', ')}) LIMIT ${MOST_CASES + 1}`,
      [studyId, siteId, ...parameters],
    );
    const rows = found.slice(0, MOST_CASES).map((row) => names.map((name) => row[name] ?? null));
    return {
      title,
      definition: `the records behind one place of the board, ${MOST_CASES} at most`,
      denominator: 'records that the reader may see',
      n: new Set(rows.map(([person]) => person)).size,
      excluded: [],
      columns: columnsOf(...columns),
      rows,
      figures: { shown: rows.length, more: found.length > MOST_CASES },
    };
  }
}
