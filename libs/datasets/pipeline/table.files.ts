import { type Batch, csvPath, csvWriter, type FileColumn, parquetWriter, savWriter, type TableWriter } from '#formats';
import type { DatasetFormat, DatasetSpecification } from '../contract/dataset.format.ts';
import type { ColumnDefinition, ReleasedTable, Words } from '../contract/table.definition.ts';

/** Words in a language, or in English where that has none. */
export function inLanguage(words: Words, language: string): string {
  return words[language] ?? words.en;
}

/** A column as file formats are told about it, with labels in one language. */
export function fileColumn(column: ColumnDefinition, language: string): FileColumn {
  const labelled = (codes: ColumnDefinition['codes'] = []) =>
    codes.map(({ value, label }) => ({ value, label: inLanguage(label, language) }));
  const { name, label, type, unit, codes, missing } = column;
  return {
    ...{ name, label: inLanguage(label, language), type },
    ...(unit === undefined ? {} : { unit }),
    ...(codes === undefined ? {} : { codes: labelled(codes) }),
    ...(missing === undefined ? {} : { missing: labelled(missing) }),
  };
}

/** Bytes of a table in one format. @throws FormatError naming the column that the format cannot hold */
export async function* tableBytes(
  table: ReleasedTable,
  format: 'csv' | 'sav' | 'parquet',
  language: string,
): AsyncGenerator<Uint8Array> {
  const columns = table.columns.map((column) => fileColumn(column, language));
  const writer = await writerOf(table, format, columns, language);
  yield writer.begin();
  for await (const batch of table.read()) yield writer.write(batch);
  yield writer.end();
}

async function writerOf(
  table: ReleasedTable,
  format: 'csv' | 'sav' | 'parquet',
  columns: readonly FileColumn[],
  language: string,
): Promise<TableWriter> {
  switch (format) {
    case 'csv':
      return csvWriter(columns);
    case 'parquet':
      return parquetWriter(columns);
    case 'sav': {
      const header = { title: inLanguage(table.title, language), cases: table.rows };
      return savWriter(await measured(columns, table.read()), header);
    }
  }
}

const encoder = new TextEncoder();
const bytesOf = (text: string | number): number => encoder.encode(String(text)).length;

/** Columns with the bytes of their longest text: formats of fixed width need them first. */
async function measured(columns: readonly FileColumn[], batches: AsyncIterable<Batch>): Promise<FileColumn[]> {
  const widths = columns.map(({ codes = [], missing = [] }) =>
    [...codes, ...missing].reduce((most, { value }) => Math.max(most, bytesOf(value)), 1),
  );
  for await (const batch of batches)
    columns.forEach(({ type }, index) => {
      if (type !== 'text') return;
      for (const cell of batch.columns[index] ?? [])
        if (typeof cell === 'string') widths[index] = Math.max(widths[index] ?? 1, bytesOf(cell));
    });
  return columns.map((column, index) => (column.type === 'text' ? { ...column, bytes: widths[index] ?? 1 } : column));
}

/** Where a table lies: Psych-DS has names of its own for CSV. */
export function tablePath(
  table: string,
  format: 'csv' | 'sav' | 'parquet',
  { studyId, formats }: Pick<DatasetSpecification, 'studyId' | 'formats'>,
): string {
  return format === 'csv' && formats.includes('psych-ds') ? csvPath(studyId, table) : `data/${table}.${format}`;
}

/** Formats that are a file for each table. */
export function tableFormats(formats: readonly DatasetFormat[]): readonly ('csv' | 'sav' | 'parquet')[] {
  return ['csv', ...(['sav', 'parquet'] as const).filter((format) => formats.includes(format))];
}
