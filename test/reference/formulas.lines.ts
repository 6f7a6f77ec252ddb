import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { clinicalCutOffs, reliableChange } from '#instruments';
import {
  binomialEffectSizeDisplay,
  dFromLogOdds,
  dFromR,
  dWithVarianceFromR,
  fisherZ,
  gFromD,
  logOddsFromD,
  normalCritical,
  rFromD,
  standardErrorFromInterval,
  varianceOfD,
} from '#statistics';
import type { ReferenceLine } from './reference.table.ts';

/** A formula on published inputs beside the published result. `off` moves the inputs, to see the comparison fail. */
interface FormulaCase {
  readonly what: string;
  readonly ours: (off: number) => number;
  readonly published: number;
  readonly decimals: number;
}

const inR = z
  .object({
    ...{ d: z.number(), varianceOfD: z.number(), g: z.number(), varianceOfG: z.number(), rFromD: z.number() },
    ...{ rFromUnequal: z.number(), dFromLogOdds: z.number(), varianceFromLogOdds: z.number(), dFromR: z.number() },
    ...{ varianceFromR: z.number(), z: z.number(), varianceOfZ: z.number(), mausbachSe: z.number() },
  })
  .parse(JSON.parse(readFileSync(new URL('./r/conversions.json', import.meta.url), 'utf8')));

const change = (pre: number, post: number, sd: number, reliability: number) =>
  reliableChange(pre, post, { sd, reliability, z: 1.96, better: 'lower', source: 'published case' });
/** Textbook population of Jacobson & Truax (1991): functional 60, dysfunctional 40, SD 7.5. */
const TEXTBOOK = { clinicalMean: 40, clinicalSd: 7.5, normalMean: 60, normalSd: 7.5 };
const cutOffs = (off: number) => clinicalCutOffs({ ...TEXTBOOK, clinicalMean: 40 * off }, 'higher');

/** Jacobson & Truax (1991), the tests of the R package suddengains, and the norms of CORE-10 (Barkham et al. 2013). */
const RELIABLE_CHANGE: readonly FormulaCase[] = [
  {
    what: 'suddengains: standard error',
    ours: (off) => change(0, 1, 10.5 * off, 0.961).standardError,
    published: 2.073584,
    decimals: 6,
  },
  {
    what: 'suddengains: of a difference',
    ours: (off) => change(0, 1, 10.5 * off, 0.961).differenceError,
    published: 2.93249,
    decimals: 5,
  },
  {
    what: 'suddengains: reliable change, 1.96 ×',
    ours: (off) => 1.96 * change(0, 1, 10.5 * off, 0.961).differenceError,
    published: 5.747681,
    decimals: 6,
  },
  {
    what: 'textbook 32.5 → 47.5: S_diff',
    ours: (off) => change(32.5, 47.5, 7.5 * off, 0.8).differenceError,
    published: 4.743,
    decimals: 3,
  },
  {
    what: 'textbook 32.5 → 47.5: index',
    ours: (off) => change(32.5, 47.5, 7.5 * off, 0.8).index,
    published: 3.162,
    decimals: 3,
  },
  { what: 'textbook cut-off a', ours: (off) => cutOffs(off).a, published: 55, decimals: 1 },
  {
    what: 'textbook cut-off b',
    ours: (off) => clinicalCutOffs({ ...TEXTBOOK, normalMean: 60 * off }, 'higher').b,
    published: 45,
    decimals: 1,
  },
  { what: 'textbook cut-off c', ours: (off) => cutOffs(off).c, published: 50, decimals: 1 },
  {
    what: 'CORE-10, 90 %',
    ours: (off) => 1.645 * change(0, 1, 7.7 * off, 0.9).differenceError,
    published: 5.66,
    decimals: 2,
  },
];

