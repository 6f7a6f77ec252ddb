import type { LossMeasure } from './information-loss.ts';
import { type LatticeColumn, LatticeEvaluation } from './lattice.evaluation.ts';
import { LatticeSpace } from './lattice.space.ts';

export interface LatticeAim {
  /** Smallest class. */
  readonly k: number;
  /** Largest share of records that may be left out, 0 to 1. Data of a randomised trial take 0. */
  readonly maxSuppressed: number;
  readonly loss?: LossMeasure;
}

export interface LatticeChoice {
  readonly outcome: 'found';
  /** Of each column, in the order given. */
  readonly levels: readonly number[];
  /** 0 for nothing lost, 1 for everything. */
  readonly loss: number;
  /** Records in classes that remain smaller than k. */
  readonly suppressed: number;
  readonly nodes: number;
  /** Nodes whose classes were counted; the others follow from these. */
  readonly evaluated: number;
}

/** Even the coarsest node leaves more records out than allowed. */
export interface LatticeUnreachable {
  readonly outcome: 'unreachable';
  readonly suppressed: number;
  readonly nodes: number;
}

const MOST_NODES = 1 << 22;
/** Losses this close are equal: they are sums taken in different orders. */
const TIE = 1e-12;

/**
 * The generalisation that loses least while at most `maxSuppressed` of the records lie in classes smaller than k: the
 * optimum over the whole lattice of full-domain generalisations (Samarati 2001; LeFevre, DeWitt & Ramakrishnan, SIGMOD
 * 2005). Records in small classes only become fewer upwards, so one node decides for those above or below it (predictive
 * tagging, along paths as in Kohlmayer et al., Flash, 2012); what generalisation alone costs bounds a node from below.
 * Of equal losses, the one with the lowest sum of levels, then the lowest levels from the first column on.
 *
 * An advice for the design of a protocol. Levels chosen anew for each export tell what made them necessary.
 * @throws HierarchyError for a value that is not covered; RangeError for k below 1, a share that is none, or above four
 * million nodes.
 */
export function searchLattice(
  columns: readonly LatticeColumn[],
  { k, maxSuppressed, loss = 'loss' }: LatticeAim,
): LatticeChoice | LatticeUnreachable {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k: ${k} is not a whole number from 1`);
  if (!(maxSuppressed >= 0 && maxSuppressed <= 1)) throw new RangeError(`maxSuppressed: ${maxSuppressed} is no share`);
  const nodes = columns.reduce((product, { hierarchy }) => product * (hierarchy.height + 1), 1);
  if (nodes > MOST_NODES) throw new RangeError(`hierarchies: ${nodes} combinations of levels are too many`);
  const rows = columns[0]?.column.codes.length ?? 0;
  const evaluation = new LatticeEvaluation(columns, rows, k, Math.floor(maxSuppressed * rows + 1e-9), loss);
  return new LatticeSearch(evaluation).run();
}

const [UNKNOWN, ANONYMOUS, FAILING] = [0, 1, 2];

class LatticeSearch {
  private readonly space: LatticeSpace;
  private readonly states: Uint8Array;
  private readonly bounds: Float64Array;
  private readonly measured = new Set<number>();
  private best: { readonly node: number; readonly loss: number; readonly suppressed: number } | undefined;

  constructor(private readonly evaluation: LatticeEvaluation) {
    this.space = new LatticeSpace(evaluation.heights);
    this.states = new Uint8Array(this.space.nodes);
    this.bounds = Float64Array.from({ length: this.space.nodes }, (_, node) =>
      evaluation.bound(this.space.levelsOf(node)),
    );
  }

  run(): LatticeChoice | LatticeUnreachable {
    const { nodes } = this.space;
    const top = nodes - 1;
    if (!this.check(top)) {
      const { suppressed } = this.evaluation.evaluate(this.space.levelsOf(top));
      return { outcome: 'unreachable', suppressed, nodes };
    }
    for (const node of this.bottomUp()) if (this.isOpen(node)) this.searchPath(this.pathFrom(node));
    this.measureTagged();
    const { node = top, loss = 1, suppressed = 0 } = this.best ?? {};
    const { evaluated } = this.evaluation;
    return { outcome: 'found', levels: this.space.levelsOf(node), loss, suppressed, nodes, evaluated };
  }

  private bottomUp(): number[] {
    const heights = Float64Array.from({ length: this.space.nodes }, (_, node) => sum(this.space.levelsOf(node)));
    return [...heights.keys()].sort((one, other) => (heights[one] ?? 0) - (heights[other] ?? 0) || one - other);
  }

  private mayWin(node: number): boolean {
    return this.best === undefined || (this.bounds[node] ?? 0) <= this.best.loss + TIE;
  }

  private isOpen(node: number): boolean {
    return this.states[node] === UNKNOWN && this.mayWin(node);
  }

  /** Upwards through open nodes, always to the one that costs least. */
  private pathFrom(start: number): number[] {
    const path = [start];
    for (;;) {
      const open = this.space.above(path.at(-1) ?? start).filter((node) => this.isOpen(node));
      const next = open.reduce<number | undefined>(
        (cheapest, node) => (cheapest === undefined || this.bound(node) < this.bound(cheapest) ? node : cheapest),
        undefined,
      );
      if (next === undefined) return path;
      path.push(next);
    }
  }

  private bound(node: number): number {
    return this.bounds[node] ?? 0;
  }

  private searchPath(path: readonly number[]): void {
    let [low, high] = [0, path.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.check(path[middle] ?? 0)) high = middle - 1;
      else low = middle + 1;
    }
  }

  private check(node: number): boolean {
    const { suppressed, loss } = this.evaluation.evaluate(this.space.levelsOf(node));
    this.measured.add(node);
    const anonymous = suppressed <= this.evaluation.allowed;
    if (anonymous) this.offer(node, loss, suppressed);
    this.tag(node, anonymous ? ANONYMOUS : FAILING);
    return anonymous;
  }

  private offer(node: number, loss: number, suppressed: number): void {
    if (this.best === undefined || loss < this.best.loss - TIE) this.best = { node, loss, suppressed };
    else if (loss <= this.best.loss + TIE && this.precedes(node, this.best.node))
      this.best = { node, loss, suppressed };
  }

  private precedes(node: number, other: number): boolean {
    const [one, two] = [this.space.levelsOf(node), this.space.levelsOf(other)];
    if (sum(one) !== sum(two)) return sum(one) < sum(two);
    const column = one.findIndex((level, index) => level !== two[index]);
    return column >= 0 && (one[column] ?? 0) < (two[column] ?? 0);
  }

  /** Whatever is coarser than an anonymous node is anonymous; whatever is finer than a failing one fails. */
  private tag(start: number, state: number): void {
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (this.states[node] === state) continue;
      this.states[node] = state;
      waiting.push(...(state === ANONYMOUS ? this.space.above(node) : this.space.below(node)));
    }
  }

  /** With suppression a coarser node may cost less than a finer one: those that still could are counted, cheapest first. */
  private measureTagged(): void {
    const tagged = [...this.states.keys()]
      .filter((node) => this.states[node] === ANONYMOUS && !this.measured.has(node) && this.mayWin(node))
      .sort((one, other) => this.bound(one) - this.bound(other) || one - other);
    for (const node of tagged) {
      if (!this.mayWin(node)) break;
      const { suppressed, loss } = this.evaluation.evaluate(this.space.levelsOf(node));
      this.offer(node, loss, suppressed);
    }
  }
}

const sum = (levels: readonly number[]): number => levels.reduce((total, level) => total + level, 0);
