import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { describe, dropOut, hedgesG, studentCritical } from '#statistics';
import { type SuddenGain, suddenGains } from '#instruments';
import type { ReferenceLine } from './reference.table.ts';

export const BTHEB_FILE = 'btheb/BtheB.csv';
export const BTHEB_SOURCE = 'the R package HSAUR3, data set BtheB, as CSV with row names';
export const SGDATA_FILE = 'sgdata/sgdata.csv';
export const SGDATA_SOURCE = 'the R package suddengains, data set sgdata, as CSV';

type Row = Readonly<Record<string, string>>;
type Scores = readonly (number | null)[];

const line = (what: string, ours: number | null | undefined, published: number, decimals = 0): ReferenceLine => ({
  what,
  ours: ours ?? Number.NaN,
  published,
  decimals,
});

async function rowsOf(file: string): Promise<readonly Row[]> {
  return parse<Row>(await readFile(file, 'utf8'), { columns: true });
}

/** @throws Error naming the column for a cell that is neither a number nor NA. */
function numberIn(row: Row, column: string): number | null {
  const cell = row[column];
  if (cell === 'NA') return null;
  const value = Number(cell);
  if (cell === undefined || cell === '' || !Number.isFinite(value)) throw new Error(`${column} holds ${String(cell)}`);
  return value;
}

const given = (values: Scores): number[] => values.filter((value) => value !== null);

const VISITS = ['bdi.2m', 'bdi.3m', 'bdi.5m', 'bdi.8m'];

/** Beat the Blues (Proudfoot et al. 2003, as in HSAUR3): numbers analysed, drop-out, baseline and effect sizes. */
export async function compareBtheB(file: string): Promise<readonly ReferenceLine[]> {
  const rows = await rowsOf(file);
  const arm = (name: string): readonly Row[] => rows.filter(({ treatment }) => treatment === name);
  const [usual, treated] = [arm('TAU'), arm('BtheB')];
  const column = (of: readonly Row[], name: string): number[] => given(of.map((row) => numberIn(row, name)));
  const patterns = dropOut(rows.map((row) => VISITS.map((visit) => numberIn(row, visit))));
  const analysed = [97, 73, 58, 52];
  const bySize = [
    [45, 52],
    [36, 37],
    [29, 29],
    [25, 27],
  ];
  // Complete, then lost after month 5, 3, 2 and before the first.
  const published = [52, 6, 15, 24, 3];
  const [before, treatedBefore] = [describe(column(usual, 'bdi.pre')), describe(column(treated, 'bdi.pre'))];
  return [
    line('randomised to usual care', usual.length, 48),
    line('randomised to Beat the Blues', treated.length, 52),
    ...VISITS.flatMap((visit, index) => [
      line(`analysed at ${visit}`, patterns.observed[index], analysed[index] ?? Number.NaN),
      line(`  of usual care`, column(usual, visit).length, bySize[index]?.[0] ?? Number.NaN),
      line(`  of Beat the Blues`, column(treated, visit).length, bySize[index]?.[1] ?? Number.NaN),
    ]),
    ...published.map((people, lost) =>
      line(`seen at ${VISITS.length - lost} of 4 visits, then lost`, patterns.monotone[VISITS.length - lost], people),
    ),
    line('came back after a gap', patterns.intermittent, 0),
    line('baseline mean, usual care', before.mean, 24.1875, 4),
    line('baseline SD, usual care', before.sd, 9.8211, 4),
    line('baseline mean, Beat the Blues', treatedBefore.mean, 22.5385, 4),
    line('baseline SD, Beat the Blues', treatedBefore.sd, 11.7431, 4),
    line('Hedges g at 2 months', hedgesG(column(usual, 'bdi.2m'), column(treated, 'bdi.2m'))?.estimate, 0.4461, 4),
    line('Hedges g at 8 months', hedgesG(column(usual, 'bdi.8m'), column(treated, 'bdi.8m'))?.estimate, 0.515, 4),
  ];
}

const SESSIONS = Array.from({ length: 12 }, (_, index) => `bdi_s${index + 1}`);

/** Sudden gains in the data of Wiedemann et al. (2020): sessions 1 to 12, at least 7 points, 25 %, and the third criterion. */
export async function compareSgdata(file: string): Promise<readonly ReferenceLine[]> {
  const people = (await rowsOf(file)).map((row): readonly SuddenGain[] =>
    suddenGains(
      SESSIONS.map((session) => numberIn(row, session)),
      { absolute: 7, relative: 0.25, critical: (degrees) => studentCritical(0.95, degrees) },
    ),
  );
  const gains = people.flat();
  const gainers = people.filter((own) => own.length > 0).length;
  const { mean, sd } = describe(gains.map(({ magnitude }) => magnitude));
  return [
    line('people', people.length, 43),
    line('sudden gains', gains.length, 24),
    line('people with a sudden gain', gainers, 15),
    line('  per cent', (100 * gainers) / people.length, 34.88, 2),
    line('mean size, points', mean, 11, 2),
    line('SD of size, points', sd, 3.43, 2),
    line('reversals', gains.filter(({ reversed }) => reversed).length, 4),
  ];
}
