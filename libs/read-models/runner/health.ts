import type { EventStore, Position } from '#event-store';
import type { Ledger } from '#ledger';
import type { GenerationStore } from '../generations/generation.store.ts';
import type pg from 'pg';
import { hasLeader } from './lead.ts';
import type { RunnerState } from './projector.ts';

/** How one projection is; no participant data in it. */
export interface ProjectionHealth {
  readonly projection: string;
  readonly state: 'running' | 'stopped';
  readonly position: string;
  /** Log index of the last event it has had. */
  readonly logIndex: number;
  readonly lagEvents: number;
  /** Age of the oldest event it has not had, in milliseconds; 0 when it has had all. */
  readonly lagMs: number;
  /** The event it stopped at and the kind of error. */
  readonly problem: string | null;
}

export interface ReadModelsHealth {
  /** Nothing stands still: no projection has stopped and the runner of this process has not failed. */
  readonly healthy: boolean;
  /** Of this process. `standby` is well: another process leads. */
  readonly runner: RunnerState;
  readonly runnerProblem: string | null;
  /** Whether some process runs the projections, this one or another. */
  readonly led: boolean;
  /** Number of the live generation; null before the first. */
  readonly generation: number | null;
  readonly projections: readonly ProjectionHealth[];
}

export interface HealthSources {
  readonly store: EventStore;
  readonly ledger: Pick<Ledger, 'indexAt' | 'head'>;
  readonly generations: GenerationStore;
  /** Of the database of the tables. */
  readonly pool: pg.Pool;
  readonly runner: { readonly state: RunnerState; readonly problem: string | null };
}

export async function readHealth({
  store,
  ledger,
  generations,
  pool,
  runner,
}: HealthSources): Promise<ReadModelsHealth> {
  const live = await generations.live();
  const checkpoints = live === undefined ? new Map<string, never>() : await generations.checkpoints(live.number);
  const head = await store.head();
  const headIndex = Number((await ledger.indexAt(head)) ?? (await ledger.head()).index);
  const places = new Map<Position, Place>();
  const projections: ProjectionHealth[] = [];
  for (const [projection, { position, problem }] of checkpoints) {
    const place = places.get(position) ?? (await placeOf(position, head, headIndex, { store, ledger }));
    places.set(position, place);
    const state = problem === null ? 'running' : 'stopped';
    projections.push({ projection, state, position: String(position), ...place, problem });
  }
  const healthy = runner.state !== 'failed' && projections.every(({ state }) => state === 'running');
  return {
    ...{ healthy, projections, generation: live?.number ?? null },
    runner: runner.state,
    runnerProblem: runner.problem,
    led: runner.state === 'running' || (await hasLeader(pool, 'projections')),
  };
}

type Place = Pick<ProjectionHealth, 'logIndex' | 'lagEvents' | 'lagMs'>;

async function placeOf(
  position: Position,
  head: Position,
  headIndex: number,
  { store, ledger }: Pick<HealthSources, 'store' | 'ledger'>,
): Promise<Place> {
  const logIndex = Number((await ledger.indexAt(position)) ?? headIndex);
  if (position >= head) return { logIndex, lagEvents: 0, lagMs: 0 };
  const lagEvents = Math.max(1, headIndex - logIndex);
  for await (const { events } of store.readAll({ after: position })) {
    const [oldest] = events;
    if (oldest === undefined) continue;
    return { logIndex, lagEvents, lagMs: Math.max(0, Date.now() - Date.parse(oldest.recordedAt)) };
  }
  return { logIndex, lagEvents: 0, lagMs: 0 };
}
