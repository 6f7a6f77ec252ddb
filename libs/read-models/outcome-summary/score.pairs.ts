import {
  type ChangeParameters,
  changeParametersOf,
  type Instrument,
  personChange,
  type PersonChange,
} from '#instruments';
import { describe } from '#statistics';

/** One scored measure of a person. */
export interface PersonScore {
  readonly occasion: string;
  readonly total: number;
  readonly day: number;
}

/** People left out of a figure, and why. Reasons are codes. */
export interface Exclusion {
  readonly reason: string;
  readonly people: number;
}

/** Whose standard deviation before treatment goes into reliable change: they differ, and so do the rates. */
export type DeviationSource = 'instrument' | 'all-baselines' | 'complete-cases';

/** Which two occasions are compared, and by which parameters. */
export interface ChangeChoice {
  /** An occasion; each person's first total where left out. */
  readonly pre?: string | undefined;
  /** An occasion; each person's last total where left out. */
  readonly post?: string | undefined;
  readonly deviation?: DeviationSource | undefined;
  /** In place of the instrument's own, with its source. */
  readonly reliability?: { readonly value: number; readonly source: string } | undefined;
}

/** Somebody who has both scores. */
export interface ScorePair {
  readonly participantId: string;
  readonly pre: number;
  readonly post: number;
  readonly change: PersonChange;
}

/** Everybody enrolled, either paired or left out for a reason. */
export interface ScorePairs {
  readonly enrolled: number;
  readonly pairs: readonly ScorePair[];
  readonly excluded: readonly Exclusion[];
  readonly parameters: ChangeParameters | null;
}

/** Pairs everybody's scores before and after. @param scores of everybody enrolled, each in order of time; none for some */
export function pairScores(
  scores: ReadonlyMap<string, readonly PersonScore[]>,
  instrument: Instrument,
  choice: ChangeChoice,
): ScorePairs {
  const excluded: string[] = [];
  const found: { readonly participantId: string; readonly pre: number; readonly post: number }[] = [];
  const baselines: number[] = [];
  for (const [participantId, own] of scores) {
    const pre = choice.pre === undefined ? own[0] : own.findLast(({ occasion }) => occasion === choice.pre);
    if (pre !== undefined) baselines.push(pre.total);
    const post = choice.post === undefined ? own.at(-1) : own.findLast(({ occasion }) => occasion === choice.post);
    if (own.length === 0) excluded.push('no-score');
    else if (pre === undefined) excluded.push('no-score-before');
    else if (post === undefined || post === pre) excluded.push('no-score-after');
    else if (own.indexOf(post) < own.indexOf(pre)) excluded.push('after-lies-before');
    else found.push({ participantId, pre: pre.total, post: post.total });
  }
  const parameters = parametersOf(instrument, choice, { all: baselines, complete: found.map(({ pre }) => pre) });
  const pairs = found.map((each) => ({ ...each, change: personChange(instrument, each.pre, each.post, parameters) }));
  return { enrolled: scores.size, pairs, excluded: countReasons(excluded), parameters };
}

/** How many people share each reason, in the order of the codes. */
export function countReasons(reasons: readonly string[]): readonly Exclusion[] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, people]) => ({ reason, people })).sort((a, b) => (a.reason < b.reason ? -1 : 1));
}

const SAMPLE: Readonly<Record<Exclude<DeviationSource, 'instrument'>, string>> = {
  'all-baselines': 'all scores before',
  'complete-cases': 'scores before of those who have both',
};

function parametersOf(
  instrument: Instrument,
  { deviation = 'instrument', reliability }: ChangeChoice,
  before: { readonly all: readonly number[]; readonly complete: readonly number[] },
): ChangeParameters | null {
  const own = changeParametersOf(instrument);
  const value = reliability?.value ?? own?.reliability;
  const source = reliability?.source ?? instrument.reliability?.source ?? '';
  const sd =
    deviation === 'instrument' ? own?.sd : describe(deviation === 'all-baselines' ? before.all : before.complete).sd;
  if (value === undefined || sd === undefined || sd === null || sd <= 0) return null;
  const from = deviation === 'instrument' ? 'the instrument’s' : SAMPLE[deviation];
  return {
    sd,
    reliability: value,
    z: 1.96,
    better: instrument.better,
    source: `sd ${sd} (${from}), reliability ${value}: ${source}`,
  };
}
