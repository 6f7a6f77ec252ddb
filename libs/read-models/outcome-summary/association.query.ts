import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Correlation, correlation } from '#statistics';
import { boundedRows, type BoundedStatement } from '../snapshot/bounded.rows.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { InvalidRead } from '../snapshot/read.error.ts';
import { type ChosenInstrument, chosenInstrument, scoresOf } from './outcome.scores.ts';
import { changeDefinition, checkedQuestion, type OutcomeQuestion } from './outcome-summary.query.ts';
import { countReasons, type Exclusion, pairScores } from './score.pairs.ts';

/** A published adherence definition; its newest version where that is left out. */
export interface HomeworkChoice {
  readonly definitionId: string;
  readonly version?: number | undefined;
}

/** How homework and change go together between people. An association: it says nothing about cause. */
export interface HomeworkAssociation {
  readonly homework: { readonly definitionId: string; readonly version: number };
  readonly instrument: ChosenInstrument;
  readonly definition: string;
  readonly denominator: string;
  readonly enrolled: number;
  readonly n: number;
  /** Null for fewer than three people, or where one side does not vary. */
  readonly correlation: Correlation | null;
  readonly excluded: readonly Exclusion[];
}

/** Correlates homework with improvement over a study. @throws InvalidRead, TooManyRows */
export class AssociateHomework extends Query<HomeworkAssociation> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly homework: HomeworkChoice,
    readonly question: OutcomeQuestion,
  ) {
    super();
  }
}

@QueryHandler(AssociateHomework)
export class AssociateHomeworkHandler implements IQueryHandler<AssociateHomework> {
  async execute({ snapshot, homework, question }: AssociateHomework): Promise<HomeworkAssociation> {
    const confidence = checkedQuestion(question);
    const version = await publishedVersion(snapshot, question.studyId, homework);
    const chosen = await chosenInstrument(snapshot, question);
    const values = await homeworkValues(snapshot, question.studyId, { ...homework, version });
    const scores = await scoresOf(snapshot, question, chosen.instrument);
    const { pairs, excluded, enrolled } = pairScores(scores, chosen.instrument, question);
    const sign = chosen.instrument.better === 'lower' ? -1 : 1;
    const x: number[] = [];
    const y: number[] = [];
    const without: string[] = [];
    for (const { participantId, change } of pairs) {
      const value = values.get(participantId) ?? null;
      if (value === null) without.push('no-homework-value');
      else {
        x.push(value);
        y.push(sign * change.change);
      }
    }
    return {
      homework: { definitionId: homework.definitionId, version },
      instrument: chosen,
      definition: `Pearson’s r of the homework value under ${homework.definitionId} version ${version} with improvement (positive is better), Fisher’s interval; ${changeDefinition(question)}`,
      denominator: 'everybody enrolled who has a total before, one after and a homework value',
      enrolled,
      n: x.length,
      correlation: correlation(x, y, confidence),
      excluded: [...excluded, ...countReasons(without)],
    };
  }
}

async function publishedVersion(
  snapshot: ReadSnapshot,
  studyId: string,
  { definitionId, version }: HomeworkChoice,
): Promise<number> {
  const rows = await snapshot.sql<{ version: number }>(
    'SELECT version FROM definitions WHERE study_id = $1 AND definition_id = $2 ORDER BY version DESC',
    [studyId, definitionId],
  );
  const found = version === undefined ? rows[0]?.version : rows.find((row) => row.version === version)?.version;
  if (found === undefined) throw new InvalidRead('definitionId', 'names no definition that this study has published');
  return found;
}

const VALUES: BoundedStatement = {
  ...{ what: 'homework values', columns: 'participant_id, value' },
  from: 'adherence WHERE study_id = $1 AND definition_id = $2 AND definition_version = $3',
};

async function homeworkValues(
  snapshot: ReadSnapshot,
  studyId: string,
  { definitionId, version }: { readonly definitionId: string; readonly version: number },
): Promise<ReadonlyMap<string, number | null>> {
  const rows = await boundedRows<{ participant_id: string; value: number | null }>(snapshot, VALUES, [
    ...[studyId, definitionId, version],
  ]);
  return new Map(rows.map(({ participant_id: person, value }) => [person, value]));
}
