import type { ReadSnapshot } from './read-snapshot.ts';
import { TooManyRows } from './read.error.ts';

/** Rows that one analysis may take into memory; a trial of 2,000 people over a year has about half. */
export const MOST_ROWS = 200_000;
/** People that one question may evaluate one by one. */
export const MOST_PEOPLE = 20_000;

/** A statement in parts, so that its rows can be counted before they are fetched. */
export interface BoundedStatement {
  /** Of what there may be too many, in words: `intervals of the study`. */
  readonly what: string;
  readonly columns: string;
  /** Tables and conditions; every parameter is in it. */
  readonly from: string;
  /** `GROUP BY` and `ORDER BY`. What is counted are the rows before they are grouped. */
  readonly tail?: string;
}

/** Refuses more rows than `most`; counts no further than to one more. @throws TooManyRows */
export async function refuseTooMany(
  snapshot: Pick<ReadSnapshot, 'sql'>,
  { what, from }: Pick<BoundedStatement, 'what' | 'from'>,
  parameters: readonly unknown[],
  most: number,
): Promise<void> {
  const [counted] = await snapshot.sql<{ rows: number }>(
    `SELECT count(*)::int AS rows FROM (SELECT 1 FROM ${from} LIMIT ${most + 1}) AS counted`,
    parameters,
  );
  if (counted !== undefined && counted.rows > most) throw new TooManyRows(what, most);
}

/** Rows that fit into memory and time: more than `most` are refused before any is fetched. @throws TooManyRows */
export async function boundedRows<Raw extends object>(
  snapshot: Pick<ReadSnapshot, 'sql'>,
  statement: BoundedStatement,
  parameters: readonly unknown[],
  most: number = MOST_ROWS,
): Promise<Raw[]> {
  await refuseTooMany(snapshot, statement, parameters, most);
  const { columns, from, tail = '' } = statement;
  return snapshot.sql<Raw>(`SELECT ${columns} FROM ${from} ${tail}`, parameters);
}
