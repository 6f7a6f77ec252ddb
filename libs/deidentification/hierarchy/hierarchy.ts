import { type Column, MISSING } from '../table/column.ts';
import { CsvCells } from '../table/csv.cells.ts';

/** How values become coarser: level 0 is the value itself, each further level joins values of the one before. */
export interface Hierarchy {
  readonly name: string;
  /** Highest level. */
  readonly height: number;
  /** Value → its form at each level, level 0 first. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
}

/** A hierarchy that is none, or that does not fit a column. */
export class HierarchyError extends RangeError {
  override readonly name = 'HierarchyError';

  constructor(
    readonly hierarchy: string,
    problem: string,
    /** Values of a column that the hierarchy does not have. Personal data: for whoever may see the column only. */
    readonly uncovered: readonly string[] = [],
  ) {
    super(`hierarchy ${hierarchy}: ${problem}`);
  }
}

/**
 * A hierarchy from rows `value, level 1, level 2, …`, finest first.
 * @throws HierarchyError naming the row (from 1) that is of another width, repeats a value, or has an empty cell; and the
 * level at which one value of the level before has two forms, which would not be a coarsening.
 */
export function hierarchyOf(name: string, rows: readonly (readonly string[])[]): Hierarchy {
  const [first] = rows;
  if (first === undefined || first.length === 0) throw new HierarchyError(name, 'has no values');
  const paths = new Map<string, readonly string[]>();
  const parents = first.map(() => new Map<string, string>());
  rows.forEach((row, index) => {
    const fault = rowFault(row, first.length, paths) ?? parentFault(row, parents);
    if (fault !== undefined) throw new HierarchyError(name, `row ${index + 1} ${fault}`);
    paths.set(row[0] ?? '', row);
  });
  return { name, height: first.length - 1, paths };
}

function rowFault(row: readonly string[], width: number, known: ReadonlyMap<string, unknown>): string | undefined {
  if (row.length !== width) return `has ${row.length} cells, the first row ${width}`;
  if (row.includes('')) return `has an empty cell in column ${row.indexOf('') + 1}`;
  return known.has(row[0] ?? '') ? 'repeats a value' : undefined;
}

function parentFault(row: readonly string[], parents: readonly Map<string, string>[]): string | undefined {
  for (let level = 1; level < row.length; level += 1) {
    const [child, parent] = [row[level - 1] ?? '', row[level] ?? ''];
    const known = parents[level]?.get(child);
    if (known !== undefined && known !== parent) return `gives level ${level} another form than a row before`;
    parents[level]?.set(child, parent);
  }
  return undefined;
}

/**
 * A hierarchy from CSV (RFC 4180, UTF-8) without a header: `value, level 1, level 2, …` a line.
 * @throws CsvError for text that is no CSV; HierarchyError as `hierarchyOf`.
 */
export function hierarchyFromCsv(name: string, text: string): Hierarchy {
  const rows: string[][] = [];
  const decoder = new TextDecoder();
  const cells = new CsvCells((bytes, from, to, _column, row) => {
    (rows[row] ??= []).push(decoder.decode(bytes.subarray(from, to)));
  });
  cells.push(new TextEncoder().encode(text));
  cells.end();
  return hierarchyOf(name, rows);
}

/** The column at a level of the hierarchy. A missing value stays missing. @throws HierarchyError as `fitHierarchy`. */
export function generalise(column: Column, hierarchy: Hierarchy, level: number): Column {
  if (!Number.isInteger(level) || level < 0 || level > hierarchy.height)
    throw new HierarchyError(hierarchy.name, `has levels 0 to ${hierarchy.height}, not ${level}`);
  const { maps, values } = fitHierarchy(column, hierarchy);
  const map = maps[level] ?? new Int32Array(0);
  const codes = column.codes.map((code) => (code === MISSING ? MISSING : (map[code] ?? MISSING)));
  return { name: column.name, codes, values: values[level] ?? [] };
}

/** A hierarchy over the codes of one column. */
export interface FittedHierarchy {
  readonly height: number;
  /** For each level, the code there of each code of the column. */
  readonly maps: readonly Int32Array[];
  /** For each level, its values. */
  readonly values: readonly (readonly string[])[];
  /** For each level, how many values of level 0 each of its values stands for, in the whole hierarchy. */
  readonly leaves: readonly Int32Array[];
  /** Values of level 0 in the whole hierarchy. */
  readonly domain: number;
}

/**
 * Fits a hierarchy to the values of a column.
 * @throws HierarchyError with how many values of which column it does not cover, and those in `uncovered`.
 */
export function fitHierarchy(column: Column, hierarchy: Hierarchy): FittedHierarchy {
  const uncovered = column.values.filter((value) => !hierarchy.paths.has(value));
  if (uncovered.length > 0) {
    const problem = `does not cover ${uncovered.length} of ${column.values.length} values of column ${column.name}`;
    throw new HierarchyError(hierarchy.name, problem, uncovered);
  }
  const levels = Array.from({ length: hierarchy.height + 1 }, (_, level) => fitLevel(column, hierarchy, level));
  return {
    height: hierarchy.height,
    maps: levels.map(({ map }) => map),
    values: levels.map(({ values }) => values),
    leaves: levels.map(({ leaves }) => leaves),
    domain: hierarchy.paths.size,
  };
}

function fitLevel(column: Column, { paths }: Hierarchy, level: number) {
  const sizes = new Map<string, number>();
  for (const path of paths.values()) sizes.set(path[level] ?? '', (sizes.get(path[level] ?? '') ?? 0) + 1);
  const index = new Map<string, number>();
  const map = Int32Array.from(column.values, (value) => {
    const form = paths.get(value)?.[level] ?? '';
    const code = index.get(form) ?? index.size;
    index.set(form, code);
    return code;
  });
  const values = [...index.keys()];
  return { map, values, leaves: Int32Array.from(values, (value) => sizes.get(value) ?? 0) };
}

/**
 * Ancestors for the hierarchical distance of t-closeness; see `GroundDistance`. A root is added above a hierarchy that
 * has several at its highest level.
 * @throws HierarchyError as `fitHierarchy`.
 */
export function valueTree(column: Column, hierarchy: Hierarchy): Int32Array[] {
  const { maps, values } = fitHierarchy(column, hierarchy);
  const levels = maps.slice(1);
  return (values.at(-1)?.length ?? 0) === 1 && levels.length > 0
    ? levels
    : [...levels, new Int32Array(column.values.length)];
}
