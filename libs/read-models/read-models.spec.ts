import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { completedHalf, gIcbtPublished, gIcbtWritten } from '#adherence';
import type { Position, RecordedEvent } from '#event-store';
import { MemoryEventStore } from '#event-store';
import { DAY, ExampleLog, exampleTerms } from '../../test/read-models/example.log.ts';
import { RandomHistory, steps } from '../../test/read-models/random.history.ts';
import { contentsOf, reading, ReadSide } from '../../test/read-models/read-side.ts';
import { attempts } from './attempts/attempts.projection.ts';
import { WRITER_LOCK } from './generations/generation.store.ts';
import { projections } from './read-models.catalogue.ts';
import type { ReadModels } from './read-models.ts';
import type { ProjectionHealth } from './runner/health.ts';
import { EVERYTHING } from './scope/scope.ts';
import { InvalidRead, ReadModelsBehind, UnknownLogIndex } from './snapshot/read.error.ts';

const DEFINITIONS = { published: gIcbtPublished, written: gIcbtWritten, half: completedHalf, broken: { format: 'x' } };

describe('read models', () => {
  let log: ExampleLog;
  let side: ReadSide;

  beforeEach(async () => {
    log = new ExampleLog();
    side = await ReadSide.open(log.store);
  });
  afterEach(async () => side.close());

  const now = async (models: ReadModels): Promise<Record<string, readonly string[]>> =>
    reading(models, { after: await log.store.head(), timeoutMs: 60_000 }, contentsOf);

  async function smallTrial(): Promise<string> {
    await log.study();
    const person = await log.enrol('p1');
    await log.assign('a1', person);
    return person;
  }

  it('let a caller read their own writes and say which index they answer from', async () => {
    const person = await smallTrial();
    const models = await side.running();
    await log.attempt('a1', person, 't1');
    await reading(models, { after: await log.store.head() }, async (snapshot) => {
      expect(snapshot.logIndex).toBe(4);
      expect(snapshot.logIndex).toBe(Number((await side.ledger.head()).index));
      expect((await contentsOf(snapshot))['"attempts"']).toHaveLength(1);
    });
  });

  it('keep a snapshot still while the log goes on, whatever is asked of it at once', async () => {
    const person = await smallTrial();
    const models = await side.running();
    await reading(models, {}, async (snapshot) => {
      await log.attempt('a1', person, 't1');
      await models.waitFor(await log.store.head());
      const answers = await Promise.all([1, 2, 3].map(async () => snapshot.sql('SELECT * FROM attempts')));
      expect(answers).toEqual([[], [], []]);
      expect(snapshot.logIndex).toBe(3);
    });
  });

  it('give up waiting in time and say who is behind', async () => {
    await smallTrial();
    const models = await side.readModels();
    const waiting = models.openSnapshot({ scope: EVERYTHING, after: await log.store.head(), timeoutMs: 60 });
    await expect(waiting).rejects.toThrow(ReadModelsBehind);
    await expect(models.openSnapshot({ scope: EVERYTHING, after: 9_999n as Position })).rejects.toThrow(InvalidRead);
  });

  it('write every event once, though two runners write the same tables at once', async () => {
    const person = await smallTrial();
    const [one, other] = [await side.running(), await side.readModels()];
    other.start();
    for (let n = 0; n < 60; n += 1) {
      await log.attempt('a1', person, `t${n}`);
      // The leader goes away in the middle of things and comes back; the other takes over.
      if (n % 20 === 10) void one.stop().then(() => one.start());
    }
    const contents = await now(other);
    expect(contents['"facts"']).toHaveLength(63);
    expect(contents['"attempts"']).toHaveLength(60);
    expect(contents['"assignments"']?.[0]).toContain('"attempts_recorded": 60');
  });

  it('end what a leader that hangs has left open in the middle of a batch, and go on', async () => {
    const person = await smallTrial();
    const one = await side.running();
    const { generation } = await one.health();
    await one.stop();
    const hung = await side.pool.connect();
    hung.on('error', () => undefined);
    await hung.query('BEGIN');
    await hung.query('SELECT pg_advisory_xact_lock_shared($1, $2)', [WRITER_LOCK, generation]);
    await hung.query('SELECT FROM read_model_checkpoints WHERE generation = $1 FOR UPDATE', [generation]);
    await log.attempt('a1', person, 't1');
    const other = await side.running();
    expect((await now(other))['"attempts"']).toHaveLength(1);
    await expect(hung.query('COMMIT')).rejects.toThrow();
    hung.release(true);
    expect(side.lines.filter(({ level }) => level === 'warn')).toMatchObject([{ details: { ended: 1 } }]);
  });

  it('stop a projection at an event it cannot project, loudly, while the others go on', async () => {
    const person = await smallTrial();
    const failing = {
      ...attempts,
      apply: (...given: Parameters<typeof attempts.apply>) => {
        if (given[1].type === 'AttemptRecorded' && given[1].data.attemptId === 'bad')
          throw new RangeError('secret words');
        return attempts.apply(...given);
      },
    };
    const changed = projections.map((projection) => (projection.name === 'attempts' ? failing : projection));
    const models = await side.readModels({ projections: changed });
    for (const id of ['t1', 't2', 'bad', 't3']) await log.attempt('a1', person, id);
    models.start();
    let health = await models.health();
    const isOver = ({ state, lagEvents }: ProjectionHealth): boolean => state === 'stopped' || lagEvents === 0;
    for (; health.healthy || !health.projections.every(isOver); health = await models.health()) await sleep(20);
    await expect(models.waitFor(await log.store.head(), 60)).rejects.toThrow('attempts');
    const stopped = health.projections.filter(({ state }) => state === 'stopped');
    expect(stopped).toMatchObject([{ projection: 'attempts', logIndex: 5, lagEvents: 2 }]);
    expect(stopped[0]?.problem).toMatch(/^RangeError at AttemptRecorded 0000/);
    expect(JSON.stringify([health, side.lines])).not.toContain('secret');
    expect(side.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    await reading(models, {}, async (snapshot) => {
      expect(snapshot.logIndex).toBe(5);
      expect(await snapshot.sql('SELECT attempts_recorded FROM assignments')).toEqual([{ attempts_recorded: 4 }]);
      expect(await snapshot.sql('SELECT 1 FROM attempts')).toHaveLength(2);
    });
    await models.stop();
    // Mended software takes up where it stopped.
    const mended = await side.running();
    expect((await mended.health()).healthy).toBe(true);
    expect((await now(mended))['"attempts"']).toHaveLength(4);
  });

  it('keep what they have through a crash between rows and checkpoint', async () => {
    const person = await smallTrial();
    const models = await side.running();
    await side.pool.query(`
      CREATE FUNCTION break_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF (SELECT nextval('breaks')) < 4 THEN RAISE EXCEPTION 'crash' USING ERRCODE = '57P01'; END IF;
        RETURN NEW;
      END $$;
      CREATE SEQUENCE breaks;
      CREATE TRIGGER break BEFORE UPDATE ON read_model_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION break_once()`);
    await log.attempt('a1', person, 't1');
    const contents = await now(models);
    expect(contents['"assignments"']?.[0]).toContain('"attempts_recorded": 1');
    expect((await side.pool.query<{ n: string }>('SELECT last_value AS n FROM breaks')).rows[0]?.n).toBe('4');
  });

  it('answer as of an index what a database stopped there would', async () => {
    const history = new RandomHistory(log);
    await history.begin(DEFINITIONS);
    const [sample] = fc.sample(steps, { numRuns: 1, seed: 7 });
    for (const step of sample ?? []) await history.take(step);
    await log.study('s2');
    const models = await side.running({ asOfBudget: 3 });
    const events = await allEvents(log);
    for (const index of [0, 2, 5, Math.floor(events.length / 2), events.length]) {
      const past = await reading(models, { studyId: 's1', asOf: index, timeoutMs: 60_000 }, async (snapshot) => {
        expect(snapshot.logIndex).toBe(index);
        return contentsOf(snapshot);
      });
      expect(past).toEqual(await stoppedAt(events.slice(0, index), 's1'));
    }
    const kept = await side.pool.query(`SELECT FROM read_model_generations WHERE kind = 'as-of' AND status = 'ready'`);
    expect(kept.rowCount).toBe(3);
    await expect(models.openSnapshot({ scope: EVERYTHING, studyId: 's1', asOf: 999 })).rejects.toThrow(UnknownLogIndex);
    await expect(models.openSnapshot({ scope: EVERYTHING, asOf: 1 })).rejects.toThrow('studyId');
    const time = events[4]?.recordedAt ?? '';
    await reading(models, { studyId: 's1', asOf: { time } }, async ({ logIndex }) => expect(logIndex).toBe(5));
  });

  it('swap a rebuild in while snapshots go on answering, and leave no tables behind', async () => {
    const person = await smallTrial();
    const models = await side.running({ graceMs: 0 });
    const before = await now(models);
    const old = await models.openSnapshot({ scope: EVERYTHING });
    const asking = (async () => {
      for (let n = 0; n < 40; n += 1) {
        await reading(models, {}, async (snapshot) =>
          expect(await snapshot.sql('SELECT 1 FROM studies')).toHaveLength(1),
        );
      }
    })();
    const writing = (async () => {
      for (let n = 0; n < 30; n += 1) await log.attempt('a1', person, `t${n}`);
    })();
    const report = await models.rebuild();
    await Promise.all([asking, writing]);
    expect(await contentsOf(old)).toEqual(before);
    await old.close();
    const after = await now(models);
    expect(after['"attempts"']).toHaveLength(30);
    await models.rebuild();
    expect(await now(models)).toEqual(after);
    expect((await models.health()).generation).toBeGreaterThan(report.generation);
    await schemasLeft(side, 1);
  });

  it('build anew beside the present tables when a projection has changed, and clean up after killed builds', async () => {
    const person = await smallTrial();
    const first = await side.running({ graceMs: 0 });
    const before = await now(first);
    await first.stop();
    await side.pool.query(`
      INSERT INTO read_model_generations (number, kind, tables, projections, status) VALUES (99, 'live', 'x', 'y', 'building');
      CREATE SCHEMA read_models_99; CREATE TABLE read_models_99.left_over ()`);
    const newer = projections.map((one) =>
      one.name === 'attempts' ? { ...attempts, version: attempts.version + 1 } : one,
    );
    const second = await side.readModels({ projections: newer, graceMs: 0 });
    expect(await reading(second, {}, contentsOf)).toEqual(before);
    second.start();
    await log.attempt('a1', person, 't1');
    expect((await now(second))['"attempts"']).toHaveLength(1);
    await schemasLeft(side, 1);
  });

  it.each([1, 2, 3])('equal a rebuild after any history, folded in any portions (%i)', async (seed) => {
    const models = await side.running();
    const history = new RandomHistory(log);
    await history.begin(DEFINITIONS);
    for (const sample of fc.sample(steps, { numRuns: 3, seed })) {
      for (const [n, step] of sample.entries()) {
        await history.take(step);
        if (n % 7 === seed) await models.waitFor(await log.store.head(), 60_000);
      }
      const incremental = await now(models);
      expect((await models.health()).healthy).toBe(true);
      await models.rebuild();
      expect(await now(models)).toEqual(incremental);
    }
  });

  it('judge everyone again whom a voided entry spoke of, whoever voids it', async () => {
    await log.study();
    const definition = JSON.parse(JSON.stringify(completedHalf)) as Record<string, never>;
    await log.add('study-s1', {
      type: 'AdherenceDefinitionPublished',
      data: { definitionId: 'half', version: 1, definition },
    });
    const [one, other] = [await log.enrol('p0'), await log.enrol('p1')];
    const terms = { ...exampleTerms(), due: { kind: 'next-session' as const } };
    const data = { assignmentId: 'a1', participantId: other, initiatedBy: 'therapist' as const, terms };
    await log.add('assignment-a1', { type: 'HomeworkAssigned', data }, { participantId: other });
    const models = await side.running();
    const unknown = async (): Promise<object[]> =>
      reading(models, { after: await log.store.head() }, async (snapshot) =>
        snapshot.sql('SELECT unknown FROM adherence WHERE participant_id = $1', [other]),
      );
    const group = {
      sessionId: 'v1',
      sessionNumber: 1,
      participants: [one, other],
      deliverers: [],
      modality: 'group' as const,
    };
    const held = await log.add('session-v1', { type: 'SessionHeld', data: group });
    expect(await unknown()).toEqual([{ unknown: 1 }]);
    const voided = { entryId: held, entryType: 'SessionHeld', reason: 'entered-in-error' as const };
    await log.add('session-v1', { type: 'EntryVoided', data: voided }, { participantId: one });
    expect(await unknown()).toEqual([{ unknown: 0 }]);
  });

  it('judge people again when a day of the study is over, though nobody did anything', async () => {
    await smallTrial();
    const models = await side.running();
    await log.add('study-s1', {
      type: 'AdherenceDefinitionPublished',
      data: {
        definitionId: 'half',
        version: 1,
        definition: JSON.parse(JSON.stringify(completedHalf)) as Record<string, never>,
      },
    });
    const verdicts = async (): Promise<object[]> =>
      reading(models, { after: await log.store.head() }, async (snapshot) =>
        snapshot.sql('SELECT unknown, known_until::text AS until FROM adherence'),
      );
    expect(await verdicts()).toEqual([{ unknown: 0, until: expect.stringContaining('2026-03-02') }]);
    log.now += 10 * DAY;
    await log.add('study-s1', { type: 'SiteOpened', data: { siteId: 'x', name: 'X', timeZone: 'UTC' } });
    expect(await verdicts()).toEqual([{ unknown: 1, until: expect.stringContaining('2026-03-12') }]);
  });
});

async function schemasLeft(side: ReadSide, expected: number): Promise<void> {
  const count = async (): Promise<number> => {
    const found = await side.pool.query(`SELECT FROM pg_namespace WHERE nspname ~ '^read_models_\\d+$'`);
    return found.rowCount ?? 0;
  };
  for (let n = 0; n < 100 && (await count()) !== expected; n += 1) await sleep(50);
  expect(await count()).toBe(expected);
}

async function allEvents(log: ExampleLog): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const batch of log.store.readAll()) events.push(...batch.events);
  return events;
}

/** Tables of a fresh database over a log that ends there, without the rows of other studies. */
async function stoppedAt(
  events: readonly RecordedEvent[],
  studyId: string,
): Promise<Record<string, readonly string[]>> {
  const store = new MemoryEventStore();
  await store.restore(events);
  const side = await ReadSide.open(store);
  try {
    const contents = await reading(await side.running(), {}, contentsOf);
    const isOwn = (row: string): boolean =>
      !/"stream": "study-/.test(row) || row.includes(`"stream": "study-${studyId}"`);
    return Object.fromEntries(Object.entries(contents).map(([table, rows]) => [table, rows.filter(isOwn)]));
  } finally {
    await side.close();
  }
}
