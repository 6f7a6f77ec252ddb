import type { EventStore } from '#event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import { CheckpointMoved, type Generation, GenerationReplaced, isSame } from '../generations/generation.ts';
import { checkpointNames, openWriter, rebuildLive, type Workshop } from '../generations/generation.builder.ts';
import { Connection, isPassing, poolOf } from '../storage/connection.ts';
import { Lead, LeadLost } from './lead.ts';
import { logBatches } from './log.batches.ts';

/** Events gathered before a flush while the live tables catch up. */
const GATHER = 10_000;
const MAX_PAUSE_MS = 5_000;
const CLEAN_UP_MS = 15_000;

/** `standby`: another process runs the projections. `waiting`: something that passes is in the way, such as a lost server. */
export type RunnerState = 'stopped' | 'starting' | 'standby' | 'building' | 'running' | 'waiting' | 'failed';

/** What a runner tells about its life; no participant data in it. */
export interface RunnerLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface ProjectorOptions extends Workshop {
  readonly log: RunnerLog;
  /** Retired generations are kept this long, in milliseconds. */
  readonly graceMs: number;
}

/** Runs the projections of the live generation over one subscription. One process leads; the others stand by. */
export class Projector {
  readonly #options: ProjectorOptions;
  #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #state: RunnerState = 'stopped';
  #problem: string | null = null;
  #reported = new Map<string, string>();

  constructor(options: ProjectorOptions) {
    this.#options = options;
  }

  get state(): RunnerState {
    return this.#state;
  }

  /** Why it waits or failed. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Runs until `stop`. Stopped projections try again. */
  start(): void {
    if (this.#running !== undefined) return;
    this.#stopping = new AbortController();
    this.#state = 'starting';
    this.#running = Promise.all([this.#runAll(this.#stopping.signal), this.#cleanUp(this.#stopping.signal)]).then(
      () => undefined,
    );
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.#running = undefined;
    this.#state = 'stopped';
  }

  async #runAll(signal: AbortSignal): Promise<void> {
    let pause = 0;
    let clearProblems = true;
    while (!signal.aborted) {
      try {
        await this.#lead(signal, clearProblems);
        [pause, clearProblems] = [0, false];
      } catch (error) {
        if (signal.aborted) return;
        clearProblems = false;
        pause = Math.min(MAX_PAUSE_MS, Math.max(50, pause * 2));
        this.#meet(error);
        await sleep(pause * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  #meet(error: unknown): void {
    const { log } = this.#options;
    const name = error instanceof Error ? error.name : typeof error;
    if (error instanceof CheckpointMoved || error instanceof GenerationReplaced) {
      log.info({ reason: name }, 'Read models are taken up again from their checkpoints');
      return;
    }
    this.#state = error instanceof LeadLost || isPassing(error) ? 'waiting' : 'failed';
    this.#problem = error instanceof Error ? `${name}: ${error.message}` : name;
    if (this.#state === 'failed') log.error({ reason: this.#problem }, 'The read models cannot be written');
    else log.warn({ reason: this.#problem }, 'The read models wait');
  }

  /** Leads until the generation is replaced, another runner interferes, the lead is lost, or the process stops. */
  async #lead(signal: AbortSignal, clearProblems: boolean): Promise<void> {
    const { dataSource, generations, log } = this.#options;
    const onStandby = (): void => {
      [this.#state, this.#problem] = ['standby', null];
      log.info({}, 'Another process runs the projections; this one stands by');
    };
    const lead = await Lead.take({ task: 'projections', pool: poolOf(dataSource), signal, onStandby });
    if (lead === undefined) return;
    try {
      const generation = await this.#liveGeneration(lead.signal);
      const ended = await generations.endWriters(generation.number);
      if (ended > 0) log.warn({ ended }, 'Ended what the process that led before had left open');
      if (clearProblems) await generations.clearProblems(generation.number);
      await this.#follow(generation, lead.signal);
      lead.refuseWhenLost();
    } finally {
      await lead.release();
    }
  }

  async #liveGeneration(signal: AbortSignal): Promise<Generation> {
    const { generations, fingerprint, log } = this.#options;
    const live = (await generations.live()) ?? (await this.#first());
    if (isSame(live.fingerprint, fingerprint)) return live;
    this.#state = 'building';
    log.info({ from: live.number }, 'Projections have changed: building the read models anew beside the present ones');
    await rebuildLive(this.#options, signal);
    const swapped = await generations.live();
    if (swapped === undefined) throw new GenerationReplaced('no live generation after a build');
    return swapped;
  }

  /** The first tables of this database are live at once, and empty. */
  async #first(): Promise<Generation> {
    const { dataSource, generations, fingerprint, projections } = this.#options;
    const builder = await Connection.open(dataSource);
    try {
      const names = checkpointNames(projections);
      const made = await generations.create(builder, { kind: 'live' }, 'live', fingerprint, names);
      const live = made ?? (await generations.live());
      if (live === undefined) throw new GenerationReplaced('no live generation');
      return live;
    } finally {
      await builder.close();
    }
  }

  async #follow(generation: Generation, signal: AbortSignal): Promise<void> {
    const store: EventStore = this.#options.store;
    const writer = await openWriter(this.#options, generation);
    const after = writer.position;
    const nextIndex = (await writer.indexAt(after)) + 1;
    [this.#state, this.#problem] = ['running', null];
    this.#options.log.info(
      { generation: generation.number, after: String(after) },
      'This process runs the projections',
    );
    for await (const batch of logBatches(store.subscribe({ after, signal }), nextIndex, GATHER)) {
      if (batch.events.length === 0 && batch.position <= writer.position) continue;
      await writer.apply(batch);
      this.#report(writer.checkpoints);
    }
  }

  /** Says once, loudly, that a projection has stopped. */
  #report(checkpoints: ReadonlyMap<string, { readonly problem: string | null }>): void {
    for (const [projection, { problem }] of checkpoints) {
      if (problem === null || this.#reported.get(projection) === problem) continue;
      this.#reported.set(projection, problem);
      this.#options.log.error({ projection, problem }, 'A projection has stopped at an event it cannot project');
    }
  }

  async #cleanUp(signal: AbortSignal): Promise<void> {
    const { generations, graceMs, log } = this.#options;
    while (!signal.aborted) {
      try {
        const dropped = await generations.cleanUp(graceMs);
        if (dropped.length > 0) log.info({ generations: dropped }, 'Dropped read models that nobody needs');
      } catch (error) {
        if (!isPassing(error)) log.warn({ reason: String(error) }, 'Old read models could not be dropped');
      }
      await sleep(Math.min(CLEAN_UP_MS, Math.max(graceMs, 250)), undefined, { signal, ref: false }).catch(
        () => undefined,
      );
    }
  }
}
