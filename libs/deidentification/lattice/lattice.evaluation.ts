import { fitHierarchy, type FittedHierarchy, type Hierarchy } from '../hierarchy/hierarchy.ts';
import { type Column, MISSING } from '../table/column.ts';
import { firstRows, groupRows, groupSizes, type Grouping } from '../table/grouping.ts';
import { type ColumnLoss, columnLoss, type LossMeasure } from './information-loss.ts';

/** A quasi-identifier and how it may be made coarser. */
export interface LatticeColumn {
  readonly column: Column;
  readonly hierarchy: Hierarchy;
  /** Of its cells in the loss; 1 unless said otherwise. */
  readonly weight?: number;
}

export interface NodeResult {
  /** Rows in classes smaller than k. */
  readonly suppressed: number;
  /** Of generalisation alone where more rows are suppressed than allowed. */
  readonly loss: number;
}

interface MappedCodes {
  readonly codes: Int32Array;
  readonly map: Int32Array;
}

/** The classes of one node, from which those of any coarser node are rolled up without looking at rows again. */
interface Snapshot {
  readonly levels: readonly number[];
  /** For each column, the code of each class at its level. */
  readonly codes: readonly Int32Array[];
  readonly sizes: Int32Array;
}

interface Axis {
  readonly fitted: FittedHierarchy;
  readonly loss: ColumnLoss;
  readonly share: number;
  readonly complete: boolean;
  /** Codes of one level → codes of another, by `level * (height + 1) + other`. */
  readonly steps: (Int32Array | undefined)[];
}

/** Cells kept in snapshots: 64 MiB. */
const MOST_CELLS = 1 << 24;

/** Counts classes at nodes of the lattice. Missing values are values of their own. */
export class LatticeEvaluation {
  readonly heights: readonly number[];
  /** Nodes whose classes were counted. */
  evaluated = 0;
  private readonly axes: readonly Axis[];
  private readonly snapshots: Snapshot[] = [];
  private cells = 0;

  constructor(
    columns: readonly LatticeColumn[],
    readonly rows: number,
    private readonly k: number,
    /** Rows that may be suppressed. */
    readonly allowed: number,
    measure: LossMeasure,
  ) {
    const weights = columns.reduce((sum, { weight = 1 }) => sum + weight, 0);
    this.axes = columns.map(({ column, hierarchy, weight = 1 }) => {
      const fitted = fitHierarchy(column, hierarchy);
      const complete = !column.codes.includes(MISSING);
      return { fitted, loss: columnLoss(column, fitted, measure), share: weight / weights, complete, steps: [] };
    });
    this.heights = this.axes.map(({ fitted }) => fitted.height);
    const finest = this.heights.map(() => 0);
    const codes = columns.map(({ column }, index) => atLevel0(column, this.axes[index]?.fitted.maps[0]));
    const grouped = this.grouped(codes, finest, finest);
    const grouping = groupRows(grouped, rows);
    this.keep(grouped, finest, grouping, groupSizes(grouping));
  }

  /** The loss that generalisation alone causes: what a node costs at least, and exactly if nothing is suppressed. */
  bound(levels: readonly number[]): number {
    return this.axes.reduce((sum, { loss, share }, index) => sum + share * (loss.means[levels[index] ?? 0] ?? 0), 0);
  }

  evaluate(levels: readonly number[]): NodeResult {
    this.evaluated += 1;
    const source = this.finestEnough(levels);
    const columns = this.grouped(source.codes, source.levels, levels);
    const grouping = groupRows(columns, source.sizes.length);
    const sizes = new Int32Array(grouping.count);
    for (let index = 0; index < source.sizes.length; index += 1) {
      const group = grouping.of[index] ?? 0;
      sizes[group] = (sizes[group] ?? 0) + (source.sizes[index] ?? 0);
    }
    if (grouping.count < 0.5 * source.sizes.length) this.keep(columns, levels, grouping, sizes);
    return this.judge(source, columns, levels, grouping, sizes);
  }

