/** DuckDB must read back what breaks formats, cell by cell, before anything is timed. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cell, csvWriter, columnsIn, parquetWriter, type TableWriter } from '#formats';
import { batchOf, HOSTILE_ROWS, HOSTILE_TABLE, LINE_ENDS } from '../libs/formats/hostile.specification.ts';
import type { DuckDb } from './duckdb.rival.ts';

const ROWS: readonly (readonly Cell[])[] = [...HOSTILE_ROWS, LINE_ENDS];

/** @throws Error naming the first cell that DuckDB has otherwise than we wrote it. */
export async function readHostile(folder: string, duckdb: DuckDb): Promise<void> {
  const columns = columnsIn(HOSTILE_TABLE, 'en');
  const [csv, parquet] = [join(folder, 'hostile.csv'), join(folder, 'hostile.parquet')];
  await writeFile(csv, fileOf(csvWriter(columns)));
  await writeFile(parquet, fileOf(parquetWriter(columns)));
  compare('Parquet', await duckdb.run(`select * from '${parquet}'`), (text) => text);
  // The scripts take the apostrophe away as well.
  const unguarded = (text: string) => text.replace(/^'(?='*[=+\-@\t\r\n])/, '');
  compare('CSV', await duckdb.run(`select * from read_csv('${csv}', all_varchar = true)`), unguarded);
}

function fileOf(writer: TableWriter): Buffer {
  return Buffer.concat([writer.begin(), writer.write(batchOf(ROWS)), writer.end()]);
}

function compare(format: string, found: readonly Record<string, unknown>[], plain: (text: string) => string): void {
  if (found.length !== ROWS.length) throw new Error(`DuckDB reads ${found.length} rows of ${format}`);
  for (const [row, cells] of ROWS.entries())
    for (const [index, { name, type }] of HOSTILE_TABLE.columns.entries()) {
      const [written, read] = [cells[index] ?? null, found[row]?.[name] ?? null];
      const isNumber = type === 'integer' || type === 'number';
      const text = (value: unknown) => (isNumber ? String(Number(value)) : String(value));
      const own = type === 'text' && typeof read === 'string' ? plain(read) : read;
      if (written === null ? own !== null : own === null || text(written) !== text(own))
        throw new Error(`DuckDB reads another cell of ${format} in row ${row}, column ${name}`);
    }
}
