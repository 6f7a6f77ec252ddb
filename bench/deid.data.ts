/** Made-up tables for the bench: the same for the same seed, skewed as real characteristics are. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { type Column, hierarchyOf, type Hierarchy, type LatticeColumn, numberHierarchy } from '#deidentification';

/** Mulberry32: enough chance for a bench. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Codes below `cardinality`; the higher the skew, the more of the low ones. */
function column(name: string, rows: number, values: readonly string[], skew: number, seed: number): Column {
  const random = chance(seed);
  const codes = Int32Array.from({ length: rows }, () => Math.floor(values.length * random() ** skew));
  return { name, codes, values };
}

const named = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);
const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

export const QUASI = ['age', 'sex', 'region', 'education', 'marital', 'occupation'] as const;

/** Six quasi-identifiers (73 × 2 × 20 × 8 × 6 × 14 = 1,962,240 combinations) and a sensitive total of 28 values. */
export function people(rows: number): { readonly quasi: Column[]; readonly sensitive: Column } {
  const quasi = [
    column('age', rows, numbers(18, 90), 1.4, 1),
    column('sex', rows, ['f', 'm'], 1, 2),
    column('region', rows, named('region', 20), 2, 3),
    column('education', rows, named('education', 8), 1.5, 4),
    column('marital', rows, named('marital', 6), 2, 5),
    column('occupation', rows, named('occupation', 14), 1.6, 6),
  ];
  return { quasi, sensitive: column('phq9_total', rows, numbers(0, 27), 1.5, 7) };
}

/** Joins `width` neighbours at each further level, then all. */
function nested(name: string, values: readonly string[], widths: readonly number[]): Hierarchy {
  return hierarchyOf(
    name,
    values.map((value, index) => [
      value,
      ...widths.map((width) => `${name} from ${Math.floor(index / width) * width}`),
      '*',
    ]),
  );
}

/** 5 × 2 × 4 × 3 × 2 × 3 = 720 nodes. */
export function peopleLattice(quasi: readonly Column[]): LatticeColumn[] {
  const hierarchies = [
    numberHierarchy('age', { from: 18, to: 90, widths: [5, 10, 20] }),
    hierarchyOf('sex', [
      ['f', '*'],
      ['m', '*'],
    ]),
    nested('region', named('region', 20), [2, 10]),
    nested('education', named('education', 8), [4]),
    hierarchyOf(
      'marital',
      named('marital', 6).map((value) => [value, '*']),
    ),
    nested('occupation', named('occupation', 14), [7]),
  ];
  return quasi.flatMap((own, index) => {
    const hierarchy = hierarchies[index];
    return hierarchy === undefined ? [] : [{ column: own, hierarchy }];
  });
}

/**
 * As large as the Adult set: 30,162 records, its nine quasi-identifiers by number of values (2, 72, 5, 7, 16, 41, 8, 14, 2)
 * and the lattice that is usual with it, 2 × 5 × 2 × 3 × 4 × 3 × 3 × 3 × 2 = 12,960 nodes. The values are made up.
 */
export function adultLike(): LatticeColumn[] {
  const rows = 30_162;
  const of = (name: string, count: number, widths: readonly number[], skew: number, seed: number): LatticeColumn => {
    const values = named(name, count);
    return { column: column(name, rows, values, skew, seed), hierarchy: nested(name, values, widths) };
  };
  return [
    of('sex', 2, [], 1.5, 11),
    {
      column: column('age', rows, numbers(17, 88), 1.7, 12),
      hierarchy: numberHierarchy('age', { from: 17, to: 88, widths: [5, 10, 20] }),
    },
    of('race', 5, [], 5, 13),
    of('marital-status', 7, [3], 2, 14),
    of('education', 16, [3, 9], 2, 15),
    of('native-country', 41, [14], 8, 16),
    of('workclass', 8, [4], 3, 17),
    of('occupation', 14, [5], 1.3, 18),
    of('salary-class', 2, [], 1.6, 19),
  ];
}

/** 30,000 records with few combinations that hardly anyone has. */
export function smallStudy(): Column[] {
  return people(30_000).quasi;
}

export async function writeCsv(path: string, columns: readonly Column[]): Promise<void> {
  const file = createWriteStream(path);
  const rows = columns[0]?.codes.length ?? 0;
  file.write(`${columns.map(({ name }) => name).join(',')}\n`);
  for (let from = 0; from < rows; from += 10_000) {
    let text = '';
    for (let row = from; row < Math.min(rows, from + 10_000); row += 1)
      text += `${columns.map(({ codes, values }) => values[codes[row] ?? 0] ?? '').join(',')}\n`;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
