import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING } from '#event-store';
import { ExampleLog } from '../../../test/read-models/example.log.ts';
import { contentsOf, reading, ReadSide } from '../../../test/read-models/read-side.ts';
import { CheckpointMoved, type Generation, GenerationReplaced } from '../generations/generation.ts';
import { GenerationStore } from '../generations/generation.store.ts';
import { projections } from '../read-models.catalogue.ts';
import { GenerationWriter } from './generation.writer.ts';
import type { LogBatch } from './log.event.ts';
import { logBatches } from './log.batches.ts';
import { TableRegistry } from './table.registry.ts';

describe('a writer of a generation', () => {
  let log: ExampleLog;
  let side: ReadSide;
  let generation: Generation;

  beforeEach(async () => {
    log = new ExampleLog();
    side = await ReadSide.open(log.store);
    await log.study();
    const models = await side.running();
    await models.stop();
    const live = await new GenerationStore(side.dataSource).live();
    if (live === undefined) throw new Error('no live generation');
    generation = live;
  });
  afterEach(async () => side.close());

  const writer = async (): Promise<GenerationWriter> =>
    GenerationWriter.open(generation, side.dataSource, new TableRegistry(side.dataSource), projections);

  async function next(from: GenerationWriter): Promise<LogBatch> {
    const pages = log.store.readAll({ after: from.position });
    for await (const batch of logBatches(pages, (await from.indexAt(from.position)) + 1, 1_000)) return batch;
    return { events: [], position: BEGINNING };
  }

  it('gives way when another one has written the same batch, and nothing is written twice', async () => {
    const person = await log.enrol('p1');
    await log.assign('a1', person);
    for (let n = 0; n < 20; n += 1) await log.attempt('a1', person, `t${n}`);
    const [one, other] = [await writer(), await writer()];
    const batch = await next(one);
    const outcomes = await Promise.allSettled([one.apply(batch), other.apply(batch), one.apply(batch)]);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(reasons).toHaveLength(2);
    for (const reason of reasons) expect(reason).toBeInstanceOf(CheckpointMoved);
    await reading(await side.readModels(), {}, async (snapshot) => {
      const contents = await contentsOf(snapshot);
      expect(contents['"facts"']).toHaveLength(23);
      expect(contents['"assignments"']?.[0]).toContain('"attempts_recorded": 20');
    });
  });

  it('skips what it has had', async () => {
    const one = await writer();
    await log.enrol('p1');
    const batch = await next(one);
    await one.apply(batch);
    await one.apply(batch);
    expect(await reading(await side.readModels(), {}, async (s) => s.sql('SELECT 1 FROM facts'))).toHaveLength(2);
  });

  it('writes no more once another generation was swapped in', async () => {
    const one = await writer();
    await (await side.readModels()).rebuild();
    await log.enrol('p1');
    await expect(one.apply({ ...(await nextAfterSwap()), position: await log.store.head() })).rejects.toThrow(
      GenerationReplaced,
    );
  });

  async function nextAfterSwap(): Promise<LogBatch> {
    for await (const batch of logBatches(log.store.readAll(), 1, 1_000)) return batch;
    return { events: [], position: BEGINNING };
  }
});
