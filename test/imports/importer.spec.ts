import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fact, effective } from '#domain';
import { type ImportRequest, type ImportSummary, importTables } from '#imports';
import { mappingOf } from './mapping.factory.ts';
import { MemoryPlatform } from './memory.platform.ts';

// Executes E6-4.2.5.

const HEADER = 'who,n,from,to';
const ACTOR = { id: 'spec', role: 'operator' };

/** A row that starts on the given day of May 2023, at 10 o'clock in Stockholm. */
function row(who: string, n: number, day = n + 1, minutes = 30): string {
  const date = `2023-05-${String(day).padStart(2, '0')}`;
  return `${who},${n},${date} 10:00:00,${date} 10:${String(minutes).padStart(2, '0')}:00`;
}

/** What the log says, whatever the order in which streams were written. */
function contentOf(log: readonly Fact[]): string[] {
  return log.map(({ id, stream, revision, type, data }) => JSON.stringify([stream, revision, id, type, data])).sort();
}

describe('the importer', () => {
  let folder: string;
  let file: string;
  let platform: MemoryPlatform;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'importer-'));
    file = join(folder, 'log.csv');
    platform = new MemoryPlatform();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (...rows: readonly string[]) => writeFile(file, [HEADER, ...rows, ''].join('\n'));
  const run = (change: Partial<ImportRequest> = {}): Promise<ImportSummary> =>
    importTables(
      { mapping: mappingOf(), file, definitions: [], actor: ACTOR, now: Date.UTC(2024, 0, 1), ...change },
      platform,
    );
  const standing = (stream: string) => effective<Fact>(platform.log.filter((fact) => fact.stream === stream));

  it('enrols at the first start, constructs the assignment and records each attempt with both times', async () => {
    await write(row('b', 1), row('b', 0), row('a', 0, 9));
    expect(await run()).toMatchObject({
      rows: 3,
      imported: 3,
      rejected: 0,
      participants: 2,
      participantsEnrolled: 2,
      assignmentsConstructed: 2,
      eventsWritten: 11,
      preparations: ['registered the study trial'],
      complete: true,
    });
    const [enrolled] = platform.of('ParticipantEnrolled').filter(({ data }) => data.code === 'b');
    expect(enrolled?.metadata).toMatchObject({ source: 'import', occurredAt: '2023-05-01T08:00:00.000Z' });
    const stream = 'assignment-trial:b:programme';
    expect(standing(stream).map(({ type }) => type)).toEqual([
      'HomeworkAssigned',
      ...['AttemptStarted', 'AttemptRecorded', 'AttemptStarted', 'AttemptRecorded'],
    ]);
    expect(standing(stream)[0]).toMatchObject({
      data: { analystConstruction: true, participantId: 'trial:b', terms: { due: { kind: 'open' } } },
      metadata: { occurredAt: '2023-05-01T08:00:00.000Z' },
    });
    expect(standing(stream)[2]).toMatchObject({
      data: { startedAt: '2023-05-02T08:00:00.000Z', endedAt: '2023-05-02T08:30:00.000Z', informant: 'device' },
      metadata: { occurredAt: '2023-05-02T08:30:00.000Z', occurredPrecision: 'instant', source: 'import' },
    });
  });

  it('adds nothing the second time, and sends no command', async () => {
    await write(row('a', 0), row('b', 0), row('a', 1));
    await run();
    const before = [platform.log.length, platform.commands];
    expect(await run({ correct: true })).toMatchObject({
      imported: 0,
      alreadyThere: 3,
      eventsWritten: 0,
      preparations: [],
    });
    expect([platform.log.length, platform.commands]).toEqual(before);
  });

  it('goes on where it was killed, whenever that was, and leaves the log that one undisturbed run leaves', async () => {
    const rows = ['a', 'b', 'c'].flatMap((who) => [0, 1, 2].map((n) => row(who, n)));
    await write(...rows);
    await run();
    const undisturbed = contentOf(platform.log);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }), async (kills) => {
        platform = new MemoryPlatform();
        for (const after of kills) {
          let left = after;
          platform.beforeCommand = () => {
            if ((left -= 1) < 0) throw new Error('killed');
          };
          await run({ concurrency: 2 }).catch(() => undefined);
        }
        platform.beforeCommand = () => undefined;
        await run();
        expect(contentOf(platform.log)).toEqual(undisturbed);
      }),
      { numRuns: 60 },
    );
  });

  it('adds only the rows that are new', async () => {
    await write(row('a', 0));
    await run();
    await write(row('a', 0), row('a', 1), row('b', 0));
    expect(await run()).toMatchObject({ imported: 2, alreadyThere: 1, participantsEnrolled: 1, eventsWritten: 6 });
  });

  it('shows in a dry run what would happen, and sends nothing', async () => {
    await write(row('a', 0), row('b', 0), 'c,0,x,y');
    const rejectsFile = join(folder, 'rejects.csv');
    const shown = await run({ dryRun: true, rejectsFile });
    expect(platform.commands).toBe(0);
    expect(await readFile(rejectsFile, 'utf8')).toContain('4,from,x,');
    const done = await run();
    const { eventsWritten: _, seconds: __, dryRun: ___, ...counts } = done;
    expect(shown).toMatchObject(counts);
    expect(shown.ranges).toEqual({
      firstStart: Date.UTC(2023, 4, 1, 8),
      lastStart: Date.UTC(2023, 4, 1, 8),
      shortest: 1_800_000,
      longest: 1_800_000,
    });
  });

  describe('a row that changed', () => {
    const stream = 'assignment-trial:a:programme';
    const minutes = () =>
      standing(stream).flatMap((fact) => (fact.type === 'AttemptRecorded' ? [fact.data.endedAt] : []));
    beforeEach(async () => {
      await write(row('a', 0, 1, 30));
      await run();
      await write(row('a', 0, 1, 45));
    });

    it('is offered as a correction of the entries it affects, and not sent', async () => {
      const correctionsFile = join(folder, 'corrections.csv');
      const summary = await run({ correctionsFile });
      expect(summary).toMatchObject({ correctionsOffered: 1, corrected: 0, alreadyThere: 0, eventsWritten: 0 });
      expect(summary.firstCorrections).toEqual([
        {
          line: 2,
          entryId: platform.of('AttemptRecorded')[0]?.id,
          event: 'AttemptRecorded',
          field: 'endedAt',
          logged: '2023-05-01T08:30:00.000Z',
          filed: '2023-05-01T08:45:00.000Z',
          status: 'offered',
        },
      ]);
      expect(await readFile(correctionsFile, 'utf8')).toContain('AttemptRecorded,endedAt,2023-05-01T08:30');
    });

    it('is corrected once when that is wanted', async () => {
      expect(await run({ correct: true })).toMatchObject({ corrected: 1, eventsWritten: 1 });
      expect(minutes()).toEqual(['2023-05-01T08:45:00.000Z']);
      expect(platform.of('EntryCorrected')[0]?.data).toMatchObject({
        reason: 'source-changed',
        entryType: 'AttemptRecorded',
      });
      expect(await run({ correct: true })).toMatchObject({ alreadyThere: 1, corrected: 0, eventsWritten: 0 });
    });

    it('may change back and forth', async () => {
      for (const end of [45, 30, 45, 50]) {
        await write(row('a', 0, 1, end));
        expect(await run({ correct: true })).toMatchObject({ corrected: 1 });
        expect(minutes()).toEqual([`2023-05-01T08:${end}:00.000Z`]);
      }
    });

    it('corrects both entries when the start changed', async () => {
      await write(row('a', 0, 2, 45));
      expect(await run({ correct: true })).toMatchObject({ corrected: 1, eventsWritten: 2 });
      const [started] = standing(stream).filter(({ type }) => type === 'AttemptStarted');
      expect(started?.data).toMatchObject({ startedAt: '2023-05-02T08:00:00.000Z', version: 1 });
    });

    it.each(['CorrectEntry', 'VoidEntry'])('is left to people when they did %s meanwhile', async (type) => {
      const [entry] = platform.of('AttemptRecorded');
      const replacement = type === 'CorrectEntry' ? { replacement: { ...entry?.data, outcome: 'full' } } : {};
      const record = { category: 'assignment', recordId: 'trial:a:programme', entryId: entry?.id, reason: 'other' };
      const command = { type, ...record, ...replacement };
      await platform.execute('assignment', command, {
        commandId: '0190a000-0000-7000-8000-000000000001',
        actor: ACTOR,
        source: 'web' as 'import',
      });
      expect(await run({ correct: true })).toMatchObject({ conflicts: 1, corrected: 0, eventsWritten: 0 });
      // The row as it was imported: what people made of the entry stands.
      await write(row('a', 0, 1, 30));
      expect(await run({ correct: true })).toMatchObject({ alreadyThere: 1, conflicts: 0, eventsWritten: 0 });
    });
  });

  describe('rows with the same key', () => {
    it('make the file refused, with both lines and before anything is written', async () => {
      await write(row('a', 0), row('b', 0), row('a', 0, 2));
      await expect(run()).rejects.toThrow(`${file}, line 4: has the key ("n") of line 2`);
      expect(platform.commands).toBe(0);
    });

    it('are rejected but for the first when the mapping says so, however far apart', async () => {
      const between = Array.from({ length: 5_000 }, (_, index) => row(`p${index}`, 0));
      await write(row('a', 0), ...between, row('a', 0, 2));
      const mapping = mappingOf({ duplicates: 'keep-first' });
      const summary = await run({ mapping });
      expect(summary).toMatchObject({ imported: 5_001, rejected: 1 });
      expect(summary.firstRejects).toEqual([{ line: 5_003, column: 'n', value: '0', reason: 'has the key of line 2' }]);
      expect(await run({ mapping, correct: true })).toMatchObject({ alreadyThere: 5_001, rejected: 1, corrected: 0 });
    });
  });

  it('reports rejected rows by line, column, value and reason, and imports the others', async () => {
    const rejectsFile = join(folder, 'rejects.csv');
    await write(row('a', 0), '=cmd(),1,2023-05-01 10:00:00,2023-05-01 09:00:00', 'a,2', row('a', 3));
    expect(await run({ rejectsFile })).toMatchObject({ imported: 2, rejected: 2 });
    expect(await readFile(rejectsFile, 'utf8')).toBe(
      [
        'line,column,value,reason',
        `3,who,'=cmd(),"a code consists of letters, digits and . _ ~ : - only"`,
        '3,to,2023-05-01 09:00:00,the attempt ends before it starts',
        '4,,,"has 2 fields, and the header has 4"',
        '',
      ].join('\r\n'),
    );
  });

  it('rejects rows of participants who left before the assignment could be made', async () => {
    await write(row('a', 0));
    await platform.execute(
      'study',
      { type: 'RegisterStudy', studyId: 'trial', title: 'T', timeZone: 'Europe/Stockholm' } as never,
      context(1),
    );
    await platform.execute(
      'participant',
      { type: 'EnrolParticipant', participantId: 'trial:a', studyId: 'trial', code: 'a' } as never,
      context(2),
    );
    await platform.execute(
      'participant',
      { type: 'DiscontinueParticipant', participantId: 'trial:a', from: 'study', reason: 'moved' } as never,
      context(3),
    );
    const summary = await run();
    expect(summary).toMatchObject({ rejected: 1, imported: 0, participantsEnrolled: 0 });
    expect(summary.firstRejects[0]?.reason).toBe('AssignHomework: The participant has left the study.');
  });

  it('works on many participants at once and on the rows of one in their order', async () => {
    const people = Array.from({ length: 40 }, (_, index) => `p${index}`);
    await write(...[0, 1, 2].flatMap((n) => people.map((who) => row(who, n))));
    let [inFlight, most] = [0, 0];
    platform.beforeCommand = async () => {
      most = Math.max(most, (inFlight += 1));
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
    };
    await run({ concurrency: 8 });
    expect(most).toBe(8);
    for (const who of people) {
      const starts = platform
        .of('AttemptStarted')
        .filter(({ stream }) => stream === `assignment-trial:${who}:programme`);
      expect(starts.map(({ data }) => data.startedAt)).toEqual(starts.map(({ data }) => data.startedAt).sort());
    }
  });

  it('stops on request, says so, and goes on the next time', async () => {
    await write(...Array.from({ length: 50 }, (_, index) => row(`p${index}`, 0)));
    const stop = new AbortController();
    platform.beforeCommand = () => {
      if (platform.commands >= 60) stop.abort();
    };
    const stopped = await run({ signal: stop.signal, concurrency: 2 });
    expect(stopped.complete).toBe(false);
    expect(stopped.imported).toBeLessThan(50);
    platform.beforeCommand = () => undefined;
    const rest = await run();
    expect(stopped.imported + rest.imported).toBe(50);
  });

  it('tells how far it is', async () => {
    await write(row('a', 0), row('b', 0));
    const seen: string[] = [];
    await run({ onProgress: ({ stage, done, total, unit }) => seen.push(`${stage} ${done}/${total} ${unit}`) });
    expect(seen[0]).toMatch(/^checking \d+\/\d+ bytes$/);
    expect(seen.at(-1)).toBe('importing 2/2 rows');
  });

  describe('the study', () => {
    beforeEach(() => write(row('a', 0)));

    it('must be there when the mapping does not register it', async () => {
      const study = { id: 'other', title: 'Other', timeZone: 'UTC' };
      await expect(run({ mapping: mappingOf({}, { study }) })).rejects.toThrow(/^study.id: there is no study other/);
      expect(platform.commands).toBe(0);
    });

    it('keeps its calendar', async () => {
      await run();
      const study = { id: 'trial', title: 'A trial', timeZone: 'UTC' };
      await expect(run({ mapping: mappingOf({}, { study }) })).rejects.toThrow(/^study.timeZone: /);
    });

    it('gets its site and definitions once', async () => {
      const site = { id: 'north', name: 'North', timeZone: 'Europe/Oslo' };
      const study = { id: 'trial', title: 'T', timeZone: 'Europe/Stockholm', whenMissing: 'register', site };
      const definitions = [{ id: 'days', version: 1, content: { id: 'days', version: 1 } }];
      const mapping = mappingOf({}, { study });
      expect((await run({ mapping, definitions })).preparations).toEqual([
        'registered the study trial',
        'opened the site north',
        'published the adherence definition days version 1',
      ]);
      expect(platform.of('ParticipantEnrolled')[0]?.data).toMatchObject({ siteId: 'north', timeZone: 'Europe/Oslo' });
      expect((await run({ mapping, definitions })).preparations).toEqual([]);
      const changed = [{ id: 'days', version: 1, content: { id: 'days', version: 1, title: 'x' } }];
      await expect(run({ mapping, definitions: changed })).rejects.toThrow(
        /published in the study trial with other content/,
      );
    });

    it('may be another one, with rows of its own', async () => {
      await run();
      const study = { id: 'trial', title: 'A trial', timeZone: 'Europe/Stockholm', whenMissing: 'register' };
      expect(await run({ mapping: mappingOf({}, { study }), studyId: 'copy' })).toMatchObject({ imported: 1 });
      expect(platform.of('AttemptStarted').map(({ stream }) => stream)).toEqual([
        'assignment-trial:a:programme',
        'assignment-copy:a:programme',
      ]);
      expect(new Set(platform.log.map(({ id }) => id)).size).toBe(platform.log.length);
    });
  });

  describe('a file', () => {
    it.each([
      ['', 'is empty'],
      ['\n\n', 'holds nothing but empty lines'],
      [`${HEADER}\n`, 'has a header and no rows'],
      [`\uFEFF${HEADER}\r\n`, 'has a header and no rows'],
      ['who,from,to\n', 'line 1: there is no column "n"'],
    ])('that is %j is refused', async (text, problem) => {
      await writeFile(file, text);
      await expect(run()).rejects.toThrow(problem);
      expect(platform.commands).toBe(0);
    });

    it('that is none is refused', async () => {
      await expect(run()).rejects.toThrow(`${file}: cannot be opened (ENOENT)`);
      await mkdir(file);
      await expect(run()).rejects.toThrow(`${file}: is not a regular file`);
    });

    it('with bytes that are not text is refused before anything is written', async () => {
      await write(row('a', 0), ...Array.from({ length: 5_000 }, (_, index) => row(`p${index}`, 0)));
      await appendFile(file, Buffer.from([0x78, 0xff, 0x0a]));
      await expect(run()).rejects.toThrow(/line 5003: byte \d+ of the file is not UTF-8/);
      expect(platform.commands).toBe(0);
    });

    it('that is written to while it is read is noticed, and nothing is lost by importing it again', async () => {
      await write(row('a', 0), row('b', 0));
      let changed = false;
      platform.beforeCommand = async () => {
        if (changed) return;
        changed = true;
        await appendFile(file, `${row('c', 0)}\n`);
      };
      await expect(run()).rejects.toThrow(
        `${file} changed while it was read; import it again once nothing writes to it`,
      );
      const { imported, alreadyThere } = await run();
      expect(imported + alreadyThere).toBe(3);
    });

    it('that is taken away while it is read is read to its end', async () => {
      await write(row('a', 0), row('b', 0));
      platform.beforeCommand = () => rm(file, { force: true });
      expect(await run()).toMatchObject({ imported: 2, complete: true });
    });
  });

  it('leaves no half report when it fails', async () => {
    await write('x,y,z,w', row('a', 0));
    platform.beforeCommand = () => {
      throw new Error('no database');
    };
    await expect(run({ rejectsFile: join(folder, 'r.csv'), correctionsFile: join(folder, 'c.csv') })).rejects.toThrow(
      'no database',
    );
    expect(await readdir(folder)).toEqual(['log.csv']);
  });

  it('never replaces what it reads', async () => {
    await write(row('a', 0));
    await expect(run({ rejectsFile: file })).rejects.toThrow('is the file being read');
    expect(await readFile(file, 'utf8')).toContain(HEADER);
  });
});

function context(n: number) {
  return { commandId: `0190a000-0000-7000-8000-00000000000${n}`, actor: ACTOR, source: 'import' as const };
}
