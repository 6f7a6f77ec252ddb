import { BEGINNING, type EventStore } from '#event-store';
import type { DataSource } from 'typeorm';
import type { Projection } from '../kernel/projection.ts';
import { FACTS } from '../runner/fact.recorder.ts';
import { GenerationWriter } from '../runner/generation.writer.ts';
import { logBatches } from '../runner/log.batches.ts';
import type { TableRegistry } from '../runner/table.registry.ts';
import { Connection, inTransaction } from '../storage/connection.ts';
import { BuildFailed, type Fingerprint, type Generation } from './generation.ts';
import type { GenerationStore } from './generation.store.ts';

/** Events gathered before a flush while a generation is filled. */
const GATHER = 10_000;

/** Everything that generations are made from. */
export interface Workshop {
  readonly dataSource: DataSource;
  readonly store: EventStore;
  readonly generations: GenerationStore;
  readonly tables: TableRegistry;
  readonly projections: readonly Projection[];
  readonly fingerprint: Fingerprint;
}

export function checkpointNames(projections: readonly Projection[]): readonly string[] {
  return [FACTS, ...projections.map(({ name }) => name)];
}

export interface BuildReport {
  /** Of the generation that is live now. */
  readonly generation: number;
  readonly events: number;
}

/**
 * Fills a new live generation beside the present one from the whole log and swaps it in. Queries go on answering from the
 * present one, and open snapshots keep it. Any process may do this while another one runs the projections.
 * @throws BuildFailed when an event cannot be projected; the present generation stays then
 */
export async function rebuildLive(workshop: Workshop, signal?: AbortSignal): Promise<BuildReport> {
  const { dataSource, store, generations, fingerprint, projections } = workshop;
  const builder = await Connection.open(dataSource);
  let generation: Generation | undefined;
  try {
    generation = await generations.create(
      builder,
      { kind: 'live' },
      'building',
      fingerprint,
      checkpointNames(projections),
    );
    if (generation === undefined) throw new BuildFailed('the generation could not be made');
    const writer = await openWriter(workshop, generation);
    await readOn(writer, store, { derive: false, signal });
    await generations.completeIndexes(generation.number);
    await writer.deriveAll();
    await readOn(writer, store, { derive: true, signal });
    await swap(workshop, writer);
    return { generation: generation.number, events: await writer.indexAt(writer.position) };
  } catch (error) {
    if (generation !== undefined) await generations.retire(generation.number).catch(() => undefined);
    throw error;
  } finally {
    await builder.close();
  }
}

export async function openWriter(
  { dataSource, tables, projections }: Workshop,
  generation: Generation,
): Promise<GenerationWriter> {
  return GenerationWriter.open(generation, dataSource, tables, projections);
}

/** Applies what the log holds beyond the writer's position. */
async function readOn(
  writer: GenerationWriter,
  store: EventStore,
  { derive, signal }: { readonly derive: boolean; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const after = writer.checkpoints.get(FACTS)?.position ?? BEGINNING;
  const nextIndex = (await writer.indexAt(after)) + 1;
  for await (const batch of logBatches(store.readAll({ after }), nextIndex, GATHER)) {
    signal?.throwIfAborted();
    await writer.apply(batch, derive);
    refuseProblems(writer);
  }
}

export function refuseProblems(writer: GenerationWriter): void {
  for (const [projection, { problem }] of writer.checkpoints) {
    if (problem !== null) throw new BuildFailed(`${projection}: ${problem}`);
  }
}

/** Holds the present generation still, catches up with it, and puts the new one in its place. */
async function swap({ dataSource, store }: Workshop, writer: GenerationWriter): Promise<void> {
  const { number } = writer.generation;
  await inTransaction(dataSource, async (connection) => {
    await connection.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await connection.query(`SELECT number FROM read_model_generations WHERE status = 'live' FOR UPDATE`);
    await readOn(writer, store, { derive: true });
    await connection.query(
      `UPDATE read_model_generations SET status = 'retired', retired_at = now() WHERE status = 'live'`,
    );
    await connection.query(
      `UPDATE read_model_generations SET status = 'live', last_used_at = now() WHERE number = $1`,
      [number],
    );
  });
}
