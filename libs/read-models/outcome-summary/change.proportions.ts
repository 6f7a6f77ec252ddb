import { type Instrument, RESPONSE } from '#instruments';
import { proportion } from '#statistics';
import { countReasons, type Exclusion, type ScorePair, type ScorePairs } from './score.pairs.ts';

/** Shares that outcome studies report. */
export type OutcomeShare =
  | 'response'
  | 'remission'
  | 'reliably-improved'
  | 'reliably-improved-by-points'
  | 'reliably-deteriorated'
  | 'recovered'
  | 'below-caseness'
  | 'reliably-below-caseness';

/** One share with everything needed to read it. Estimate and limits are null where it is a share of nobody. */
export interface ShareSummary {
  readonly share: OutcomeShare;
  readonly definition: string;
  readonly denominator: string;
  readonly count: number;
  readonly n: number;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly confidence: number;
  /** People with both scores whom the share cannot speak of. */
  readonly excluded: readonly Exclusion[];
}

interface ShareRule {
  readonly share: OutcomeShare;
  readonly definition: string;
  readonly denominator: string;
  /** True, false, or why the share does not speak of this person. */
  readonly holds: (pair: ScorePair) => boolean | string;
}

/** Every share over the same pairs: the choice of one changes the rate, so all are given. */
export function sharesOf(
  instrument: Instrument,
  { pairs, parameters }: ScorePairs,
  confidence: number,
): readonly ShareSummary[] {
  return rulesOf(instrument, parameters?.source).map(({ holds, ...rule }) => {
    const verdicts = pairs.map(holds);
    const spoken = verdicts.filter((verdict) => typeof verdict === 'boolean');
    const count = spoken.filter(Boolean).length;
    const found = proportion(count, spoken.length, confidence);
    return {
      ...rule,
      count,
      n: spoken.length,
      estimate: found?.estimate ?? null,
      lower: found?.lower ?? null,
      upper: found?.upper ?? null,
      confidence,
      excluded: countReasons(verdicts.filter((verdict) => typeof verdict === 'string')),
    };
  });
}

const PAIRED = 'people with a score before and after';
const CASES = 'people with both scores who began on the clinical side of the cut-off';

function rulesOf(instrument: Instrument, source = 'no parameters'): readonly ShareRule[] {
  const { reliableChange: points, caseness } = instrument;
  const byPoints = points === undefined ? 'no published number' : `${points.at}, ${points.source}`;
  const cut = caseness === undefined ? 'no cut-off' : `cut-off ${caseness.at}, ${caseness.source}`;
  return [
    responseRule,
    remissionRule(instrument),
    ...reliableRules(source, byPoints),
    ...caseRules(source, byPoints, cut),
  ];
}

const responseRule: ShareRule = {
  share: 'response',
  definition: `improved by ${RESPONSE * 100} % of the score before or more`,
  denominator: `${PAIRED}, a score before of 0 left out`,
  holds: ({ change }) => change.response ?? 'score-before-of-zero',
};

function remissionRule({ remission, better }: Instrument): ShareRule {
  const beyond = better === 'lower' ? 'below' : 'above';
  return {
    share: 'remission',
    definition:
      remission === undefined ? 'no mark of remission' : `${beyond} ${remission.at} after: ${remission.source}`,
    denominator: PAIRED,
    holds: ({ change }) => change.remission ?? 'no-remission-mark',
  };
}

function reliableRules(source: string, byPoints: string): readonly ShareRule[] {
  const reliable = `|post − pre| / (√2 · s₁ · √(1 − r)) ≥ 1.96; ${source}`;
  return [
    {
      ...{ share: 'reliably-improved', denominator: PAIRED, definition: `better, and ${reliable}` },
      holds: ({ change: { reliableByIndex: way } }) => (way === null ? 'no-reliability' : way === 'improved'),
    },
    {
      ...{ share: 'reliably-improved-by-points', denominator: PAIRED },
      definition: `better by the published number of points or more: ${byPoints}`,
      holds: ({ change: { reliableByPoints: way } }) => (way === null ? 'no-published-change' : way === 'improved'),
    },
    {
      ...{ share: 'reliably-deteriorated', denominator: PAIRED, definition: `worse, and ${reliable}` },
      holds: ({ change: { reliableByIndex: way } }) => (way === null ? 'no-reliability' : way === 'deteriorated'),
    },
  ];
}

function caseRules(source: string, byPoints: string, cut: string): readonly ShareRule[] {
  return [
    {
      ...{ share: 'recovered', denominator: CASES },
      definition: `Jacobson & Truax 1991: reliably improved (by the index, by published points where there is none) and across the cut-off (${cut}); ${source}`,
      holds: ({ change }) =>
        startsAsCase(change) ?? (change.category === null ? 'no-reliability' : change.category === 'recovered'),
    },
    {
      ...{ share: 'below-caseness', denominator: CASES, definition: `no case after (${cut}), reliable or not` },
      holds: ({ change }) => startsAsCase(change) ?? change.casenessEnd === false,
    },
    {
      ...{ share: 'reliably-below-caseness', denominator: CASES },
      definition: `no case after (${cut}) and better by the published number of points: ${byPoints}`,
      holds: ({ change }) =>
        startsAsCase(change) ??
        (change.reliableByPoints === null
          ? 'no-published-change'
          : change.casenessEnd === false && change.reliableByPoints === 'improved'),
    },
  ];
}

/** Why a share of those who began as cases does not speak of this person; nothing when it does. */
function startsAsCase({ casenessStart }: ScorePair['change']): string | undefined {
  if (casenessStart === null) return 'no-cut-off';
  return casenessStart ? undefined : 'no-case-before';
}
