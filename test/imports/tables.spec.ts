import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportRequest, type ImportSummary, importTables, readMapping } from '#imports';
import { MemoryPlatform } from './memory.platform.ts';

const FOLDER = 'test/imports/tables';
const ACTOR = { id: 'spec', role: 'operator' };

describe('a table that nobody here has seen', () => {
  let folder: string;
  let platform: MemoryPlatform;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tables-'));
    platform = new MemoryPlatform();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** @param edit changes the text of the mapping, as its author would */
  const run = async (
    name: string,
    { edit = (text) => text, ...change }: Partial<ImportRequest> & { edit?: (text: string) => string } = {},
  ): Promise<ImportSummary> => {
    const path = join(FOLDER, `${name}.mapping.json`);
    const mapping = readMapping(edit(await readFile(path, 'utf8')), path);
    const own = Object.fromEntries(Object.entries(mapping.files).map(([file, below]) => [file, join(FOLDER, below)]));
    const files = { ...own, ...change.files };
    return importTables(
      { mapping, definitions: [], actor: ACTOR, now: Date.UTC(2025, 0, 1), concurrency: 1, ...change, files },
      platform,
    );
  };
  const edited = async (file: string, from: string, to: string) => {
    const text = await readFile(join(FOLDER, file), 'utf8');
    expect(text).toContain(from);
    const copy = join(folder, file);
    await writeFile(copy, text.replace(from, to));
    return copy;
  };
  const measures = () =>
    platform.of('MeasureRecorded').map(({ data }) => {
      const { participantId, instrument, occasion, reportedTotal } = data;
      return `${participantId} ${instrument.instrumentId} ${occasion} ${reportedTotal}`;
    });
  const missed = () =>
    platform.of('MeasureMissed').map(({ data, metadata }) => {
      const { participantId, occasion, reason } = data;
      return `${participantId} ${occasion} ${reason} ${metadata.occurredAt.slice(0, 10)}`;
    });
  const again = async (name: string, change: Partial<ImportRequest> = {}) => {
    const before = [platform.log.length, platform.commands];
    const summary = await run(name, { correct: true, ...change });
    expect([platform.log.length, platform.commands]).toEqual(before);
    return summary;
  };

  describe('a log of prompts', () => {
    it('makes each place in the day an assignment, each prompt an obligation, and each answer an attempt', async () => {
      const summary = await run('prompts');
      expect(summary).toMatchObject({
        rows: 7,
        imported: 6,
        rejected: 1,
        participantsEnrolled: 2,
        assignmentsConstructed: 4,
      });
      expect(summary.firstRejects[0]).toMatchObject({ line: 6, column: 'started' });
      const assigned = platform.of('HomeworkAssigned').map(({ data }) => [data.assignmentId, data.terms.due]);
      expect(assigned).toContainEqual([
        'esm:e1:esm-1',
        expect.objectContaining({ kind: 'recurring', from: '2024-03-30', to: '2024-03-31' }),
      ]);
      const of = (stream: string) => platform.log.filter((fact) => fact.stream === stream).map(({ type }) => type);
      expect(of('assignment-esm:e1:esm-1')).toEqual([
        'HomeworkAssigned',
        ...['OccurrenceDue', 'AttemptStarted', 'AttemptRecorded'],
        ...['OccurrenceDue', 'AttemptStarted'],
      ]);
      expect(of('assignment-esm:e1:esm-2')).toEqual([
        'HomeworkAssigned',
        'OccurrenceDue',
        ...['OccurrenceDue', 'OccurrenceVoided'],
      ]);
      // Summer time began on 31 March in Oslo.
      const due = platform.of('OccurrenceDue').map(({ data }) => data.dueAt);
      expect(due.slice(0, 4)).toEqual([
        '2024-03-30T08:00:00.000Z',
        '2024-03-30T14:00:00.000Z',
        '2024-03-31T07:00:00.000Z',
        '2024-03-31T13:00:00.000Z',
      ]);
    });

    it('follows a participant into another time zone', async () => {
      await run('prompts');
      expect(platform.of('ParticipantEnrolled').map(({ data }) => data.timeZone)).toEqual([
        'Europe/Oslo',
        'Europe/Oslo',
      ]);
      expect(platform.of('TimeZoneChanged').map(({ data }) => data)).toEqual([
        { timeZone: 'America/New_York', from: '2024-04-01' },
      ]);
      expect(platform.of('OccurrenceDue').map(({ data }) => data.dueAt)).toContain('2024-04-01T13:00:00.000Z');
    });

    it('reports what was not answered only where the mapping says so', async () => {
      await run('prompts');
      expect(platform.of('OccurrenceReported')).toEqual([]);
      platform = new MemoryPlatform();
      const edit = (text: string) =>
        text.replace('"name": "esm"', '"name": "esm", "unanswered": {"kind": "reported", "state": "not-done"}');
      await run('prompts', { edit });
      expect(platform.of('OccurrenceReported').map(({ data }) => data)).toEqual([
        { occurrence: '2024-03-30', informant: 'device', state: 'not-done' },
      ]);
    });

    it('adds nothing the second time', async () => {
      await run('prompts');
      expect(await again('prompts')).toMatchObject({ imported: 0, alreadyThere: 6, rejected: 1, eventsWritten: 0 });
    });
  });

  describe('several scales a visit in two files', () => {
    it('joins, derives, counts weeks from the other file and tells what is missing', async () => {
      expect(await run('trial')).toMatchObject({ rows: 5, imported: 5, rejected: 0, participants: 2 });
      expect(measures()).toEqual([
        'trial-two-files:t1 short-phq pre 6.5',
        'trial-two-files:t1 gad-7 pre 12',
        'trial-two-files:t1 short-phq post 1',
        'trial-two-files:t1 gad-7 post 5',
        'trial-two-files:t2 short-phq pre 9',
        'trial-two-files:t2 gad-7 pre 18',
      ]);
      const [, , post] = platform.of('MeasureRecorded');
      expect(post).toMatchObject({
        data: { items: { q1: 0, q2: null, q3: 1 } },
        metadata: { occurredAt: '2024-03-31T22:00:00.000Z', occurredPrecision: 'day' },
      });
      expect(missed()).toEqual(['trial-two-files:t2 post drop-out 2024-04-02']);
      expect(platform.of('BaselineRecorded').map(({ data }) => data.characteristics)).toEqual([
        { arm: 'CBT', age: 41.5 },
        { arm: 'TAU', age: 33 },
        { arm: 'CBT' },
        { arm: 'TAU' },
      ]);
    });

    it('is refused as a whole where the second file contradicts the first', async () => {
      const files = { visits: join(FOLDER, 'trial-visits.contradicting.csv') };
      await expect(run('trial', { files })).rejects.toThrow(
        /trial-visits\.contradicting\.csv, line 3: the column "treat" contradicts line 3 of .*trial-patients\.csv/,
      );
      expect(platform.log).toEqual([]);
    });

    it('rejects the contradicting row where the mapping says so', async () => {
      const files = { visits: join(FOLDER, 'trial-visits.contradicting.csv') };
      const edit = (text: string) => text.replace('"format": 1', '"format": 1, "contradictions": "reject"');
      const summary = await run('trial', { files, edit });
      expect(summary).toMatchObject({ rejected: 1 });
      expect(summary.firstRejects).toEqual([
        {
          table: 'visits',
          line: 3,
          column: 'treat',
          value: '',
          reason: expect.stringMatching(/contradicts line 3 of/),
        },
      ]);
      expect(measures().some((measure) => measure.includes(':t2'))).toBe(false);
    });

    it('offers a row that changed as a correction, and corrects it when asked to', async () => {
      await run('trial');
      const visits = await edited('trial-visits.csv', 'pre;0;1,5;2;3;12', 'pre;0;1,5;2;3;11');
      expect(await run('trial', { files: { visits } })).toMatchObject({ correctionsOffered: 1, imported: 0 });
      expect(await run('trial', { files: { visits }, correct: true })).toMatchObject({
        corrected: 1,
        eventsWritten: 1,
      });
      expect(platform.of('EntryCorrected')[0]?.data.replacement).toMatchObject({ reportedTotal: 11 });
      await again('trial', { files: { visits } });
    });

    it('names the file that nobody gave, a code that the other file lacks, and a key it has twice', async () => {
      const edit = (text: string) => text.replace('"visits": "trial-visits.csv"', '"patients": "trial-patients.csv"');
      await expect(
        run('trial', { edit: (text) => edit(text).replace('"patients": "trial-patients.csv",', '') }),
      ).rejects.toThrow(/^visits: which file is it\? --file visits=/);
      const visits = await edited('trial-visits.csv', 't2;pre', 't9;pre');
      const summary = await run('trial', { files: { visits }, dryRun: true });
      expect(summary.firstRejects[0]).toMatchObject({
        line: 4,
        column: 'pid',
        reason: 'has no row in the file patients',
      });
      const patients = await edited('trial-patients.csv', 't2;2', 't1;2');
      await expect(run('trial', { files: { patients } })).rejects.toThrow(
        /line 3: has the key \("patient"\) of line 2/,
      );
    });
  });

  describe('symptoms session by session in two arms', () => {
    it('tells intermittent from monotone absence, and rejects who changes arms', async () => {
      const summary = await run('sessions');
      expect(summary).toMatchObject({ rows: 8, rejected: 1, participantsEnrolled: 3 });
      expect(summary.firstRejects).toEqual([
        { line: 9, column: 'arm', value: 'treatment', reason: expect.stringMatching(/contradicts line 8/) },
      ]);
      expect(missed()).toEqual([
        'two-arms:a session-3 unknown 2024-01-14',
        'two-arms:b session-3 drop-out 2024-01-14',
        'two-arms:b session-4 drop-out 2024-01-21',
        ...[3, 4].map((n) => `two-arms:c session-${n} drop-out 2024-01-${String(n * 7 - 7).padStart(2, '0')}`),
      ]);
      expect(await again('sessions')).toMatchObject({ imported: 0, rejected: 1 });
    });
  });

  describe('repeated person-days and medication', () => {
    it('takes the mean, leaves missing cells out, and tells changes of medication', async () => {
      expect(await run('days')).toMatchObject({ rows: 6, imported: 5, merged: 1, rejected: 0 });
      expect(measures()).toContain('person-days:d1 daily-score day-2024-01-02 10');
      expect(measures()).toContain('person-days:d1 steps day-2024-01-02 2500');
      expect(measures().some((measure) => measure.startsWith('person-days:d2 steps'))).toBe(false);
      const changes = platform.of('ConcomitantTreatmentChanged').map(({ data }) => `${data.change} ${data.on}`);
      expect(changes).toEqual([
        'started 2024-01-02',
        'dose-raised 2024-01-03',
        'stopped 2024-01-04',
        'unchanged 2024-01-01',
      ]);
      expect(await again('days')).toMatchObject({ imported: 0, merged: 1, alreadyThere: 5 });
    });

    const rule = (kind: string) => (text: string) =>
      text.replace(/"duplicates": \{[^}]*\}/, `"duplicates": { "kind": "${kind}" }`);
    it.each([
      ['keep-first', 8],
      ['keep-last', 12],
    ])('%s keeps one and says so of the other', async (kind, score) => {
      const summary = await run('days', { edit: rule(kind) });
      expect(summary).toMatchObject({ imported: 5, rejected: 1 });
      expect(measures()).toContain(`person-days:d1 daily-score day-2024-01-02 ${score}`);
      expect(summary.firstRejects[0]?.reason).toMatch(
        kind === 'keep-first' ? /key of line 3/ : /line 4 has the same key/,
      );
    });

    it('refuses the file by default, naming both lines', async () => {
      await expect(run('days', { edit: rule('refuse') })).rejects.toThrow(/line 4: has the key \("day"\) of line 3/);
      expect(platform.log).toEqual([]);
    });

    it('rejects repeated days that differ in more than their numbers', async () => {
      const days = await edited('days.csv', '12,3000,sertraline', '12,3000,none');
      expect(await run('days', { files: { days } })).toMatchObject({ rejected: 2, merged: 0 });
    });

    it('rejects a change of medication out of the order of time', async () => {
      const days = await edited('days.csv', '2024-01-04', '2023-12-04');
      const { firstRejects } = await run('days', { files: { days } });
      expect(firstRejects).toMatchObject([{ line: 6, column: 'drug' }]);
    });
  });

  it.each(['prompts', 'trial', 'sessions', 'days'])(
    'goes on with %s where it was killed, and leaves the log that one undisturbed run leaves',
    async (name) => {
      const contents = () =>
        platform.log.map(({ id, stream, type, data }) => JSON.stringify([stream, id, type, data])).sort();
      await run(name);
      const undisturbed = contents();
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 3 }), async (kills) => {
          platform = new MemoryPlatform();
          for (const after of kills) {
            let left = after;
            platform.beforeCommand = () => {
              if ((left -= 1) < 0) throw new Error('killed');
            };
            await run(name, { concurrency: 2 }).catch(() => undefined);
          }
          platform.beforeCommand = () => undefined;
          await run(name);
          expect(contents()).toEqual(undisturbed);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('records a measure that was missed and turns up, and reports one that was recorded and is gone', async () => {
    await run('sessions');
    const found = await edited('sessions.csv', 'b,control,3,NA', 'b,control,3,19');
    expect(await run('sessions', { files: { sessions: found } })).toMatchObject({ imported: 1, eventsWritten: 1 });
    expect(measures()).toContain('two-arms:b symptoms session-3 19');
    const gone = await edited('sessions.csv', 'a,treatment,4,9', 'a,treatment,4,NA');
    const summary = await run('sessions', { files: { sessions: gone }, correct: true });
    expect(summary).toMatchObject({ eventsWritten: 0 });
    expect(summary.firstRejects.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/measure/i));
  });

  it('shows in a dry run what would happen, and writes nothing', async () => {
    const { eventsWritten: _, seconds: __, dryRun: ___, ...shown } = await run('trial', { dryRun: true });
    expect(platform.commands).toBe(0);
    expect(await run('trial')).toMatchObject(shown);
  });

  it.each([
    ['days', '"column": "score"', '"column": "skore"', /there is no column "skore"/],
    ['trial', '"kind": "sum"', '"kind": "eval"', /tables\.1\.derived\.0\.value\.kind: /],
    ['trial', '"name": "phq"', '"name": "phq1"', /tables\.1\.derived\.0\.value: "phq1" is derived here or later/],
    ['trial', '"trial-visits.csv"', '"../../../etc/passwd"', /files\.visits: must be a path below/],
    ['sessions', /"origin": \{[^}]*\},/, '', /tables\.0\.at: counts from an origin/],
    ['sessions', '"occasion": "session-2"', '"occasion": "session-1"', /the occasion "session-1" is there twice/],
    ['days', '"score",', '"day",', /duplicates\.of: "day" identifies the row/],
  ])('names what is wrong with the mapping of %s: %s → %s', async (name, from, to, problem) => {
    await expect(run(name, { edit: (text) => text.replace(from, to) })).rejects.toThrow(problem);
    expect(platform.log).toEqual([]);
  });
});
