import { setTimeout as sleep } from 'node:timers/promises';
import { ReadModelsPreparing } from '../snapshot/read.error.ts';
import { buildAsOf, type Moment } from './as-of.builder.ts';
import type { Generation } from './generation.ts';
import type { Workshop } from './generation.builder.ts';

const POLL_MS = 25;

/** Past moments: one study as known at an index, made when asked for and kept while there is room. */
export class AsOfGenerations {
  readonly #workshop: Workshop;
  readonly #budget: number;
  /** Builds of this process, one after the other: each takes connections from the pool. */
  #queue: Promise<unknown> = Promise.resolve();
  readonly #building = new Map<string, Promise<void>>();

  constructor(workshop: Workshop, budget: number) {
    this.#workshop = workshop;
    this.#budget = budget;
  }

  /**
   * The tables of that moment, made if need be. They go on being made when the time is over.
   * @throws ReadModelsPreparing when they are not ready in time
   */
  async ready(moment: Moment, deadline: number): Promise<Generation> {
    const { studyId, upToIndex } = moment;
    const { generations, fingerprint } = this.#workshop;
    for (;;) {
      const found = await generations.asOf(studyId, upToIndex, fingerprint);
      if (found?.status === 'ready') {
        await generations.touch(found.number);
        return found;
      }
      if (performance.now() >= deadline) throw new ReadModelsPreparing(`study ${studyId} as of ${upToIndex}`);
      // A builder that was killed leaves a record behind, which would be waited for in vain.
      if (found !== undefined) await generations.cleanUp(null);
      const build = this.#build(moment);
      const left = Math.max(0, deadline - performance.now());
      await Promise.race([
        build,
        sleep(Math.min(left, found === undefined ? left : POLL_MS), undefined, { ref: false }),
      ]);
    }
  }

  /** Resolves when no build of this process is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#building.values());
  }

  #build(moment: Moment): Promise<void> {
    const key = JSON.stringify([moment.studyId, moment.upToIndex]);
    const known = this.#building.get(key);
    if (known !== undefined) return known;
    const build = this.#queue.then(async () => this.#make(moment));
    this.#queue = build.catch(() => undefined);
    const kept = build.finally(() => this.#building.delete(key));
    kept.catch(() => undefined);
    this.#building.set(key, kept);
    return kept;
  }

  async #make(moment: Moment): Promise<void> {
    const made = await buildAsOf(this.#workshop, moment);
    // Somebody else is at it: come back and look.
    if (made === undefined) await sleep(POLL_MS);
    else await this.#workshop.generations.evictAsOf(this.#budget);
  }
}
