import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { instrument as schema, ratingForms } from '#instruments';
import {
  type IccForm,
  type IntraclassCorrelation,
  intraclassCorrelation,
  type KappaWeights,
  type WeightedKappa,
  weightedKappa,
} from '#statistics';
import type { Exclusion } from '../outcome-summary/score.pairs.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { InvalidRead } from '../snapshot/read.error.ts';
import { codedByAll, codedByAny, type CodedValue, type CodingTable } from './double.coding.ts';
import type { RatingRow } from './rating.row.ts';

/** Which ratings are compared: one item or scale of one version of one form, about one kind of target. */
export interface AgreementQuestion {
  readonly studyId: string;
  readonly formId: string;
  readonly formVersion: number;
  readonly targetKind: RatingRow['targetKind'];
  /** Item code or scale. */
  readonly name: string;
  readonly icc: IccForm;
  readonly weights: KappaWeights;
  /** Everybody who rated a target that somebody else rated too, when left out. */
  readonly raterIds?: readonly string[] | undefined;
  readonly raterRole?: RatingRow['raterRole'] | undefined;
  readonly confidence?: number | undefined;
}

/** Why there is no figure. */
export type NoAgreement = 'too-few-targets' | 'too-few-raters' | 'no-variation' | 'not-two-raters' | 'no-categories';

/** How far raters agree on the double-coded part of a sample. */
export interface RatingAgreement {
  readonly raters: readonly string[];
  /** Targets that anybody rated. */
  readonly targets: number;
  /** Targets that entered the intraclass correlation. */
  readonly doubleCoded: number;
  readonly icc: IntraclassCorrelation | null;
  readonly noIcc: NoAgreement | null;
  readonly kappa: WeightedKappa | null;
  readonly noKappa: NoAgreement | null;
  readonly excluded: readonly Exclusion[];
  readonly definition: string;
}

/** Agreement within one form and target. @throws InvalidRead */
export class AgreeRatings extends Query<RatingAgreement> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly question: AgreementQuestion,
  ) {
    super();
  }
}

@QueryHandler(AgreeRatings)
export class AgreeRatingsHandler implements IQueryHandler<AgreeRatings> {
  async execute({ snapshot, question }: AgreeRatings): Promise<RatingAgreement> {
    const { confidence = 0.95, icc: form, weights } = question;
    if (!(confidence > 0 && confidence < 1)) throw new InvalidRead('confidence', 'must lie between 0 and 1');
    const values = await codedValues(snapshot, question);
    const byAll = codedByAll(values, question.raterIds);
    const table = form.startsWith('ICC(1') ? codedByAny(values) : byAll;
    const [icc, noIcc] = correlationOf(table, form, confidence);
    const categories = await categoriesOf(snapshot, question);
    const [kappa, noKappa] = kappaOf(byAll, categories, weights, confidence);
    return {
      ...{ raters: byAll.raters, icc, noIcc, kappa, noKappa },
      targets: new Set(values.map(({ target }) => target)).size,
      doubleCoded: table.rows.length,
      excluded: [...table.excluded].map(([reason, people]) => ({ reason, people })),
      definition: definitionOf(question),
    };
  }
}

function definitionOf({ icc, weights, name, formId, formVersion, targetKind }: AgreementQuestion): string {
  return `${icc} (Shrout & Fleiss 1979) and ${weights} kappa (Cohen 1968) of ${name} of ${formId} version ${formVersion}, over ${targetKind}s rated by more than one; of several ratings by one rater the first`;
}

interface ScoreLine {
  readonly target: string;
  readonly rater_id: string;
  readonly value: number;
}

async function codedValues(snapshot: ReadSnapshot, question: AgreementQuestion): Promise<readonly CodedValue[]> {
  const { studyId, formId, formVersion, targetKind, name, raterRole = null } = question;
  const lines = await snapshot.sql<ScoreLine>(
    `SELECT concat_ws(' ', participant_id, target_assignment_id, target_version, target_session_id, target_from, target_to)
       AS target, rater_id, value
     FROM rating_scores
     WHERE study_id = $1 AND form_id = $2 AND form_version = $3 AND target_kind = $4 AND name = $5
       AND value IS NOT NULL AND ($6::text IS NULL OR rater_role = $6)
     ORDER BY occurred_at, rating_id`,
    [studyId, formId, formVersion, targetKind, name, raterRole],
  );
  return lines.map(({ target, rater_id: raterId, value }) => ({ target, raterId, value }));
}

type Answer<Figure> = readonly [Figure, null] | readonly [null, NoAgreement];

function correlationOf({ rows }: CodingTable, form: IccForm, confidence: number): Answer<IntraclassCorrelation> {
  if (rows.length < 2) return [null, 'too-few-targets'];
  if ((rows[0]?.length ?? 0) < 2) return [null, 'too-few-raters'];
  const found = intraclassCorrelation(rows, form, confidence);
  return found === null ? [null, 'no-variation'] : [found, null];
}

function kappaOf(
  { rows, raters }: CodingTable,
  categories: readonly number[],
  weights: KappaWeights,
  confidence: number,
): Answer<WeightedKappa> {
  if (raters.length !== 2) return [null, 'not-two-raters'];
  if (rows.length === 0) return [null, 'too-few-targets'];
  const known = new Set(categories);
  if (categories.length < 2 || rows.flat().some((value) => !known.has(value))) return [null, 'no-categories'];
  const pairs = rows.map(([one = 0, other = 0]): [number, number] => [one, other]);
  const found = weightedKappa(pairs, categories, weights, confidence);
  return found === null ? [null, 'no-variation'] : [found, null];
}

/** Whole steps of an item, by the form: a study’s own, or one that the platform knows. None for a scale. */
async function categoriesOf(snapshot: ReadSnapshot, question: AgreementQuestion): Promise<readonly number[]> {
  const { studyId, formId, formVersion, name } = question;
  const [published] = await snapshot.sql<{ instrument: unknown }>(
    'SELECT instrument::json AS instrument FROM instruments WHERE study_id = $1 AND instrument_id = $2 AND version = $3',
    [studyId, formId, formVersion],
  );
  const own = published === undefined ? undefined : schema.safeParse(published.instrument).data;
  const form = own ?? ratingForms.find((each) => each.formId === formId && each.version === formVersion);
  const item = form?.items.find(({ code }) => code === name);
  if (item === undefined || item.max - item.min > 100) return [];
  return Array.from({ length: Math.floor(item.max - item.min) + 1 }, (_, step) => item.min + step);
}
