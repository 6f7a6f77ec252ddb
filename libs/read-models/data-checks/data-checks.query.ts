import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { DataCheck, Fact } from '#domain';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { DataCheckSwitchRow } from './data-check-switch.row.ts';
import { statementOf } from './data-check.statements.ts';

/** What a rule doubts in one record. */
export interface DataFinding {
  readonly participantId: string;
  readonly category: string;
  readonly recordId: string;
  readonly field: string;
  /** The part of the record that is meant, such as an attempt; empty where it is the whole. */
  readonly part: string;
}

/** Which records a rule looks at. */
export interface LookedAt {
  /** Only records with an entry recorded from this moment (ISO 8601) on that no import brought; all where there is none. */
  readonly since?: string | undefined;
}

/** The kind of doubt that a rule's queries are of. */
export function queryKindOf({ check }: Pick<DataCheck, 'check'>): Fact<'QueryOpened'>['data']['kind'] {
  switch (check.kind) {
    case 'range':
      return 'implausible';
    case 'missing':
      return 'missing';
    case 'contradiction':
    case 'informants-disagree':
      return 'inconsistent';
    case 'out-of-window':
      return 'out-of-window';
  }
}

/** What a rule doubts in a study, person by person. Whose personal data are erased is asked about no more. */
export class FindingsOfCheck extends Query<readonly DataFinding[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly rule: Pick<DataCheck, 'check'>,
    readonly lookedAt: LookedAt = {},
  ) {
    super();
  }
}

const SINCE = `$2::timestamptz IS NULL OR EXISTS (SELECT FROM facts n WHERE n.stream = d.category || '-' || d."recordId"
  AND n.recorded_at >= $2::timestamptz AND n.metadata::json ->> 'source' <> 'import')`;

/** Findings of a rule over a snapshot, in a fixed order. */
export function findingsOf({ snapshot, studyId, rule, lookedAt }: FindingsOfCheck): Promise<readonly DataFinding[]> {
  const { text, parameters } = statementOf(rule.check);
  return snapshot.sql<DataFinding>(
    `SELECT d.* FROM (${text}) d JOIN participants p ON p.participant_id = d."participantId"
     WHERE p.study_id = $1 AND NOT p.personal_data_erased AND (${SINCE}) ORDER BY 1, 2, 3, 4, 5`,
    [studyId, lookedAt.since ?? null, ...parameters],
  );
}

@QueryHandler(FindingsOfCheck)
export class FindingsOfCheckHandler implements IQueryHandler<FindingsOfCheck> {
  execute(query: FindingsOfCheck): Promise<readonly DataFinding[]> {
    return findingsOf(query);
  }
}

/** Which rules of a study are, or were, switched on. */
export class DataCheckSwitchesOfStudy extends Query<readonly DataCheckSwitchRow[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

@QueryHandler(DataCheckSwitchesOfStudy)
export class DataCheckSwitchesOfStudyHandler implements IQueryHandler<DataCheckSwitchesOfStudy> {
  async execute({ snapshot, studyId }: DataCheckSwitchesOfStudy): Promise<readonly DataCheckSwitchRow[]> {
    const table = snapshot.table(DataCheckSwitchRow);
    const rows = await snapshot.sql<Record<string, unknown>>(
      'SELECT * FROM data_check_switches WHERE study_id = $1 ORDER BY rule_id',
      [studyId],
    );
    return rows.map((row) => table.hydrate(row));
  }
}
