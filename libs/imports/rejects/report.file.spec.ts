import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReportFile } from './report.file.ts';

const COLUMNS = ['line', 'column', 'value', 'reason'];

describe('a report', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'));
    path = join(folder, 'rejects.csv');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const create = (sources: readonly string[] = []) => ReportFile.create(path, COLUMNS, sources);

  it('is CSV by RFC 4180, and no value of it is a formula', async () => {
    const report = await create();
    const values = ['=1+1', '+1', '-1', '@x', '\tx', 'a,"b"\r\nc', 'ok', 'x'.repeat(600)];
    for (const value of values) await report.add(['2', 'who', value, 'is not a code']);
    await report.finish();
    const text = await readFile(path, 'utf8');
    expect(text.startsWith('line,column,value,reason\r\n')).toBe(true);
    const rows: string[][] = parse(text, { from_line: 2, relax_column_count: true });
    expect(rows.map(([, , value]) => value)).toEqual([
      ...["'=1+1", "'+1", "'-1", "'@x", "'\tx"],
      'a,"b"\r\nc',
      'ok',
      `${'x'.repeat(500)}…`,
    ]);
  });

  it('appears only when it is complete', async () => {
    const report = await create();
    for (let line = 0; line < 5_000; line += 1) await report.add([String(line), 'who', 'value', 'reason']);
    expect(existsSync(path)).toBe(false);
    await report.discard();
    expect(await readdir(folder)).toEqual([]);
  });

  const full = existsSync('/dev/full') ? it : it.skip;
  full('says that the disk is full and leaves nothing behind', async () => {
    const report = await ReportFile.create(path, COLUMNS, [], () => open('/dev/full', 'w'));
    await report.add(['2', 'who', 'value', 'reason']);
    await expect(report.finish()).rejects.toThrow(`${path}: the disk is full`);
    await report.discard();
    expect(await readdir(folder)).toEqual([]);
  });

  it('replaces an earlier report and nothing else', async () => {
    await (await create()).finish();
    await (await create()).finish();
    await writeFile(path, 'who,n\n1,2\n');
    await expect(create()).rejects.toThrow(`${path}: is there and is not an earlier report; name another file`);
    await expect(create([path])).rejects.toThrow(`${path}: is the file being read`);
    path = folder;
    await expect(create()).rejects.toThrow(/is there and is not a file/);
    path = join(folder, 'missing', 'rejects.csv');
    await expect(create()).rejects.toThrow(/cannot be written \(ENOENT\)/);
  });
});
