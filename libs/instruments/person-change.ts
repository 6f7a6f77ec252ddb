import type { Instrument } from './instrument.schema.ts';
import {
  type ChangeCategory,
  type ChangeParameters,
  proportionalImprovement,
  reliableChange,
  type ReliableChange,
  categoryOf,
} from './reliable-change.ts';

type Direction = ReliableChange['direction'];

/**
 * What one person's change amounts to under every convention that the instrument gives figures for; null where it gives
 * none. Rates differ with the convention, so none stands for the others.
 */
export interface PersonChange {
  /** post − pre, points. */
  readonly change: number;
  /** 100 · (post − pre) / |pre|; null at a baseline of 0. */
  readonly percentChange: number | null;
  /** Reliable change index; null without a standard deviation and a reliability. */
  readonly reliableChangeIndex: number | null;
  /** By the index, at ±z. */
  readonly reliableByIndex: Direction | null;
  /** By the published number of points. */
  readonly reliableByPoints: Direction | null;
  /** Jacobson & Truax: reliable (by index, else by points) and across the cut-off. */
  readonly category: ChangeCategory | null;
  /** Improved by half of the baseline or more. */
  readonly response: boolean | null;
  readonly remission: boolean | null;
  readonly casenessStart: boolean | null;
  readonly casenessEnd: boolean | null;
  /** Where the figures behind index, points and cut-offs come from. */
  readonly source: string | null;
}

/** Share of the baseline that counts as response. */
export const RESPONSE = 0.5;

/** The parameters of reliable change that an instrument brings: 95 %, its own standard deviation and reliability. */
export function changeParametersOf({ reliability, better }: Instrument): ChangeParameters | null {
  if (reliability === undefined) return null;
  const { sd, value, kind, source } = reliability;
  return { sd, reliability: value, z: 1.96, better, source: `sd ${sd}, ${kind} ${value}: ${source}` };
}

/** Whether a score lies on the clinical side of the instrument's cut-off; null where it names none. */
export function isCase({ caseness, better }: Instrument, score: number): boolean | null {
  if (caseness === undefined) return null;
  return better === 'lower' ? score >= caseness.at : score <= caseness.at;
}

/** Whether a score lies beyond the instrument's mark of remission; null where it names none. */
export function isRemitted({ remission, better }: Instrument, score: number): boolean | null {
  if (remission === undefined) return null;
  return better === 'lower' ? score < remission.at : score > remission.at;
}

/**
 * One person from pre to post, in points of the instrument's total.
 * @param parameters of reliable change; the instrument's own unless given
 * @throws RangeError for parameters that mean nothing
 */
export function personChange(
  instrument: Instrument,
  pre: number,
  post: number,
  parameters: ChangeParameters | null = changeParametersOf(instrument),
): PersonChange {
  const { better, caseness, reliableChange: points } = instrument;
  const improvement = proportionalImprovement(pre, post, better);
  const index = parameters === null ? null : reliableChange(pre, post, parameters);
  const byPoints = points === undefined ? null : directionByPoints(pre, post, points.at, better);
  const direction = index?.direction ?? byPoints;
  const sources = [parameters?.source, points?.source, caseness?.source].filter((source) => source !== undefined);
  return {
    change: post - pre,
    percentChange: pre === 0 ? null : (100 * (post - pre)) / Math.abs(pre),
    reliableChangeIndex: index?.index ?? null,
    reliableByIndex: index?.direction ?? null,
    reliableByPoints: byPoints,
    category:
      direction === null || caseness === undefined ? null : categoryOf({ pre, post, direction }, caseness.at, better),
    response: improvement === null ? null : improvement >= RESPONSE,
    remission: isRemitted(instrument, post),
    casenessStart: isCase(instrument, pre),
    casenessEnd: isCase(instrument, post),
    source: sources.length === 0 ? null : [...new Set(sources)].join('; '),
  };
}

function directionByPoints(pre: number, post: number, points: number, better: 'lower' | 'higher'): Direction {
  const gain = better === 'lower' ? pre - post : post - pre;
  if (gain >= points) return 'improved';
  return gain <= -points ? 'deteriorated' : 'unchanged';
}
