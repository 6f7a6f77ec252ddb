import type { Exclusion } from '../outcome-summary/score.pairs.ts';

/** One value of a panel's table. Null is unknown, never zero. */
export type BoardCell = string | number | boolean | null;

export interface BoardColumn {
  readonly name: string;
  /** What it holds, with its unit. */
  readonly about: string;
}

/** A panel of the study board as a table: what it shows, of whom, by which definition, and who is left out. */
export interface BoardTable {
  readonly title: string;
  readonly definition: string;
  readonly denominator: string;
  /** People the figures rest on. */
  readonly n: number;
  readonly excluded: readonly Exclusion[];
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly (readonly BoardCell[])[];
  /** Single figures beside the table, such as a fit or a target. */
  readonly figures: Readonly<Record<string, BoardCell>>;
}

/** Columns from `[name, about]` pairs. */
export function columnsOf(...pairs: readonly (readonly [string, string])[]): readonly BoardColumn[] {
  return pairs.map(([name, about]) => ({ name, about }));
}

/** Ends a definition that speaks of one site’s people only. */
export function ofSiteOnly(siteId: string | null): string {
  return siteId === null ? '' : `; people of site ${siteId} only`;
}

/** Enough digits to read, few enough to send: three decimals. */
export function short(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1_000) / 1_000;
}