/** Conversions that meta-analyses of homework report, and worked examples of Borenstein et al. (2009) as R computes them. */
const CONVERSIONS: readonly FormulaCase[] = [
  { what: 'Mausbach 2010: d of r .26', ours: (off) => dFromR(0.26 * off), published: 0.539, decimals: 3 },
  { what: 'Kazantzis 2000: d of r .22', ours: (off) => dFromR(0.22 * off), published: 0.451, decimals: 3 },
  { what: 'Kazantzis 2000: d of r .36', ours: (off) => dFromR(0.36 * off), published: 0.772, decimals: 3 },
  {
    what: 'Kazantzis 2010: BESD of d .48, lower',
    ours: (off) => 100 * binomialEffectSizeDisplay(rFromD(0.48 * off)).lower,
    published: 38.3,
    decimals: 1,
  },
  {
    what: 'Kazantzis 2010: BESD of d .48, higher',
    ours: (off) => 100 * binomialEffectSizeDisplay(rFromD(0.48 * off)).higher,
    published: 61.7,
    decimals: 1,
  },
  {
    what: 'Mausbach 2010: SE of .19 to .33',
    ours: (off) => standardErrorFromInterval(0.19, 0.33 * off, normalCritical(0.95)),
    published: inR.mausbachSe,
    decimals: 6,
  },
  {
    what: 'variance of d',
    ours: (off) => varianceOfD(inR.d * off, { n1: 50, n2: 50 }),
    published: inR.varianceOfD,
    decimals: 6,
  },
  {
    what: 'g of d',
    ours: (off) => gFromD({ effect: inR.d * off, variance: inR.varianceOfD }, { n1: 50, n2: 50 }).effect,
    published: inR.g,
    decimals: 6,
  },
  {
    what: '  variance',
    ours: (off) => gFromD({ effect: inR.d, variance: inR.varianceOfD * off }, { n1: 50, n2: 50 }).variance,
    published: inR.varianceOfG,
    decimals: 6,
  },
  { what: 'r of d, equal groups', ours: (off) => rFromD(inR.d * off), published: inR.rFromD, decimals: 6 },
  {
    what: 'r of d .5, 30 and 70 people',
    ours: (off) => rFromD(0.5 * off, { n1: 30, n2: 70 }),
    published: inR.rFromUnequal,
    decimals: 6,
  },
  {
    what: 'd of a log odds ratio .9069',
    ours: (off) => dFromLogOdds({ effect: 0.9069 * off, variance: 0.0676 }).effect,
    published: inR.dFromLogOdds,
    decimals: 6,
  },
  {
    what: '  variance',
    ours: (off) => dFromLogOdds({ effect: 0.9069, variance: 0.0676 * off }).variance,
    published: inR.varianceFromLogOdds,
    decimals: 6,
  },
  {
    what: 'a log odds ratio of d .5',
    ours: (off) => logOddsFromD({ effect: 0.5 * off, variance: 0.0205 }).effect,
    published: 0.9069,
    decimals: 4,
  },
  {
    what: 'd of r .5',
    ours: (off) => dWithVarianceFromR({ effect: 0.5 * off, variance: 0.0058 }).effect,
    published: inR.dFromR,
    decimals: 6,
  },
  {
    what: '  variance',
    ours: (off) => dWithVarianceFromR({ effect: 0.5, variance: 0.0058 * off }).variance,
    published: inR.varianceFromR,
    decimals: 6,
  },
  { what: 'Fisher’s z of r .5, n 100', ours: (off) => fisherZ(0.5 * off, 100).effect, published: inR.z, decimals: 6 },
  { what: '  variance', ours: (off) => fisherZ(0.5, 100 * off).variance, published: inR.varianceOfZ, decimals: 6 },
];

/** What may be compared without a file. */
export const FORMULAS = {
  'reliable-change': { title: 'Reliable change (Jacobson & Truax 1991)', cases: RELIABLE_CHANGE },
  conversions: {
    title: 'Meta-analytic conversions (Borenstein et al. 2009; Rosenthal & Rubin 1982)',
    cases: CONVERSIONS,
  },
} as const;

/** Every formula of a kind beside what was published. @param perturb of how many cases the input is moved by 5 % */
export function formulaLines(kind: keyof typeof FORMULAS, perturb = 0): readonly ReferenceLine[] {
  return FORMULAS[kind].cases.map(({ what, ours, published, decimals }, place) => ({
    ...{ what, published, decimals, ours: ours(place < perturb ? 1.05 : 1) },
  }));
}
