import { describe, hedgesG } from '#statistics';
import { type ImportedPlatform, withImported } from './imported.platform.ts';
import { type ToldFlow, armsOf, flowOf, peopleAt } from './flow.answers.ts';
import { type ToldMeasure, measuresOf, totalsByPerson } from './measures.answers.ts';
import { mixedModelLines } from './btheb.mixed-model.ts';
import type { Comparison, ReferenceLine } from './reference.table.ts';

export const BTHEB_FILE = 'btheb/BtheB.csv';
export const BTHEB_SOURCE = 'the R package HSAUR3, data set BtheB, as CSV with row names';
const MAPPING = 'examples/imports/btheb.mapping.json';

const VISITS = ['month-2', 'month-3', 'month-5', 'month-8'] as const;
const ANALYSED = [97, 73, 58, 52];
const ANALYSED_BY_ARM = [
  [45, 52],
  [36, 37],
  [29, 29],
  [25, 27],
];
/** Seen at all four visits, at the first three, two, one, at none. */
const DROP_OUT = [52, 6, 15, 24, 3];

/**
 * Proudfoot et al. (2003) as in HSAUR3: numbers, drop-out, baseline and effect sizes, from what the platform answers.
 * @param remove how many rows to leave out first, to see the comparison fail
 */
export function compareBtheB(file: string, remove = 0): Promise<Comparison> {
  return withImported({ mapping: MAPPING, file, remove }, async (platform) => ({
    imported: platform.imported,
    lines: await linesOf(platform),
  }));
}

async function linesOf(platform: ImportedPlatform): Promise<readonly ReferenceLine[]> {
  const measures = await measuresOf(platform, 'btheb', 'bdi');
  const arms = await armsOf(platform, 'btheb');
  const flow = await flowOf(platform, 'btheb', 'bdi');
  const armOf = ({ participantId }: ToldMeasure) => arms.get(participantId);
  const totals = (occasion: string, arm?: string) =>
    measures
      .filter((measure) => measure.occasion === occasion && (arm === undefined || armOf(measure) === arm))
      .flatMap(({ reportedTotal }) => (reportedTotal === null ? [] : [reportedTotal]));
  const randomised = (arm: string) => [...arms.values()].filter((own) => own === arm).length;
  const effect = (occasion: string) => hedgesG(totals(occasion, 'TAU'), totals(occasion, 'BtheB'))?.estimate;
  const [usual, treated] = [describe(totals('baseline', 'TAU')), describe(totals('baseline', 'BtheB'))];
  return [
    line('randomised to usual care', randomised('TAU'), 48),
    line('randomised to Beat the Blues', randomised('BtheB'), 52),
    ...VISITS.flatMap((visit, index) => [
      line(`analysed at ${visit}`, totals(visit).length, ANALYSED[index]),
      line('  of usual care', totals(visit, 'TAU').length, ANALYSED_BY_ARM[index]?.[0]),
      line('  of Beat the Blues', totals(visit, 'BtheB').length, ANALYSED_BY_ARM[index]?.[1]),
    ]),
    ...flowLines(flow),
    ...dropOutLines(measures),
    line('baseline mean, usual care', usual.mean, 24.1875, 4),
    line('baseline SD, usual care', usual.sd, 9.8211, 4),
    line('baseline mean, Beat the Blues', treated.mean, 22.5385, 4),
    line('baseline SD, Beat the Blues', treated.sd, 11.7431, 4),
    line('Hedges g at 2 months', effect('month-2'), 0.4461, 4),
    line('Hedges g at 8 months', effect('month-8'), 0.515, 4),
    ...(await mixedModelLines(platform, measures, arms)),
  ];
}

/** The CONSORT flow, all together and by arm. */
function flowLines({ stages, followUp, arms }: ToldFlow): readonly ReferenceLine[] {
  const [usual, treated] = ['TAU', 'BtheB'].map((name) => arms.find(({ arm }) => arm === name));
  const followed = (counts: ToldFlow['followUp'] | undefined, visit: string) =>
    counts?.find(({ occasion }) => occasion === visit)?.followedUp;
  return [
    line('flow: allocated', peopleAt(stages, 'ALLOCATED'), 100),
    line('flow: allocated to usual care', peopleAt(usual?.stages, 'ALLOCATED'), 48),
    line('flow: allocated to Beat the Blues', peopleAt(treated?.stages, 'ALLOCATED'), 52),
    ...VISITS.flatMap((visit, index) => [
      line(`flow: followed up at ${visit}`, followed(followUp, visit), ANALYSED[index]),
      line('  of usual care', followed(usual?.followUp, visit), ANALYSED_BY_ARM[index]?.[0]),
      line('  of Beat the Blues', followed(treated?.followUp, visit), ANALYSED_BY_ARM[index]?.[1]),
    ]),
  ];
}

function dropOutLines(measures: readonly ToldMeasure[]): readonly ReferenceLine[] {
  const seen = [...totalsByPerson(measures).values()].map((totals) =>
    VISITS.map((visit) => (totals.get(visit) ?? null) !== null),
  );
  const monotone = seen.filter((visits) => !visits.some((there, place) => there && visits[place - 1] === false));
  const reasons = measures.filter(({ status }) => status === 'MISSED');
  return [
    ...DROP_OUT.map((people, lost) => {
      const visits = VISITS.length - lost;
      const ours = monotone.filter((own) => own.filter(Boolean).length === visits).length;
      return line(`seen at the first ${visits} of 4 visits only`, ours, people);
    }),
    line('came back after a gap', seen.length - monotone.length, 0),
    line('measures missed', reasons.length, 120),
    line('  by drop-out', reasons.filter(({ missedReason }) => missedReason === 'DROP_OUT').length, 120),
  ];
}

export function line(
  what: string,
  ours: number | null | undefined,
  published: number | undefined,
  decimals = 0,
): ReferenceLine {
  return { what, ours: ours ?? Number.NaN, published: published ?? Number.NaN, decimals };
}
