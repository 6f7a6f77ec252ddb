/** Each format is read back by a reader that is not ours. */
import { describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import {
  type Batch,
  type Cell,
  csvWriter,
  type FileColumn,
  measure,
  PARQUET_COLUMNS,
  parquetWriter,
  savWriter,
  type TableWriter,
} from './index.ts';

interface SavReader {
  readonly meta: {
    readonly header: unknown;
    readonly sysvars: readonly { readonly name: string; readonly label: string; readonly missing: unknown }[];
    getValueLabels(name: string): { readonly val: unknown; readonly label: string }[] | undefined;
  };
  open(): Promise<void>;
  readAllRows(): Promise<Record<string, unknown>[]>;
}
/** It can be required, not imported. */
const { SavBufferReader } = createRequire(join(process.cwd(), 'package.json'))('sav-reader') as {
  SavBufferReader: new (bytes: Buffer) => SavReader;
};

const LONG_LABEL = `Ärger ${'über '.repeat(80)}Zeit`;
const columns: readonly FileColumn[] = [
  { name: 'pid', label: 'Pseudonym', type: 'text' },
  { name: 'note', label: LONG_LABEL, type: 'text', missing: [{ value: '(suppr.)', label: 'suppressed' }] },
  {
    name: 'arm',
    label: 'Arm',
    type: 'text',
    codes: [
      { value: 'tau', label: 'Treatment as usual' },
      { value: 'cbt', label: 'Cognitive behavioural therapy' },
    ],
  },
  {
    name: 'phq9Total',
    label: 'PHQ-9 total',
    type: 'integer',
    unit: 'points',
    codes: [{ value: 0, label: 'none' }],
    missing: [{ value: -99, label: 'suppressed' }],
  },
  { name: 'minutes', label: 'Minutes', type: 'number', unit: 'min' },
  { name: 'attended', label: 'Attended', type: 'boolean' },
  { name: 'day', label: 'Day', type: 'date' },
  { name: 'sequence', label: 'Log index', type: 'long' },
];

const rows: readonly (readonly Cell[])[] = [
  ['P-1', '=cmd|calc', 'tau', 7, 12.5, true, '2026-03-09', 9_007_199_254_740_993n],
  ['P-2', '', 'cbt', -99, -0.1, false, '1582-10-15', -(2n ** 63n)],
  ['P-3', null, null, null, null, null, null, null],
  // No character lies across the bytes 8, 16, … : sav-reader decodes eight bytes at a time.
  ['P-4', 'a "quoted", text\r\nof 12 👩🚀 lines ', 'cbt', 2_147_483_647, 1e300, true, '2024-02-29', 0n],
  ['P-5', `${'é'.repeat(100)}!`, 'tau', -2_147_483_648, 151, false, '9999-12-31', 1n],
  ['P-6', 'x'.repeat(700), 'tau', 152, -99, true, '1970-01-01', 2],
  ['P-7', "'=kept", 'tau', -100, Number.MIN_VALUE, true, '1969-12-31', 2n ** 63n - 1n],
  ['P-8', '(suppr.)', 'tau', 0, 3, null, null, 5n],
];

const batchOf = (given: readonly (readonly Cell[])[], width = columns.length): Batch => ({
  rows: given.length,
  columns: Array.from({ length: width }, (_, index) => given.map((row) => row[index] ?? null)),
});

function bytesOf(writer: TableWriter, batches: readonly Batch[]): Uint8Array<ArrayBuffer> {
  const chunks = [writer.begin(), ...batches.map((batch) => writer.write(batch)), writer.end()];
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const batches = [batchOf(rows.slice(0, 3)), batchOf(rows.slice(3))];
const measured = measure(columns, batches);
const written = {
  csv: (own: readonly Batch[] = batches) => bytesOf(csvWriter(columns), own),
  parquet: (own: readonly Batch[] = batches) => bytesOf(parquetWriter(columns), own),
  sav: (own: readonly Batch[] = batches) => bytesOf(savWriter(measured, { title: 'Trial', cases: rows.length }), own),
};

describe('every format', () => {
  it.each(['csv', 'parquet', 'sav'] as const)('%s has the same bytes twice', (format) => {
    expect(written[format]()).toEqual(written[format]());
  });

  it.each(['csv', 'sav'] as const)('%s has the same bytes however it is cut into batches', (format) => {
    expect(written[format](rows.map((row) => batchOf([row])))).toEqual(written[format]());
  });

  it.each(['csv', 'parquet', 'sav'] as const)('%s refuses a cell of another type by its column', (format) => {
    const wrong = (index: number, cell: Cell) => () =>
      written[format]([batchOf([rows[0]!.map((own, column) => (column === index ? cell : own))])]);
    expect(wrong(3, 1.5)).toThrow('column phq9Total: row 0 of its batch holds no integer of 32 bits');
    expect(wrong(3, 2 ** 31)).toThrow('no integer of 32 bits');
    expect(wrong(4, Number.NaN)).toThrow('column minutes: row 0 of its batch holds no finite number');
    expect(wrong(0, 7)).toThrow('column pid: row 0 of its batch holds a number where text is expected');
    expect(wrong(6, '2026-02-30')).toThrow('column day: row 0 of its batch holds no ISO date');
    expect(wrong(7, 2n ** 63n)).toThrow('no integer of 64 bits');
    expect(wrong(7, 2 ** 60)).toThrow('no integer of 64 bits');
    expect(() => written[format]([batchOf(rows, 3)])).toThrow('column phq9Total: 0 cells for 8 rows');
  });
});

describe('CSV', () => {
  const read = (bytes: Uint8Array) => parse<Record<string, string>>(Buffer.from(bytes), { columns: true });

  it('is read back cell by cell, formulas behind an apostrophe', () => {
    const found = read(written.csv());
    expect(found.map(({ note }) => note)).toEqual([
      "'=cmd|calc",
      '',
      '',
      rows[3]![1],
      rows[4]![1],
      rows[5]![1],
      "''=kept",
      '(suppr.)',
    ]);
    expect(found[0]).toMatchObject({ phq9Total: '7', minutes: '12.5', attended: 'true', sequence: '9007199254740993' });
    expect(found[1]).toMatchObject({ phq9Total: '-99', minutes: '-0.1', day: '1582-10-15' });
  });

  it('tells an empty text from a missing one, and ends lines with CRLF', () => {
    const lines = new TextDecoder()
      .decode(bytesOf(csvWriter(columns.slice(0, 2)), [batchOf(rows.slice(1, 3), 2)]))
      .split('\r\n');
    expect(lines).toEqual(['pid,note', 'P-2,""', 'P-3,', '']);
  });

  it('gives back any text, less one apostrophe, and shows no spreadsheet a formula', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^['=+\-@\t＝＠]{1,3}.?$/));
    fc.assert(
      fc.property(
        fc.array(
          text.filter((own) => own.isWellFormed()),
          { minLength: 1, maxLength: 8 },
        ),
        (texts) => {
          const bytes = bytesOf(csvWriter([columns[0]!, columns[0]!]), [
            { rows: texts.length, columns: [texts, texts] },
          ]);
          const found: string[][] = parse(Buffer.from(bytes), { from: 2, bom: false });
          expect(found.map(([own]) => own!.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(texts);
          for (const [own] of found) expect(own).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        },
      ),
    );
  });
});

describe('Parquet', () => {
  it('is read back by hyparquet, value by value', async () => {
    const { buffer } = written.parquet();
    const found = await parquetReadObjects({ file: buffer });
    expect(found).toHaveLength(8);
    for (const [index, row] of rows.entries()) {
      const { day, sequence, ...rest } = found[index]!;
      const expected = Object.fromEntries(columns.map(({ name }, column) => [name, row[column]]));
      expect(rest).toEqual(Object.fromEntries(Object.entries(expected).filter(([name]) => name in rest)));
      expect(day === null ? null : (day as Date).toISOString().slice(0, 10)).toBe(row[6]);
      expect(sequence).toBe(row[7] === null ? null : BigInt(row[7] as bigint));
    }
  });

  it('carries labels, codes and missing codes', () => {
    const { key_value_metadata: pairs = [] } = parquetMetadata(written.parquet().buffer);
    expect(JSON.parse(pairs.find(({ key }) => key === PARQUET_COLUMNS)!.value!)).toEqual(
      JSON.parse(JSON.stringify(columns)),
    );
  });

  it('may have no rows', async () => {
    expect(await parquetReadObjects({ file: written.parquet([]).buffer })).toEqual([]);
  });
});

describe('SPSS', () => {
  async function read(bytes: Uint8Array) {
    const reader = new SavBufferReader(Buffer.from(bytes));
    await reader.open();
    return { reader, rows: await reader.readAllRows() };
  }
  const EPOCH = Date.UTC(1582, 9, 14) / 1_000;

  it('is read back by sav-reader, value by value', async () => {
    const found = await read(written.sav());
    expect(found.rows).toHaveLength(8);
    for (const [index, row] of rows.entries()) {
      const own = found.rows[index]!;
      expect(own['pid']).toBe(row[0]);
      expect(own['note'] ?? '').toBe(((row[1] as string | null) ?? '').trimEnd());
      expect(own['arm'] ?? '').toBe(row[2] ?? '');
      expect(own['phq9Total'] ?? null).toBe(row[3]);
      expect(own['minutes'] ?? null).toBe(row[4]);
      expect(own['attended'] ?? null).toBe(row[5] === null ? null : Number(row[5]));
      const day = row[6] === null ? null : Date.parse(`${row[6] as string}T00:00:00Z`) / 1_000 - EPOCH;
      expect(own['day'] ?? null).toBe(day);
      expect(own['sequence'] ?? '').toBe(row[7] === null ? '' : String(row[7]));
    }
  });

  it('carries labels, value labels and missing codes', async () => {
    const { reader } = await read(written.sav());
    const of = (name: string) => reader.meta.sysvars.find((variable) => variable.name === name)!;
    expect(reader.meta.header).toMatchObject({ n_cases: 8, encoding: 'UTF-8' });
    expect(of('phq9Total').label).toBe('PHQ-9 total [points]');
    expect(of('phq9Total').missing).toBe(-99);
    expect(LONG_LABEL.startsWith(of('note').label)).toBe(true);
    expect(new TextEncoder().encode(of('note').label).length).toBeGreaterThan(250);
    expect(reader.meta.getValueLabels('phq9Total')).toEqual([
      { val: 0, label: 'none' },
      { val: -99, label: 'suppressed' },
    ]);
    expect(reader.meta.getValueLabels('arm')!.map(({ label }) => label)).toEqual([
      'Treatment as usual',
      'Cognitive behavioural therapy',
    ]);
  });

  it('keeps null apart from 0, in any number', async () => {
    const cell = fc.option(
      fc.oneof(fc.integer({ min: -200, max: 300 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), async (cells) => {
        const own: FileColumn[] = [{ name: 'n', label: 'N', type: 'number' }];
        const bytes = bytesOf(savWriter(own, { title: '', cases: cells.length }), [
          { rows: cells.length, columns: [cells] },
        ]);
        const found = (await read(bytes)).rows.map((row) => row['n'] ?? null);
        expect(found).toEqual(cells.map((value) => (value === null ? null : value + 0)));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps texts of any width up to 1,100 bytes', async () => {
    for (const width of [1, 7, 8, 9, 251, 252, 253, 255, 256, 504, 505, 510, 756, 757, 1_020, 1_100]) {
      const text = Array.from({ length: width }, (_, index) => String.fromCharCode(97 + (index % 26))).join('');
      const [own] = measure([columns[0]!], [{ rows: 1, columns: [[text]] }]);
      const after: FileColumn = { name: 'after', label: '', type: 'integer' };
      const bytes = bytesOf(savWriter([own!, after], { title: '', cases: 1 }), [{ rows: 1, columns: [[text], [7]] }]);
      expect((await read(bytes)).rows).toEqual([{ pid: text, after: 7 }]);
    }
  });

  it('refuses what SPSS cannot hold, by column', () => {
    const of = (column: Partial<FileColumn>) => () =>
      savWriter([{ name: 'a', label: '', type: 'integer', ...column }], { title: '', cases: 0 });
    expect(of({ name: '1a' })).toThrow('column 1a: SPSS takes names');
    expect(of({ name: 'with' })).toThrow('column with: SPSS takes names');
    expect(of({ type: 'text' })).toThrow('column a: its widest text was not measured');
    expect(of({ type: 'text', bytes: 32_768 })).toThrow('texts of 32768 bytes');
    expect(of({ codes: [{ value: 'x', label: '' }] })).toThrow('column a: a code is no number');
    expect(of({ missing: [1, 2, 3, 4].map((value) => ({ value, label: '' })) })).toThrow('4 missing codes');
    const wide = [{ value: '(suppressed)', label: '' }];
    expect(of({ type: 'text', bytes: 20, missing: wide })).toThrow('column a: a missing code of 12 bytes');
    const twice = [columns[0]!, { ...columns[0]!, name: 'PID' }].map((column) => ({ ...column, bytes: 8 }));
    expect(() => savWriter(twice, { title: '', cases: 0 })).toThrow('column PID: SPSS takes it for another column');
    const narrow = savWriter([{ ...columns[0]!, bytes: 2 }], { title: '', cases: 1 });
    expect(() => narrow.write({ rows: 1, columns: [['abc']] })).toThrow('column pid: a text of more than the 2 bytes');
    expect(() => narrow.write({ rows: 1, columns: [['aé']] })).toThrow('column pid: a text of more');
  });
});
