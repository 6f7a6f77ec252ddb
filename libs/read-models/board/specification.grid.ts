import type { Informant } from '#domain';
import type { IntervalDenominator } from '../intervals/interval.row.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { InvalidRead } from '../snapshot/read.error.ts';
import { type BoardTable, columnsOf, ofSiteOnly, short } from './board.table.ts';
import { versionOf } from './heat-map.query.ts';
import { answerOf, type AssociationModel, checkedLag, type LaggedAnswer } from './lagged.association.ts';
import {
  type HomeworkInterval,
  type HomeworkMetric,
  intervalsOf,
  type LaggedPlace,
  laggedRows,
  type TimedScore,
  timedScores,
} from './lagged.rows.ts';

/** Choices that are all defensible; every combination is a specification. */
export interface SpecificationGrid extends LaggedPlace {
  readonly instrumentId: string;
  readonly informants: readonly Informant[];
  /** Published definitions, or `standard`. */
  readonly definitionIds: readonly string[];
  readonly denominators: readonly IntervalDenominator[];
  readonly metrics: readonly HomeworkMetric[];
  readonly lags: readonly number[];
  readonly models: readonly AssociationModel[];
}

/** One way to ask. */
export interface Specification {
  readonly definitionId: string;
  readonly denominator: IntervalDenominator;
  readonly metric: HomeworkMetric;
  readonly informant: Informant;
  readonly lag: number;
  readonly model: AssociationModel;
}

/** More than this is no longer a grid that anybody has thought about. */
export const MOST_SPECIFICATIONS = 2_000;

/** Every combination, in the order of the lists. @throws InvalidRead naming the list that is empty, or the grid that is too large */
export function specificationsOf(grid: SpecificationGrid): readonly Specification[] {
  const { definitionIds, denominators, metrics, informants, lags, models } = grid;
  for (const [name, list] of Object.entries({ definitionIds, denominators, metrics, informants, lags, models }))
    if (list.length === 0) throw new InvalidRead(name, 'must name one or more');
  lags.forEach(checkedLag);
  const size = [definitionIds, denominators, metrics, informants, lags, models]
    .map((list) => new Set<unknown>(list).size)
    .reduce((product, length) => product * length, 1);
  if (size > MOST_SPECIFICATIONS)
    throw new InvalidRead('grid', `asks for ${size} specifications; ${MOST_SPECIFICATIONS} are the most`);
  const over = <Part, Item>(parts: readonly Part[], items: readonly Item[]) =>
    parts.flatMap((part) => [...new Set(items)].map((item) => [part, item] as const));
  return over(over(over(over(over([...new Set(definitionIds)], denominators), metrics), informants), lags), models).map(
    ([[[[[definitionId, denominator], metric], informant], lag], model]) => ({
      ...{ definitionId, denominator, metric, informant, lag, model },
    }),
  );
}

/** What a grid's models need, read once. */
export interface GridData {
  readonly logIndex: number;
  readonly intervals: ReadonlyMap<string, readonly HomeworkInterval[]>;
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, readonly TimedScore[]>>;
}

const under = (definitionId: string, denominator: string) => JSON.stringify([definitionId, denominator]);

/** Reads a grid's intervals and outcomes in one snapshot. @throws InvalidRead, TooManyRows */
export async function gridData(snapshot: ReadSnapshot, grid: SpecificationGrid): Promise<GridData> {
  specificationsOf(grid);
  const { studyId, instrumentId } = grid;
  const intervals = new Map<string, readonly HomeworkInterval[]>();
  for (const definitionId of new Set(grid.definitionIds)) {
    for (const denominator of new Set(grid.denominators)) {
      const version = await versionOf(snapshot, studyId, { definitionId, denominator });
      intervals.set(
        under(definitionId, denominator),
        await intervalsOf(snapshot, grid, { definitionId, version, denominator }),
      );
    }
  }
  const scores = new Map<string, ReadonlyMap<string, readonly TimedScore[]>>();
  for (const informant of new Set(grid.informants))
    scores.set(informant, await timedScores(snapshot, grid, { instrumentId, informant }));
  return { logIndex: snapshot.logIndex, intervals, scores };
}

/** One specification with its answer. */
export interface SpecificationAnswer extends Specification, LaggedAnswer {}

/** The answers of a grid, one at a time, so that whoever runs it can stop, and tell how far it is. */
export function* runGrid(grid: SpecificationGrid, data: GridData): Generator<SpecificationAnswer> {
  for (const specification of specificationsOf(grid)) {
    const { definitionId, denominator, informant, metric } = specification;
    const intervals = data.intervals.get(under(definitionId, denominator)) ?? [];
    const rows = laggedRows(intervals, data.scores.get(informant) ?? new Map<string, readonly TimedScore[]>(), metric);
    yield { ...specification, ...answerOf(rows, specification) };
  }
}

/** A specification curve: answers from the lowest to the highest, and how many share a sign. */
export function specificationCurve(grid: SpecificationGrid, answers: readonly SpecificationAnswer[]): BoardTable {
  const fitted = answers.filter(({ coefficient, perSd }) => coefficient !== null && perSd !== null);
  const sorted = fitted.toSorted((one, other) => (one.perSd ?? 0) - (other.perSd ?? 0));
  const negative = sorted.filter(({ perSd }) => (perSd ?? 0) < 0).length;
  const apart = sorted.filter(
    ({ coefficient }) => coefficient !== null && (coefficient.upper < 0 || coefficient.lower > 0),
  );
  const refused = answers.length - fitted.length;
  return {
    title: 'How much does the answer hang on the definition?',
    definition: `effect of homework on the following ${grid.instrumentId}, points per standard deviation of each homework metric, for every combination of definition, denominator, metric, informant, lag and model${ofSiteOnly(grid.siteId)}`,
    denominator: 'specifications whose model could be fitted',
    n: Math.max(0, ...fitted.map(({ people }) => people)),
    excluded: refused === 0 ? [] : [{ reason: 'specifications-refused', people: refused }],
    columns: columnsOf(
      ['rank', 'from the lowest'],
      ['definition', 'id'],
      ['denominator', 'as-assigned or as-adjusted'],
      ['metric', 'that stands for homework'],
      ['informant', 'of the outcome'],
      ['lag', 'intervals'],
      ['model', 'name'],
      ['per SD', 'points'],
      ['lower', 'points, 95 %'],
      ['upper', 'points, 95 %'],
      ['p', 'of no effect'],
      ['people', 'count'],
      ['intervals', 'count'],
    ),
    rows: sorted.map((each, at) => rowOf(each, at + 1)),
    figures: {
      ...{ asked: answers.length, fitted: fitted.length, refused, negative, positive: fitted.length - negative },
      sameSign: short(fitted.length === 0 ? null : Math.max(negative, fitted.length - negative) / fitted.length),
      intervalsWithoutZero: apart.length,
      siteId: grid.siteId,
      median: short(sorted[Math.floor((sorted.length - 1) / 2)]?.perSd ?? null),
    },
  };
}

function rowOf({ coefficient, perSd, ...each }: SpecificationAnswer, rank: number) {
  const scale =
    coefficient === null || perSd === null || coefficient.estimate === 0 ? null : perSd / coefficient.estimate;
  const scaled = (value: number | undefined) => short(value === undefined || scale === null ? null : value * scale);
  return [
    ...[rank, each.definitionId, each.denominator, each.metric, each.informant, each.lag, each.model, short(perSd)],
    ...[scaled(coefficient?.lower), scaled(coefficient?.upper), short(coefficient?.p ?? null), each.people, each.rows],
  ];
}
