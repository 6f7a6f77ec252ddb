import { loadRival } from './rival.packages.ts';
import { QUASI } from './deid.data.ts';

interface Reader {
  getRowObjects(): Record<string, unknown>[];
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<Reader>;
  closeSync(): void;
}

interface DuckDbModule {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }> };
}

export interface DuckDb {
  readonly version: string;
  run(sql: string): Promise<Record<string, unknown>[]>;
  close(): void;
}

/** A DuckDB in memory; undefined when it cannot be installed. */
export async function openDuckDb(): Promise<DuckDb | undefined> {
  const rival = await loadRival('@duckdb/node-api');
  if (rival === undefined) return undefined;
  const { DuckDBInstance } = rival.module as DuckDbModule;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    version: rival.version,
    run: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const keys = QUASI.join(', ');

/** k and the histogram of class sizes, of a table or of a CSV file. */
export const classesOf = (source: string): string =>
  `select n, count(*) as classes from (select count(*) as n from ${source} group by ${keys}) group by n order by n`;

/** exp of the least entropy of a class, and the largest variational distance to the whole. */
export const diversityOf = (source: string): string => `
  with cells as (select ${keys}, phq9_total as s, count(*) as n from ${source} group by all),
  totals as (select s, sum(n) as q from cells group by s),
  whole as (select sum(q) as everybody from totals),
  shares as (select cells.*, sum(n) over (partition by ${keys}) as size, q from cells join totals using (s))
  select exp(min(entropy)) as entropy, max(distance) as t from (
    select ln(any_value(size)) - sum(n * ln(n)) / any_value(size) as entropy,
      sum(greatest(n / size - q / everybody, 0)) as distance
    from shares, whole group by ${keys})`;
