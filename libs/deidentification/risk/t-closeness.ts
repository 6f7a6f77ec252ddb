import type { SensitiveClasses } from './sensitive-classes.ts';

/** Parents of sensitive values: `levels[h][value]` is the ancestor of `value` at height h + 1; the last is one root. */
export type ValueTree = readonly Int32Array[];

/** How far apart two sensitive values are, between 0 and 1. */
export type GroundDistance =
  | { readonly kind: 'equal' }
  /** |rank − rank′| / (m − 1) over the m values in the order of the dictionary. */
  | { readonly kind: 'ordered' }
  /** Height of the lowest common ancestor / height of the tree. */
  | { readonly kind: 'hierarchical'; readonly tree: ValueTree };

/**
 * t-closeness: the largest earth mover's distance between the sensitive values of a class and those of the whole table.
 * Li, Li & Venkatasubramanian, ICDE 2007, section 4. Integer arithmetic up to the last division, for equal and ordered.
 * @returns 0 without classes. A class whose values are all left out is passed over.
 * @throws RangeError for a tree that has no levels, does not cover every value, or has several roots.
 */
export function tCloseness(classes: SensitiveClasses, distance: GroundDistance): number {
  const measure = distanceOf(classes, distance);
  let largest = 0;
  for (let group = 0; group + 1 < classes.offsets.length; group += 1) {
    const [from, to] = [classes.offsets[group] ?? 0, classes.offsets[group + 1] ?? 0];
    if (to > from) largest = Math.max(largest, measure(from, to));
  }
  return largest;
}

/** Distance of the class whose values are entries `from` up to `to`. */
type Measure = (from: number, to: number) => number;

function distanceOf(classes: SensitiveClasses, distance: GroundDistance): Measure {
  switch (distance.kind) {
    case 'equal':
      return (from, to) => equalDistance(classes, from, to);
    case 'ordered':
      return orderedDistance(classes);
    case 'hierarchical':
      return hierarchicalDistance(classes, distance.tree);
  }
}

function sizeOf(counts: Int32Array, from: number, to: number): number {
  let size = 0;
  for (let index = from; index < to; index += 1) size += counts[index] ?? 0;
  return size;
}

/** ½ Σ |p − q|, which is the sum of what p has more than q: only values of the class have that. */
function equalDistance({ values, counts, totals, rows }: SensitiveClasses, from: number, to: number): number {
  const size = sizeOf(counts, from, to);
  let more = 0;
  for (let index = from; index < to; index += 1) {
    const difference = (counts[index] ?? 0) * rows - (totals[values[index] ?? 0] ?? 0) * size;
    if (difference > 0) more += difference;
  }
  return more / (size * rows);
}

/** Σ |P(i) − Q(i)| / (m − 1) over cumulative shares; between two values of the class P is constant and Q a known sum. */
function orderedDistance({ values, counts, totals, rows, cardinality }: SensitiveClasses): Measure {
  if (cardinality < 2) return () => 0;
  /** Rows with at most value i, and the sum of those over all values below i. */
  const [below, sums] = [new Float64Array(cardinality), new Float64Array(cardinality + 1)];
  let cumulative = 0;
  for (let value = 0; value < cardinality; value += 1) {
    cumulative += totals[value] ?? 0;
    below[value] = cumulative;
    sums[value + 1] = (sums[value] ?? 0) + cumulative;
  }
  /** Σ |share − Q(i)| for i from `first` below `end`, times rows. */
  const stretch = (share: number, first: number, end: number): number => {
    const level = share * rows;
    let [low, high] = [first, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((below[middle] ?? 0) <= level) low = middle + 1;
      else high = middle;
    }
    const [start, split, last] = [sums[first] ?? 0, sums[low] ?? 0, sums[end] ?? 0];
    return level * (low - first) - (split - start) + (last - split) - level * (end - low);
  };
  return (from, to) => {
    const size = sizeOf(counts, from, to);
    let [work, reached, at] = [0, 0, 0];
    for (let index = from; index < to; index += 1) {
      const value = values[index] ?? 0;
      work += stretch(reached / size, at, value);
      reached += counts[index] ?? 0;
      at = value;
    }
    return (work + stretch(1, at, cardinality)) / (rows * (cardinality - 1));
  };
}

/**
 * Σ over inner nodes N of height(N)/H · min(pos_extra(N), neg_extra(N)). A subtree without a value of the class has
 * nothing to give, so only ancestors of the class's values are visited.
 */
function hierarchicalDistance({ values, counts, totals, rows }: SensitiveClasses, tree: ValueTree): Measure {
  const levels = treeLevels(tree, totals);
  return (from, to) => {
    const size = sizeOf(counts, from, to);
    let mass = new Map<number, number>();
    for (let index = from; index < to; index += 1) mass.set(values[index] ?? 0, (counts[index] ?? 0) * rows);
    let below: ArrayLike<number> = totals;
    let cost = 0;
    levels.forEach(({ parents, totals: above }, index) => {
      const [raised, given] = [new Map<number, number>(), new Map<number, number>()];
      for (const [child, own] of mass) {
        const parent = parents[child] ?? 0;
        raised.set(parent, (raised.get(parent) ?? 0) + own);
        given.set(parent, (given.get(parent) ?? 0) + Math.max(own - (below[child] ?? 0) * size, 0));
      }
      for (const [node, own] of raised) {
        const [positive, extra] = [given.get(node) ?? 0, own - (above[node] ?? 0) * size];
        cost += ((index + 1) / levels.length) * Math.min(positive, positive - extra);
      }
      [mass, below] = [raised, above];
    });
    return cost / (size * rows);
  };
}

interface TreeLevel {
  /** Of each node of the height below. */
  readonly parents: Int32Array;
  /** Rows of the table under each node. */
  readonly totals: Float64Array;
}

function treeLevels(tree: ValueTree, totals: Int32Array): TreeLevel[] {
  const root = tree.at(-1);
  if (root === undefined) throw new RangeError('the tree of sensitive values has no levels');
  if (tree.some((level) => level.length < totals.length))
    throw new RangeError('the tree of sensitive values does not cover every value');
  if (root.some((node) => node !== root[0])) throw new RangeError('the tree of sensitive values has several roots');
  return tree.map((level, height) => {
    const children = tree[height - 1];
    const parents = new Int32Array(1 + (children === undefined ? totals.length : highest(children)));
    const sums = new Float64Array(1 + highest(level));
    totals.forEach((count, leaf) => {
      const node = level[leaf] ?? 0;
      parents[children?.[leaf] ?? leaf] = node;
      sums[node] = (sums[node] ?? 0) + count;
    });
    return { parents, totals: sums };
  });
}

const highest = (level: Int32Array): number => level.reduce((most, node) => Math.max(most, node), 0);
