import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { from as copyFrom } from 'pg-copy-streams';
import type { RowKey } from '../kernel/projection.ts';
import type { Connection } from './connection.ts';
import type { Table } from './table.ts';

/** Rows in one statement: keeps its one JSON parameter well below PostgreSQL's 1 GB. */
const ROWS_PER_STATEMENT = 5_000;
/** From here on COPY is faster than a statement. */
const ROWS_FOR_COPY = 1_000;

/** The rows that have these keys. */
export async function loadByKeys<Row extends object>(
  connection: Connection,
  table: Table<Row>,
  keys: readonly RowKey[],
): Promise<Row[]> {
  if (keys.length === 0) return [];
  const names = table.key.map(({ name }) => name).join(', ');
  const raw = await connection.sql<Record<string, unknown>>(
    `SELECT t.* FROM ${table.name} t JOIN ${keyList(table)} USING (${names})`,
    keyParameters(table, keys),
  );
  return raw.map((row) => table.hydrate(row));
}

export async function loadByStreams<Row extends object>(
  connection: Connection,
  table: Table<Row>,
  streams: readonly string[],
): Promise<Row[]> {
  if (streams.length === 0) return [];
  const text = `SELECT * FROM ${table.name} WHERE stream = ANY($1::text[])`;
  return (await connection.sql<Record<string, unknown>>(text, [streams])).map((row) => table.hydrate(row));
}

export async function deleteByKeys<Row extends object>(
  connection: Connection,
  table: Table<Row>,
  keys: readonly RowKey[],
): Promise<void> {
  if (keys.length === 0) return;
  const same = table.key.map(({ name }) => `t.${name} = k.${name}`).join(' AND ');
  await connection.query(
    `DELETE FROM ${table.name} t USING ${keyList(table)} WHERE ${same}`,
    keyParameters(table, keys),
  );
}

/** Deletes the rows whose `property` is one of `values`. */
export async function deleteWhere<Row extends object>(
  connection: Connection,
  table: Table<Row>,
  property: string,
  values: readonly string[],
): Promise<void> {
  if (values.length === 0) return;
  await connection.query(`DELETE FROM ${table.name} WHERE ${table.column(property).name} = ANY($1::text[])`, [values]);
}

/** Writes rows that are not there yet. A row that is there already is an error: somebody else is writing. */
export async function insertRows<Row extends object>(
  connection: Connection,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length >= ROWS_FOR_COPY) await copyRows(connection, table, rows);
  else await write(connection, table, rows, '');
}

/** Writes rows that may be there already. */
export async function upsertRows<Row extends object>(
  connection: Connection,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<void> {
  const key = table.key.map(({ name }) => name).join(', ');
  const isKey = new Set(table.key.map(({ name }) => name));
  const others = table.columns.filter(({ name }) => !isKey.has(name));
  const set = others.map(({ name }) => `${name} = EXCLUDED.${name}`).join(', ');
  const action = set === '' ? 'NOTHING' : `UPDATE SET ${set}`;
  await write(connection, table, rows, `ON CONFLICT (${key}) DO ${action}`);
}

async function write<Row extends object>(
  connection: Connection,
  table: Table<Row>,
  rows: readonly Row[],
  onConflict: string,
): Promise<void> {
  const names = table.columns.map(({ name }) => name).join(', ');
  const properties = table.columns.map(({ name }) => name.slice(1, -1));
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT).map((row) => {
      const values = table.values(row);
      return Object.fromEntries(properties.map((property, index) => [property, values[index]]));
    });
    await connection.query(
      `INSERT INTO ${table.name} (${names})
       SELECT ${names} FROM json_populate_recordset(NULL::${table.name}, $1::json) ${onConflict}`,
      [JSON.stringify(part)],
    );
  }
}

async function copyRows<Row extends object>(
  connection: Connection,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<void> {
  const names = table.columns.map(({ name }) => name).join(', ');
  await connection.stream(async (client) => {
    const copy = client.query(copyFrom(`COPY ${table.name} (${names}) FROM STDIN`));
    await pipeline(Readable.from(copyLines(table, rows)), copy);
  });
}

const LINES_PER_CHUNK = 500;

function* copyLines<Row extends object>(table: Table<Row>, rows: readonly Row[]): Generator<string> {
  for (let start = 0; start < rows.length; start += LINES_PER_CHUNK) {
    const lines = rows.slice(start, start + LINES_PER_CHUNK).map((row) => table.values(row).map(copyValue).join('\t'));
    yield `${lines.join('\n')}\n`;
  }
}

const COPY_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format. */
function copyValue(value: unknown): string {
  if (value === null) return '\\N';
  const text = Array.isArray(value) ? arrayLiteral(value) : plain(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => COPY_ESCAPES[character] ?? '') : text;
}

/** Rows hold text, numbers, truth values and lists of them; anything else was made JSON text before. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map((value) => `"${plain(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function keyList<Row extends object>(table: Table<Row>): string {
  const arrays = table.key.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  return `unnest(${arrays}) AS k(${table.key.map(({ name }) => name).join(', ')})`;
}

function keyParameters<Row extends object>(table: Table<Row>, keys: readonly RowKey[]): unknown[] {
  return table.key.map(({ property }) => keys.map((key) => key[property]));
}
