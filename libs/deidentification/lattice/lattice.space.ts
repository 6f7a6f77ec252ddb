/** All combinations of levels, numbered: one digit for each column. Upwards is coarser. */
export class LatticeSpace {
  readonly nodes: number;
  private readonly strides: readonly number[];

  constructor(readonly heights: readonly number[]) {
    let stride = 1;
    this.strides = heights.map((height) => {
      const own = stride;
      stride *= height + 1;
      return own;
    });
    this.nodes = stride;
  }

  levelsOf(node: number): number[] {
    return this.heights.map((height, column) => Math.floor(node / (this.strides[column] ?? 1)) % (height + 1));
  }

  nodeOf(levels: readonly number[]): number {
    return levels.reduce((sum, level, column) => sum + level * (this.strides[column] ?? 1), 0);
  }

  /** One column one level coarser. */
  above(node: number): number[] {
    const levels = this.levelsOf(node);
    return this.strides.flatMap((stride, column) =>
      (levels[column] ?? 0) < (this.heights[column] ?? 0) ? [node + stride] : [],
    );
  }

  /** One column one level finer. */
  below(node: number): number[] {
    const levels = this.levelsOf(node);
    return this.strides.flatMap((stride, column) => ((levels[column] ?? 0) > 0 ? [node - stride] : []));
  }
}
