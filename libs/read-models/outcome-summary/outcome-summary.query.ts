import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Descriptives, describe, type Interval, meanInterval, type PrePost, prePostD } from '#statistics';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { InvalidRead } from '../snapshot/read.error.ts';
import { type ShareSummary, sharesOf } from './change.proportions.ts';
import {
  type ChosenInstrument,
  chosenInstrument,
  missingReasons,
  type ScoreChoice,
  scoresOf,
} from './outcome.scores.ts';
import { type ChangeChoice, countReasons, type Exclusion, pairScores, type PersonScore } from './score.pairs.ts';

/** What is asked of a study's outcomes. */
export interface OutcomeQuestion extends ScoreChoice, ChangeChoice {
  /** Of intervals; 0.95. */
  readonly confidence?: number | undefined;
}

/** One occasion over everybody enrolled. */
export interface OccasionSummary {
  readonly occasion: string;
  /** Median day since enrolment on which it was taken. */
  readonly day: number | null;
  readonly enrolled: number;
  readonly scores: Descriptives;
  readonly meanInterval: Interval | null;
  readonly excluded: readonly Exclusion[];
}

/** Change from before to after, over those who have both. */
export interface ChangeSummary {
  readonly definition: string;
  readonly denominator: string;
  readonly enrolled: number;
  readonly n: number;
  readonly before: Descriptives;
  readonly after: Descriptives;
  readonly change: Descriptives;
  readonly changeInterval: Interval | null;
  readonly effect: PrePost | null;
  /** Of reliable change. */
  readonly parameters: string | null;
  readonly excluded: readonly Exclusion[];
  readonly shares: readonly ShareSummary[];
}

export interface OutcomeSummary {
  readonly instrument: ChosenInstrument;
  readonly occasions: readonly OccasionSummary[];
  readonly change: ChangeSummary;
}

/** A study's outcomes on one instrument as one informant tells them. @throws InvalidRead */
export class SummariseOutcomes extends Query<OutcomeSummary> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly question: OutcomeQuestion,
  ) {
    super();
  }
}

@QueryHandler(SummariseOutcomes)
export class SummariseOutcomesHandler implements IQueryHandler<SummariseOutcomes> {
  async execute({ snapshot, question }: SummariseOutcomes): Promise<OutcomeSummary> {
    const confidence = checkedQuestion(question);
    const chosen = await chosenInstrument(snapshot, question);
    const scores = await scoresOf(snapshot, question, chosen.instrument);
    const reasons = await missingReasons(snapshot, question, chosen.instrument);
    return {
      instrument: chosen,
      occasions: occasionsOf(scores, reasons, confidence),
      change: changeOf(scores, chosen, question, confidence),
    };
  }
}

/** @throws InvalidRead naming the field; @returns the confidence of intervals */
export function checkedQuestion({ confidence = 0.95, reliability, pre, post }: OutcomeQuestion): number {
  if (!(confidence > 0 && confidence < 1)) throw new InvalidRead('confidence', 'must lie between 0 and 1');
  if (reliability !== undefined && !(reliability.value > 0 && reliability.value < 1)) {
    throw new InvalidRead('reliability', 'must lie between 0 and 1');
  }
  if (pre !== undefined && pre === post) throw new InvalidRead('post', 'must be another occasion than pre');
  return confidence;
}

function occasionsOf(
  scores: ReadonlyMap<string, readonly PersonScore[]>,
  reasons: ReadonlyMap<string, ReadonlyMap<string, string>>,
  confidence: number,
): readonly OccasionSummary[] {
  const names = new Set([
    ...reasons.keys(),
    ...[...scores.values()].flatMap((own) => own.map(({ occasion }) => occasion)),
  ]);
  const summaries = [...names].map((occasion): OccasionSummary => {
    const totals: number[] = [];
    const days: number[] = [];
    const excluded: string[] = [];
    for (const [person, own] of scores) {
      const score = own.findLast((each) => each.occasion === occasion);
      if (score === undefined) excluded.push(reasons.get(occasion)?.get(person) ?? 'not-scheduled');
      else {
        totals.push(score.total);
        days.push(score.day);
      }
    }
    return {
      ...{ occasion, day: describe(days).median, enrolled: scores.size, scores: describe(totals) },
      ...{ meanInterval: meanInterval(totals, confidence), excluded: countReasons(excluded) },
    };
  });
  const end = Number.MAX_VALUE;
  return summaries.sort((a, b) => (a.day ?? end) - (b.day ?? end) || (a.occasion < b.occasion ? -1 : 1));
}

function changeOf(
  scores: ReadonlyMap<string, readonly PersonScore[]>,
  { instrument }: ChosenInstrument,
  question: OutcomeQuestion,
  confidence: number,
): ChangeSummary {
  const paired = pairScores(scores, instrument, question);
  const { pairs, parameters, enrolled, excluded } = paired;
  const before = pairs.map(({ pre }) => pre);
  const after = pairs.map(({ post }) => post);
  const changes = pairs.map(({ change }) => change.change);
  return {
    definition: changeDefinition(question),
    denominator:
      'everybody enrolled who has a total before and one after, of the same informant and instrument version',
    enrolled,
    n: pairs.length,
    before: describe(before),
    after: describe(after),
    change: describe(changes),
    changeInterval: meanInterval(changes, confidence),
    effect: prePostD(before, after),
    parameters: parameters?.source ?? null,
    excluded,
    shares: sharesOf(instrument, paired, confidence),
  };
}

/** What change means here, in words. */
export function changeDefinition({ pre, post }: ChangeChoice): string {
  const before = pre === undefined ? 'each person’s first total' : `the last total at ${pre}`;
  const after = post === undefined ? 'each person’s last total' : `the last total at ${post}`;
  return `post − pre in points, pre being ${before} and post ${after}; d = (mean pre − mean post) / SD of pre, with the correlation of pre and post`;
}
