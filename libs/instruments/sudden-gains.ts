import type { Instrument } from './instrument.schema.ts';
import { changeParametersOf } from './person-change.ts';

/** Criteria of Tang & DeRubeis (1999) as generalised by Wiedemann, Thew, Stott & Ehlers (2020, package suddengains). */
export interface SuddenGainCriteria {
  /** Points by which the score must fall between two sessions; 7 for the BDI. */
  readonly absolute: number;
  /** Share of the earlier score; 0.25. */
  readonly relative: number;
  /** t above which the means of up to three sessions before and after must differ, by degrees of freedom. */
  readonly critical: (degreesOfFreedom: number) => number;
}

export interface SuddenGain {
  /** Index of the session before the gain. */
  readonly before: number;
  /** Points. */
  readonly magnitude: number;
  /** Half of the gain or more was lost at some later session. */
  readonly reversed: boolean;
}

/**
 * Sudden gains in one person's session scores (lower is better), in session order; null for a missed session. Each side
 * of a gain needs at least two of its three scores, and a gain cannot come before the second session.
 */
export function suddenGains(scores: readonly (number | null)[], criteria: SuddenGainCriteria): SuddenGain[] {
  const gains: SuddenGain[] = [];
  for (let before = 1; before < scores.length - 1; before += 1) {
    const score = scores[before] ?? null;
    const next = scores[before + 1] ?? null;
    if (score === null || next === null) continue;
    const magnitude = score - next;
    if (magnitude < criteria.absolute || magnitude < criteria.relative * score) continue;
    if (
      !isStable(
        known(scores.slice(Math.max(0, before - 2), before + 1)),
        known(scores.slice(before + 1, before + 4)),
        criteria,
      )
    ) {
      continue;
    }
    const reversed = known(scores.slice(before + 2)).some((later) => later - next >= magnitude / 2);
    gains.push({ before, magnitude, reversed });
  }
  return gains;
}

/** Points that a gain must have on this instrument: its own mark, else its reliable change; null where it has neither. */
export function suddenGainThreshold(instrument: Instrument): { readonly at: number; readonly source: string } | null {
  const { suddenGain, reliableChange } = instrument;
  const own = suddenGain ?? reliableChange;
  if (own !== undefined) return { at: own.at, source: own.source };
  const parameters = changeParametersOf(instrument);
  if (parameters === null) return null;
  const { sd, reliability, z, source } = parameters;
  return { at: z * Math.SQRT2 * sd * Math.sqrt(1 - reliability), source };
}

function known(scores: readonly (number | null)[]): number[] {
  return scores.filter((score) => score !== null);
}

/** Third criterion: the gain stands out from the fluctuation around it. */
function isStable(pre: readonly number[], post: readonly number[], criteria: SuddenGainCriteria): boolean {
  if (pre.length < 2 || post.length < 2) return false;
  const degrees = pre.length + post.length - 2;
  const pooled = Math.sqrt((squares(pre) + squares(post)) / degrees);
  return mean(pre) - mean(post) > criteria.critical(degrees) * pooled;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sum of squared deviations from the mean. */
function squares(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
