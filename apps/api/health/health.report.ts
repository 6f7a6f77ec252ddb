import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Config, CONFIG, Engine, projectFolder } from '#platform';
import type { Health } from './health.ts';

/** A projection that is this far behind is worth a word, in milliseconds. */
const BEHIND = 10_000;

const manifest = z.object({ version: z.string() });

/** Reads how the engine is, for monitoring and for the page at `/`. */
@Injectable()
export class HealthReport {
  readonly #version = manifest.parse(JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8'))).version;

  constructor(
    @Inject(Engine) private readonly engine: Engine,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(): Promise<Health> {
    const numbering = this.engine.problem === null ? 'running' : 'stopped';
    const known = { version: this.#version, demonstration: this.config.demonstration };
    try {
      const { healthy, runner, projections } = await this.engine.readModels.health();
      const { index } = await this.engine.ledger.head();
      const late = projections.some(({ lagMs }) => lagMs > BEHIND);
      return {
        status: !healthy || numbering === 'stopped' ? 'failing' : late ? 'behind' : 'ok',
        ...known,
        log: { index: Number(index), numbering },
        runner,
        projections: projections.map(({ projection, state, lagEvents, lagMs }) => ({
          ...{ name: projection, state, lag: lagEvents, lagMilliseconds: lagMs },
        })),
      };
    } catch {
      return { status: 'failing', ...known, log: { index: null, numbering }, runner: 'unknown', projections: [] };
    }
  }

  /** Whether there are tables to answer from. */
  async hasTables(): Promise<boolean> {
    return (await this.engine.readModels.health()).generation !== null;
  }
}
