import type { Row } from '../board.table.ts';

/** Person, site and status stand before the weeks. */
export const BEFORE = 3;
/** More cells than this are painted, not drawn. */
export const MOST_DRAWN = 10_000;

/** Where cells lie, in pixels. */
export interface Grid {
  readonly rows: readonly Row[];
  readonly weeks: number;
  readonly cell: number;
  readonly line: number;
  readonly left: number;
}

/** Five shades from none to all, and one for what nobody told; theme variables of the same names. */
export const SHADES = ['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-unknown'] as const;
export type Shade = (typeof SHADES)[number];

/** The shade of a value of 0 to 1, to the nearest quarter; −1 is unknown. */
export function shadeOf(value: number): Shade {
  if (value < 0) return 'heat-unknown';
  return SHADES[Math.round(Math.min(1, value) * 4)] ?? 'heat-unknown';
}

/** In which order people stand. */
export const ORDERS = ['most', 'least', 'site', 'person'] as const;
export type Order = (typeof ORDERS)[number];

/** The same rows in another order; who has no homework comes last. */
export function inOrder(rows: readonly Row[], order: Order): readonly Row[] {
  const done = (row: Row): number => {
    const told = row.slice(BEFORE).filter((value) => typeof value === 'number' && value >= 0);
    return told.length === 0 ? -1 : told.reduce<number>((sum, value) => sum + Number(value), 0) / told.length;
  };
  const shares = new Map(rows.map((row) => [row, done(row)]));
  const share = (row: Row): number => shares.get(row) ?? -1;
  const name = (one: Row, other: Row): number => String(one[0]).localeCompare(String(other[0]));
  const last = (one: Row, other: Row): number => Number(share(one) < 0) - Number(share(other) < 0);
  const by: Readonly<Record<Order, (one: Row, other: Row) => number>> = {
    most: (one, other) => last(one, other) || share(other) - share(one) || name(one, other),
    least: (one, other) => last(one, other) || share(one) - share(other) || name(one, other),
    site: (one, other) =>
      String(one[1] ?? '').localeCompare(String(other[1] ?? '')) || share(other) - share(one) || name(one, other),
    person: name,
  };
  return rows.toSorted(by[order]);
}
