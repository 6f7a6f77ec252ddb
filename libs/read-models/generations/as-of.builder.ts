import { BEGINNING, type Position, type RecordedEvent, type StreamName } from '#event-store';
import { FACT_COLUMNS, type StoredFact } from '../facts/fact.source.ts';
import { FACTS } from '../runner/fact.recorder.ts';
import { LogEvent } from '../runner/log.event.ts';
import { Connection } from '../storage/connection.ts';
import { BuildFailed, type Generation, schemaOf } from './generation.ts';
import { checkpointNames, openWriter, refuseProblems, type Workshop } from './generation.builder.ts';
import { GENERATION_LOCK, readCheckpoints } from './generation.store.ts';

const PAGE = 5_000;

/** One study as it was known at an index of the log. */
export interface Moment {
  readonly studyId: string;
  readonly upToIndex: number;
  /** Of the event with that index. */
  readonly upTo: Position;
}

type NumberedFact = StoredFact & { readonly log_index: string };

/**
 * Fills a generation of one study that stops at a log index, from the facts of the live one, which must have got there.
 * @returns undefined when somebody else is making, or has made, the same
 */
export async function buildAsOf(workshop: Workshop, moment: Moment): Promise<Generation | undefined> {
  const { dataSource, generations, fingerprint, projections } = workshop;
  const builder = await Connection.open(dataSource);
  let generation: Generation | undefined;
  try {
    const { studyId, upToIndex } = moment;
    const scope = { kind: 'as-of', studyId, upToIndex } as const;
    generation = await generations.create(builder, scope, 'building', fingerprint, checkpointNames(projections));
    if (generation === undefined) return undefined;
    await fill(workshop, builder, generation, moment);
    await generations.setReady(generation.number);
    return { ...generation, status: 'ready' };
  } catch (error) {
    if (generation !== undefined) await generations.retire(generation.number).catch(() => undefined);
    throw error;
  } finally {
    await builder.close();
  }
}

async function fill(
  workshop: Workshop,
  builder: Connection,
  generation: Generation,
  { studyId, upTo: end }: Moment,
): Promise<void> {
  const writer = await openWriter(workshop, generation);
  await builder.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await enterLive(workshop, builder, end);
    let after: Position = BEGINNING;
    for (;;) {
      const page = await builder.sql<NumberedFact>(
        `SELECT ${FACT_COLUMNS}, f.log_index FROM facts f
         WHERE f.study_id = $1 AND f.position > $2::bigint AND f.position <= $3::bigint ORDER BY f.position LIMIT ${PAGE}`,
        [studyId, String(after), String(end)],
      );
      const events = page.map((fact) => new LogEvent(recordedOf(fact), Number(fact.log_index)));
      const isLast = page.length < PAGE;
      after = isLast ? end : (events.at(-1)?.position ?? end);
      await writer.apply({ events, position: after }, false);
      refuseProblems(writer);
      if (isLast) break;
    }
  } finally {
    await builder.query('ROLLBACK').catch(() => undefined);
  }
  await workshop.generations.completeIndexes(generation.number);
  await writer.deriveAll();
}

/** Reads the live facts from here on; they stay, whatever is swapped in meanwhile. */
async function enterLive({ generations }: Workshop, builder: Connection, upTo: Position): Promise<void> {
  const live = await generations.live();
  if (live === undefined) throw new BuildFailed('there are no live tables yet');
  await builder.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  await builder.query('SELECT pg_advisory_xact_lock_shared($1, $2)', [GENERATION_LOCK, live.number]);
  await builder.query(`SET LOCAL search_path TO ${schemaOf(live.number)}, public`);
  const recorded = (await readCheckpoints(builder, live.number)).get(FACTS)?.position ?? BEGINNING;
  if (recorded < upTo) throw new BuildFailed('the live tables have not got so far');
}

function recordedOf(fact: StoredFact): RecordedEvent {
  const { event_id: id, revision, type, data, metadata } = fact;
  return {
    ...{ id, revision, type, data, metadata },
    stream: fact.stream as StreamName,
    position: BigInt(fact.position) as Position,
    recordedAt: fact.recorded_at.toISOString(),
  };
}
