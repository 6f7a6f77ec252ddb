import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from '#domain';
import { mappingJson } from '../../test/imports/mapping.factory.ts';
import { type TestDatabase, createDatabase } from '../../test/postgres.ts';
import { runCli } from './cli.ts';
import { withSession } from './operator.session.ts';
import type { Terminal } from './terminal.ts';

const TRIAL = 'test/imports/tables/trial.mapping.json';

/** Keeps what a command writes. */
class Screen implements Terminal {
  readonly interactive = false;
  readonly lines: string[] = [];
  out = (text: string) => void this.lines.push(text);
  error = (text: string) => void this.lines.push(text);
  get text(): string {
    return this.lines.join('\n');
  }
}

describe('npm run cli -- import', () => {
  let database: TestDatabase;
  let folder: string;
  let mapping: string;
  let file: string;
  let screen: Screen;
  const before = { ...process.env };

  beforeAll(async () => {
    database = await createDatabase();
    folder = await mkdtemp(join(tmpdir(), 'cli-import-'));
    [mapping, file] = [join(folder, 'log.mapping.json'), join(folder, 'log.csv')];
    const key = Buffer.alloc(32, 3).toString('base64');
    Object.assign(process.env, { DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), MASTER_KEY: key });
    await writeFile(mapping, JSON.stringify(mappingJson()));
  });
  afterAll(async () => {
    for (const name of ['DATABASE_URL', 'DATA_DIR', 'MASTER_KEY']) delete process.env[name];
    Object.assign(process.env, before);
    await rm(folder, { recursive: true, force: true });
    await database.drop();
  });
  beforeEach(() => {
    screen = new Screen();
  });

  const run = (...parameters: readonly string[]) =>
    runCli(['import', ...parameters], screen, new AbortController().signal);
  const write = (...rows: readonly string[]) => writeFile(file, ['who,n,from,to', ...rows, ''].join('\n'));
  const facts = () =>
    withSession(screen, async ({ engine }) => {
      const types: string[] = [];
      for await (const { events } of engine.store.readAll()) types.push(...events.map((event) => decode(event).type));
      return types;
    });

  const FIRST = '1,0,2023-05-01 10:00:00,2023-05-01 10:30:00';
  const SECOND = '2,0,2023-05-02 10:00:00,2023-05-02 10:30:00';

  it('dry, for real, again, with new rows, with a changed row: each time only what is missing', async () => {
    await write(FIRST);
    expect(await run(file, '-m', mapping, '--dry-run')).toBe(0);
    expect(screen.text).toMatch(/Dry run: no event was written/);
    expect(await facts()).toEqual([]);

    expect(await run(file, '-m', mapping)).toBe(0);
    const written = ['StudyRegistered', 'ParticipantEnrolled', 'HomeworkAssigned', 'AttemptStarted', 'AttemptRecorded'];
    expect(await facts()).toEqual(written);
    expect(await run(file, '-m', mapping)).toBe(0);
    expect(screen.text).toMatch(/already there +1\n/);
    expect(await facts()).toEqual(written);

    await write(FIRST, SECOND);
    expect(await run(file, '-m', mapping)).toBe(0);
    expect((await facts()).slice(written.length)).toEqual(written.slice(1));

    await write(FIRST.replace('10:30', '10:45'), SECOND);
    expect(await run(file, '-m', mapping)).toBe(3);
    expect(screen.text).toContain('line 2, AttemptRecorded, endedAt: offered');
    expect(await run(file, '-m', mapping, '--correct')).toBe(0);
    expect((await facts()).at(-1)).toBe('EntryCorrected');
    expect(await run(file, '-m', mapping, '--correct')).toBe(0);
    expect(await facts()).toHaveLength(10);
  });

  it('takes several files, beside the mapping or by name, and tells the tables of its rejects apart', async () => {
    expect(await run('-m', TRIAL)).toBe(0);
    expect(screen.text).toMatch(/rows read +5\n {2}imported +5\n/);
    expect(await run('-m', TRIAL)).toBe(0);
    expect(screen.text).toMatch(/already there +5\n/);
    const visits = join(folder, 'visits.csv');
    await writeFile(visits, 'pid;visit;week;phq1;phq2;phq3;gad;treat\nt1;pre;0;1,5;2;3;12;CBT\nt9;pre;0;1;1;1;1;CBT\n');
    const rejects = join(folder, 'trial.rejects.csv');
    expect(await run('-m', TRIAL, '--file', `visits=${visits}`, '--rejects', rejects)).toBe(3);
    expect(screen.text).toContain('visits, line 3, column "pid": has no row in the file patients');
    expect(await readFile(rejects, 'utf8')).toMatch(/^visits,3,pid,t9,/m);
  });

  it('reports rejected rows without showing their values on the screen', async () => {
    await write(FIRST, 'Anna Berg,0,2023-05-02 10:00:00,2023-05-02 10:30:00');
    const rejects = join(folder, 'log.rejects.csv');
    expect(await run(file, '-m', mapping, '--study', 'other', '--rejects', rejects)).toBe(3);
    expect(screen.text).toContain('line 3, column "who": a code consists of');
    expect(screen.text).not.toContain('Anna');
    expect(await readFile(rejects, 'utf8')).toMatch(/^3,who,Anna Berg,/m);
  });

  it.each([
    [['-m', 'x.json'], /x\.json is not a mapping .*cannot be opened \(ENOENT\)/s],
    [['-m', 'm', '--file', 'visits'], /It must be <name>=<path>/],
    [['-m', 'm', '--file', 'a=1', '--file', 'a=2'], /a is there twice/],
    [['x.csv', '-m', TRIAL, '--file', 'visits=v.csv'], /Give either one file, or files by their names/],
    [['-m', TRIAL, '--file', 'nobody=v.csv'], /nobody: is not the name of a file of the mapping/],
    [['x.csv', '-m', TRIAL], /is one file, and the mapping names patients, visits/],
    [['x.csv'], /required option '-m, --mapping <file>' not specified/],
    [
      ['x.csv', '-m', '/missing.json'],
      /^\/missing.json is not a mapping that can be used:\n {2}cannot be opened \(ENOENT\)/,
    ],
    [['x.csv', '-m', '/dev/zero'], /is not a regular file/],
    [['x.csv', '-m', 'm', '--concurrency', '0'], /whole number from 1 to 256/],
    [['x.csv', '-m', 'm', '--study', '../x'], /letters, digits/],
    [['x.csv', '-m', 'm', '--colour'], /unknown option '--colour'/],
  ])('answers %j with exit code 2 and the reason', async (parameters, reason) => {
    expect(await run(...parameters)).toBe(2);
    expect(screen.text).toMatch(reason);
  });

  it('answers a file that cannot be read with exit code 2, and leaves nothing behind', async () => {
    await writeFile(file, Buffer.from([0x77, 0xff, 0x0a]));
    const there = await readdir(folder);
    expect(await run(file, '-m', mapping, '--rejects', join(folder, 'none.csv'))).toBe(2);
    expect(screen.text).toContain('byte 2 of the file is not UTF-8');
    expect(await readdir(folder)).toEqual(there);
  });

  it('answers a definition that is none with exit code 2', async () => {
    const definitions = [
      { kind: 'built-in', id: 'nonsense' },
      { kind: 'inline', definition: { format: 'x' } },
    ];
    const other = join(folder, 'other.mapping.json');
    await writeFile(other, JSON.stringify(mappingJson({}, { definitions })));
    expect(await run(file, '-m', other)).toBe(2);
    expect(screen.text).toMatch(
      /definitions\.0\.id: there is no built-in definition of this id; there are g-icbt-published/,
    );
    expect(screen.text).toMatch(/definitions\.1\.definition, .*format/);
  });

  it('answers an environment that cannot be used with exit code 1', async () => {
    await write(FIRST);
    process.env['MASTER_KEY'] = 'short';
    expect(await run(file, '-m', mapping)).toBe(1);
    expect(screen.text).toMatch(/MASTER_KEY: expected 32 bytes/);
  });
});

describe('npm run cli', () => {
  it('helps', async () => {
    const screen = new Screen();
    expect(await runCli(['--help'], screen, new AbortController().signal)).toBe(0);
    expect(screen.text).toMatch(/import .*import tables/s);
    expect(screen.text).toContain('Exit codes:');
    expect(await runCli(['imprt'], screen, new AbortController().signal)).toBe(2);
    expect(screen.text).toContain("unknown command 'imprt'");
  });
});
