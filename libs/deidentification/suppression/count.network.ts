/**
 * A table of counts with its totals as a circulation: every cell is an arc, every row, column and list of totals a node
 * whose sum must come out. What may replace the suppressed cells is what may flow along their arcs (Cox 1980, 1995).
 */
export interface CountGrid {
  /** Inner rows and columns; the grid has one more of each, for totals. */
  readonly rows: number;
  readonly columns: number;
  /** By row, totals last. */
  readonly counts: readonly number[];
}

interface Arc {
  readonly tail: number;
  readonly head: number;
  readonly cell: number;
}

/** What can be added along the cheapest ways from one node to another, and which cells those ways take. */
export interface Detour {
  readonly amount: number;
  readonly cells: readonly number[];
}

/** The counts of a table with row totals, column totals and the total behind. */
export function gridOf(counts: readonly (readonly number[])[]): CountGrid {
  const columns = counts[0]?.length ?? 0;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const bottom = Array.from({ length: columns }, (_, column) => sum(counts.map((row) => row[column] ?? 0)));
  const cells = [...counts, bottom].flatMap((row) => [...row, sum(row)]);
  return { rows: counts.length, columns, counts: cells };
}

export class CountNetwork {
  private readonly arcs: readonly Arc[];
  private readonly nodes: number;

  constructor(
    private readonly grid: CountGrid,
    /** The least a reader knows a suppressed cell to hold. */
    private readonly floor: number,
  ) {
    const { rows, columns } = grid;
    const [bottom, right] = [rows + columns, rows + columns + 1];
    this.nodes = right + 1;
    this.arcs = grid.counts.map((_, cell) => {
      const [row, column] = [Math.floor(cell / (columns + 1)), cell % (columns + 1)];
      if (row < rows && column < columns) return { tail: row, head: rows + column, cell };
      if (row < rows) return { tail: right, head: row, cell };
      return column < columns ? { tail: rows + column, head: bottom, cell } : { tail: bottom, head: right, cell };
    });
  }

  /**
   * How far a cell can rise (or fall) while all sums stay, if only cells with a cost move: up to `wanted`, over cells of
   * least cost first. Cost 0 for suppressed cells; undefined for those that cannot move.
   */
  detour(cell: number, direction: 'up' | 'down', wanted: number, costs: readonly (number | undefined)[]): Detour {
    const arc = this.arcs[cell];
    if (arc === undefined) return { amount: 0, cells: [] };
    const [from, to] = direction === 'up' ? [arc.head, arc.tail] : [arc.tail, arc.head];
    const flow = new Map<number, number>();
    const prices = costs.map((cost, index) => (index === cell ? undefined : cost));
    let amount = 0;
    while (amount < wanted) {
      const path = this.cheapestPath(from, to, flow, prices);
      if (path === undefined) break;
      const room = Math.min(wanted - amount, ...path.map(({ arc: own, forward }) => this.room(own, forward, flow)));
      for (const { arc: own, forward } of path) {
        flow.set(own.cell, (flow.get(own.cell) ?? 0) + (forward ? room : -room));
        prices[own.cell] = 0;
      }
      amount += room;
      if (room === Infinity) break;
    }
    return { amount, cells: [...flow.keys()] };
  }

  private room(arc: Arc, forward: boolean, flow: ReadonlyMap<number, number>): number {
    if (forward) return Infinity;
    return (this.grid.counts[arc.cell] ?? 0) + (flow.get(arc.cell) ?? 0) - this.floor;
  }

  /** Bellman and Ford's. */
  private cheapestPath(
    from: number,
    to: number,
    flow: ReadonlyMap<number, number>,
    prices: readonly (number | undefined)[],
  ): { arc: Arc; forward: boolean }[] | undefined {
    const cost = new Array<number>(this.nodes).fill(Infinity);
    const via = new Array<{ arc: Arc; forward: boolean } | undefined>(this.nodes).fill(undefined);
    cost[from] = 0;
    for (let changed = true; changed;) {
      changed = false;
      for (const arc of this.arcs) {
        const price = prices[arc.cell];
        if (price === undefined) continue;
        for (const forward of [true, false]) {
          const [tail, head] = forward ? [arc.tail, arc.head] : [arc.head, arc.tail];
          const reached = (cost[tail] ?? Infinity) + price;
          if (reached >= (cost[head] ?? Infinity) || this.room(arc, forward, flow) <= 0) continue;
          cost[head] = reached;
          via[head] = { arc, forward };
          changed = true;
        }
      }
    }
    const path: { arc: Arc; forward: boolean }[] = [];
    for (let node = to; node !== from;) {
      const step = via[node];
      if (step === undefined) return undefined;
      path.push(step);
      node = step.forward ? step.arc.tail : step.arc.head;
    }
    return path;
  }
}
