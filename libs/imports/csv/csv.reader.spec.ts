import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { type CsvDialect, csvDialect } from '../mapping/table.schema.ts';
import { type CsvRecord, readCsv } from './csv.reader.ts';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Buffer, dialect: Partial<CsvDialect> = {}, size = 7): Promise<CsvRecord[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const records: CsvRecord[] = [];
  const chunks = inChunks(bytes, size);
  for await (const record of readCsv(chunks, 'log.csv', { ...csvDialect.parse({}), ...dialect })) records.push(record);
  return records;
}

const plain = (records: readonly CsvRecord[]) => records.map(({ line, fields }) => [line, ...fields]);

describe('CSV', () => {
  it.each([
    ['\n', 'a,b\n1,2\n'],
    ['\r\n', 'a,b\r\n1,2\r\n'],
    ['\r', 'a,b\r1,2\r'],
    ['no last line ending', 'a,b\n1,2'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['empty lines at the end', 'a,b\n1,2\n\n\n'],
  ])('reads a table with %s', async (_, text) => {
    expect(plain(await read(text))).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
  });

  it('names the line on which a record begins, through quotes, line endings of every kind and empty lines', async () => {
    const text = 'a,b\r\n1,"x\r\ny"\r\n\r\n2,"q""q"\n3,"m\n\r\nn"\r4\n';
    expect(plain(await read(text))).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\r\ny'],
      [5, '2', 'q"q'],
      [6, '3', 'm\n\r\nn'],
      [9, '4'],
    ]);
  });

  it('reads back whatever was written, in chunks of any size', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 });
    const table = fc.array(
      fc.tuple(fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', '"', 'é', '\n') }), cell),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, size, ending) => {
          const text = stringify(rows, { record_delimiter: ending, quoted: true });
          const records = await read(text, {}, size);
          expect(records.map(({ fields }) => fields)).toEqual(rows);
          const endings = (written: string) => written.match(/\r\n|\n|\r/g)?.length ?? 0;
          let line = 1;
          rows.forEach((row, index) => {
            expect(records[index]?.line).toBe(line);
            line += endings(row.join('')) + 1;
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps ragged rows as they are, for the rows to be judged one by one', async () => {
    expect(plain(await read('a,b\n1\n1,2,3\n'))).toEqual([
      [1, 'a', 'b'],
      [2, '1'],
      [3, '1', '2', '3'],
    ]);
  });

  it('reads other dialects', async () => {
    expect(plain(await read("a;b\n'x;y';2\n", { delimiter: ';', quote: "'" }))).toEqual([
      [1, 'a', 'b'],
      [2, 'x;y', '2'],
    ]);
  });

  it.each([
    ['utf-16le', Buffer.from('a,é\n1,€\n', 'utf16le')],
    ['utf-16be', Buffer.from('a,é\n1,€\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from([0x61, 0x2c, 0xe9, 0x0a, 0x31, 0x2c, 0x80, 0x0a])],
  ] as const)('reads %s when the mapping says so', async (encoding, bytes) => {
    expect(plain(await read(bytes, { encoding }, 3))).toEqual([
      [1, 'a', 'é'],
      [2, '1', '€'],
    ]);
  });

  it('knows UTF-16 by its byte order mark', async () => {
    const bytes = Buffer.from('\uFEFFa,é\n', 'utf16le');
    expect(plain(await read(bytes, {}, 5))).toEqual([[1, 'a', 'é']]);
    await expect(read(bytes, { encoding: 'utf-8' })).rejects.toThrow(
      'log.csv: begins with the byte order mark of utf-16le, and csv.encoding says utf-8',
    );
  });

  it.each([1, 2, 3, 5, 64])('names line and byte of what is not UTF-8, in chunks of %s', async (size) => {
    const bytes = Buffer.concat([Buffer.from('naïve,€\n1,Ω\n2,Zo'), Buffer.from([0xeb, 0x0a]), Buffer.from('3,x\n')]);
    const place = bytes.indexOf(0xeb) + 1;
    await expect(read(bytes, {}, size)).rejects.toThrow(
      new RegExp(`^log.csv, line 3: byte ${place} of the file is not UTF-8`),
    );
  });

  it('finds a character cut off at the very end', async () => {
    await expect(read(Buffer.from([0x61, 0x0a, 0xe2, 0x82]))).rejects.toThrow(/line 2: byte 3 of the file/);
  });

  it('names the line of half a UTF-16 character', async () => {
    const bytes = Buffer.concat([Buffer.from('a\nb\n', 'utf16le'), Buffer.from([0x00, 0xd8, 0x0a, 0x00])]);
    await expect(read(bytes, { encoding: 'utf-16le' }, 4)).rejects.toThrow(/line 3: there are bytes/);
  });

  it.each([
    ['a,b\n1,"x\n2,3\n', 'log.csv, line 2: a quote is opened in this record and never closed'],
    ['a,b\n\n\n1,"x\n', 'log.csv, line 4: a quote is opened'],
    ['a,b\n1,x"y\n', 'log.csv, line 2: a quote stands inside a field'],
    ['a,b\r\n"1\r\n\r\n",2\r\n3,"x"y\r\n', 'log.csv, line 5: a closing quote is followed by more text'],
  ])('explains quotes that are out of place, without quoting the cell: %j', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('gives up a record that a quote made endless, not after the whole file', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('a,b\n1,"');
      for (; sent < 1_000; sent += 1) yield Buffer.alloc(64 * 1024, 'x\n');
    }
    const records = readCsv(endless(), 'log.csv', csvDialect.parse({}));
    await expect(
      (async () => {
        for await (const _ of records);
      })(),
    ).rejects.toThrow(/line 2: this record is larger than/);
    expect(sent).toBeLessThan(100);
  });
});
