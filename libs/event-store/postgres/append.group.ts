/** Carries a group of writes to an outcome each, whatever happens to the statement or its connection on the way. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import {
  AppendOutcomeUnknown,
  EventIdTaken,
  StoreUnavailable,
  WrongExpectedRevision,
  type Appended,
  type StreamName,
  type StreamWrite,
} from '../port.ts';
import { findTraces, insertGroup, matches, type Traces } from './append.statement.ts';
import type { EventsTable } from './events.table.ts';
import { withClient } from './pooled.client.ts';
import { failureOf, messageOf, type Failure } from './postgres.failure.ts';

export type Outcome = { readonly appended: Appended } | { readonly error: Error };

export interface AppendContext {
  readonly pool: pg.Pool;
  readonly table: EventsTable;
  /** How long to keep asking, in ms, whether a write survived a lost connection. */
  readonly outcomePatience: number;
}

/** A write that collides this often without ever seeing why meets something else than other writers. */
const MAX_ATTEMPTS = 200;

/** One outcome per write, in the order given. */
export async function appendGroup(context: AppendContext, writes: readonly StreamWrite[]): Promise<Outcome[]> {
  const outcomes = new Map<StreamName, Outcome>();
  let open = [...writes];
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > 0) await pause(attempt);
    const settled = await attemptGroup(context, open, attempt);
    if (settled === 'collided' && open.length > 1) {
      // Which of them collided is not said: each is tried by itself, the others are not to suffer for it.
      for (const write of open) outcomes.set(write.stream, await appendAlone(context, write));
      break;
    }
    if (settled === 'again' || settled === 'collided') continue;
    settled.forEach((outcome, stream) => outcomes.set(stream, outcome));
    open = open.filter(({ stream }) => !outcomes.has(stream));
  }
  return writes.map(
    ({ stream }) => outcomes.get(stream) ?? { error: new Error('a write was left without an outcome') },
  );
}

async function appendAlone(context: AppendContext, write: StreamWrite): Promise<Outcome> {
  const [outcome] = await appendGroup(context, [write]);
  return outcome ?? { error: new Error('a write was left without an outcome') };
}

/** Spread out, so that writers that collided once do not collide in step. */
function pause(attempt: number): Promise<void> {
  return sleep(Math.random() * Math.min(2 ** attempt, 50));
}

type Attempt = ReadonlyMap<StreamName, Outcome> | 'again' | 'collided';

/** Streams that are missing from the answer are to be tried again. */
async function attemptGroup(context: AppendContext, writes: readonly StreamWrite[], attempt: number): Promise<Attempt> {
  const { pool, table } = context;
  const outcomes = new Map<StreamName, Outcome>();
  try {
    const inserted = await withClient(pool, (client) => insertGroup(client, table, writes));
    inserted.forEach((appended, stream) => outcomes.set(stream, { appended }));
  } catch (error) {
    if (error instanceof StoreUnavailable) return sameForAll(writes, error);
    return afterFailure(context, writes, { failure: failureOf(error), error, gaveUp: attempt >= MAX_ATTEMPTS });
  }
  const unmet = writes.filter(({ stream }) => !outcomes.has(stream));
  if (unmet.length > 0)
    (await explainFromLog(context, unmet)).forEach((outcome, stream) => outcomes.set(stream, outcome));
  return outcomes;
}

interface FailedAttempt {
  readonly failure: Failure;
  readonly error: unknown;
  readonly gaveUp: boolean;
}

async function afterFailure(
  context: AppendContext,
  writes: readonly StreamWrite[],
  { failure, error, gaveUp }: FailedAttempt,
): Promise<Attempt> {
  switch (failure) {
    case 'again':
      return gaveUp ? sameForAll(writes, unavailable(error)) : 'again';
    case 'unique':
      if (writes.length > 1) return 'collided';
      return gaveUp ? sameForAll(writes, unavailable(error)) : explainFromLog(context, writes);
    case 'refused':
      return sameForAll(writes, unavailable(error));
    case 'lost':
      return findOutcomes(context, writes, error);
  }
}

function unavailable(error: unknown): StoreUnavailable {
  return new StoreUnavailable(`the server refused the write: ${messageOf(error)}`, { cause: error });
}

function sameForAll(writes: readonly StreamWrite[], error: Error): ReadonlyMap<StreamName, Outcome> {
  return new Map(writes.map(({ stream }) => [stream, { error }]));
}

/** For writes that were surely not stored by this attempt. */
async function explainFromLog(
  { pool, table }: AppendContext,
  writes: readonly StreamWrite[],
): Promise<ReadonlyMap<StreamName, Outcome>> {
  try {
    return new Map(explain(writes, await withClient(pool, (client) => findTraces(client, table, writes))));
  } catch (error) {
    return sameForAll(writes, error instanceof StoreUnavailable ? error : unavailable(error));
  }
}

/** Why writes were not stored: repeated, an id taken, another revision. Nothing for one that would be stored now. */
function explain(writes: readonly StreamWrite[], traces: Traces): [StreamName, Outcome][] {
  return writes.flatMap((write): [StreamName, Outcome][] => {
    const outcome = outcomeFromIds(write, traces);
    if (outcome) return [[write.stream, outcome]];
    const actual = traces.revisions.get(write.stream);
    if (matches(write.expected, actual ?? -1)) return [];
    return [[write.stream, { error: new WrongExpectedRevision(write.stream, write.expected, actual ?? 'none') }]];
  });
}

function outcomeFromIds({ stream, events }: StreamWrite, { stored }: Traces): Outcome | undefined {
  const found = events.flatMap(({ id }) => stored.get(id) ?? []);
  const last = found.at(-1);
  if (!last) return undefined;
  if (found.length === events.length && found.every((trace) => trace.stream === stream)) return { appended: last };
  const taken = events.find(({ id }) => stored.has(id));
  return { error: new EventIdTaken(taken?.id ?? '') };
}

/**
 * The connection went away with the statement: what is in the log now counts. A write that is not there is left to be
 * tried again, which is safe: should the first attempt still commit, the ids tell.
 */
async function findOutcomes(
  context: AppendContext,
  writes: readonly StreamWrite[],
  cause: unknown,
): Promise<ReadonlyMap<StreamName, Outcome>> {
  const deadline = Date.now() + context.outcomePatience;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const traces = await withClient(context.pool, (client) => findTraces(client, context.table, writes));
      return new Map(
        writes.flatMap((write): [StreamName, Outcome][] => {
          const outcome = outcomeFromIds(write, traces);
          if (!outcome) return [];
          return [
            [write.stream, 'appended' in outcome ? { appended: { ...outcome.appended, repeated: false } } : outcome],
          ];
        }),
      );
    } catch {
      if (Date.now() > deadline) break;
      await sleep(Math.min(10 * 2 ** attempt, 500));
    }
  }
  return sameForAll(
    writes,
    new AppendOutcomeUnknown(`the connection was lost during the append: ${messageOf(cause)}`, { cause }),
  );
}