  private judge(
    source: Snapshot,
    columns: readonly MappedCodes[],
    levels: readonly number[],
    { of }: Grouping,
    sizes: Int32Array,
  ): NodeResult {
    let suppressed = 0;
    for (let group = 0; group < sizes.length; group += 1)
      if ((sizes[group] ?? 0) < this.k) suppressed += sizes[group] ?? 0;
    const bound = this.bound(levels);
    if (suppressed === 0 || suppressed > this.allowed) return { suppressed, loss: bound };
    const people = new Int32Array(of.length);
    for (let index = 0; index < of.length; index += 1)
      if ((sizes[of[index] ?? 0] ?? 0) < this.k) people[index] = source.sizes[index] ?? 0;
    const spared = columns.reduce(
      (sum, column, index) => sum + this.costOf(column, index, levels[index] ?? 0, people),
      0,
    );
    return { suppressed, loss: bound + (suppressed - spared) / this.rows };
  }

  /** What the generalised cells of a column would have cost, for those who are suppressed instead. */
  private costOf({ codes, map }: MappedCodes, column: number, level: number, people: Int32Array): number {
    const axis = this.axes[column];
    const cells = axis?.loss.cells[level];
    if (axis === undefined || cells === undefined || level === 0) return 0;
    const costs = Float64Array.from(map, (code) => cells[code] ?? 0);
    let sum = 0;
    for (let index = 0; index < people.length; index += 1) {
      const count = people[index] ?? 0;
      const code = codes[index] ?? 0;
      if (count > 0 && code >= 0) sum += count * (costs[code] ?? 0);
    }
    return sum * axis.share;
  }

  /** The snapshot of fewest classes that is nowhere coarser than asked for. */
  private finestEnough(levels: readonly number[]): Snapshot {
    let best = this.snapshots[0];
    for (const snapshot of this.snapshots) {
      if (best !== undefined && snapshot.sizes.length >= best.sizes.length) continue;
      if (snapshot.levels.every((level, column) => level <= (levels[column] ?? 0))) best = snapshot;
    }
    return best ?? { levels, codes: [], sizes: new Int32Array(0) };
  }

  private grouped(codes: readonly Int32Array[], from: readonly number[], to: readonly number[]) {
    return this.axes.map((axis, index) => {
      const [source, target] = [from[index] ?? 0, to[index] ?? 0];
      return {
        codes: codes[index] ?? new Int32Array(0),
        cardinality: axis.fitted.values[target]?.length ?? 0,
        complete: axis.complete,
        map: step(axis, source, target),
      };
    });
  }

  /** The finest is always kept; of the others, the largest make room. */
  private keep(
    columns: readonly MappedCodes[],
    levels: readonly number[],
    grouping: Grouping,
    sizes: Int32Array,
  ): void {
    const cells = sizes.length * (columns.length + 1);
    while (this.snapshots.length > 1 && this.cells + cells > MOST_CELLS) {
      const largest = this.snapshots.reduce(
        (most, { sizes: own }, index) =>
          index > 0 && own.length > (this.snapshots[most]?.sizes.length ?? 0) ? index : most,
        1,
      );
      const [dropped] = this.snapshots.splice(largest, 1);
      this.cells -= (dropped?.sizes.length ?? 0) * (columns.length + 1);
    }
    this.cells += cells;
    const first = firstRows(grouping);
    const codes = columns.map(({ codes: own, map }) => {
      const kept = new Int32Array(first.length);
      for (let index = 0; index < first.length; index += 1) {
        const code = own[first[index] ?? 0] ?? 0;
        kept[index] = code < 0 ? code : (map[code] ?? 0);
      }
      return kept;
    });
    this.snapshots.push({ levels: [...levels], codes, sizes });
  }
}

function atLevel0({ codes }: Column, map: Int32Array | undefined): Int32Array {
  return map === undefined ? codes : codes.map((code) => (code < 0 ? code : (map[code] ?? 0)));
}

function step({ fitted, steps }: Axis, from: number, to: number): Int32Array {
  const index = from * (fitted.height + 1) + to;
  const known = steps[index];
  if (known !== undefined) return known;
  const [source, target] = [fitted.maps[from] ?? new Int32Array(0), fitted.maps[to] ?? new Int32Array(0)];
  const map = new Int32Array(fitted.values[from]?.length ?? 0);
  source.forEach((code, leaf) => {
    map[code] = target[leaf] ?? 0;
  });
  steps[index] = map;
  return map;
}
