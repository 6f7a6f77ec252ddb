import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { z } from 'zod';
import type { ReadModelsHealth } from '#read-models';
import type { Config } from '../config/config.ts';
import { projectFolder } from '../config/project-folder.ts';
import { Engine } from '../engine/engine.ts';
import { CONFIG } from '../platform.module.ts';
import { type Health, OTHER_WORK, type OtherWork } from './health.ts';

/** A projection that is this far behind, or a task that nobody does for this long, is worth a word; in milliseconds. */
const BEHIND = 10_000;

/** Monitoring waits for no store that is away, in milliseconds. */
const PATIENCE = 3_000;

const manifest = z.object({ version: z.string() });

/** Reads how the engine is, for monitoring and for the page at `/`. */
@Injectable()
export class HealthReport {
  readonly #version = manifest.parse(JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8'))).version;
  /** Since when this process has not seen every task done by somebody; a hand-over takes a moment. */
  #undoneSince: number | undefined;

  constructor(
    @Inject(Engine) private readonly engine: Engine,
    @Inject(CONFIG) private readonly config: Pick<Config, 'demonstration' | 'projections'>,
    @Optional() @Inject(OTHER_WORK) private readonly otherWork: OtherWork | null = null,
  ) {}

  async read(): Promise<Health> {
    const processes = this.#processes();
    const known = { version: this.#version, demonstration: this.config.demonstration, processes };
    const { numbering: state, storeEngine: engine } = this.engine;
    try {
      const models = await inTime(this.engine.readModels.health());
      const numbered = state === 'running' || (await this.engine.isNumbered());
      const { index } = await this.engine.ledger.head();
      const halted = !models.healthy || state === 'failed' || (processes?.failing.length ?? 0) > 0;
      const failing = this.#isLeftUndone(models.led && numbered) || halted;
      const late = models.projections.some(({ lagMs }) => lagMs > BEHIND);
      return {
        status: failing ? 'failing' : late ? 'behind' : 'ok',
        ...known,
        log: { index: Number(index), numbering: this.#here(state, numbered), engine },
        runner: this.#here(models.runner, models.led),
        projections: statusOf(models),
      };
    } catch {
      const numbering = this.config.projections === 'here' ? state : 'unknown';
      return {
        status: 'failing',
        ...known,
        log: { index: null, numbering, engine },
        runner: 'unknown',
        projections: [],
      };
    }
  }

  /** Whether there are tables to answer from. */
  async hasTables(): Promise<boolean> {
    return (await this.engine.readModels.health()).generation !== null;
  }

  #processes(): OtherWork | null {
    if (this.otherWork === null) return null;
    const { state, failing } = this.otherWork;
    return { state, failing };
  }

  #here<State>(state: State, led: boolean): State | 'elsewhere' | 'nobody' {
    if (this.config.projections === 'here') return state;
    return led ? 'elsewhere' : 'nobody';
  }

  #isLeftUndone(done: boolean): boolean {
    if (done) {
      this.#undoneSince = undefined;
      return false;
    }
    this.#undoneSince ??= performance.now();
    return performance.now() - this.#undoneSince > BEHIND;
  }
}

/** @throws when the answer takes longer than `PATIENCE` */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const stop = new AbortController();
  const tooLate = sleep(PATIENCE, undefined, { signal: stop.signal, ref: false }).then(() => {
    throw new Error('no answer in time');
  });
  tooLate.catch(() => undefined);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    stop.abort();
  }
}

function statusOf({ projections }: ReadModelsHealth): Health['projections'] {
  return projections.map(({ projection, state, lagEvents, lagMs }) => ({
    ...{ name: projection, state, lag: lagEvents, lagMilliseconds: lagMs },
  }));
}
