import { setTimeout as sleep } from 'node:timers/promises';
import { Global, Inject, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { HealthReport } from '../health/health.report.ts';
import type { Log } from '../logging/log.ts';
import { CONFIG, DATABASE, LOG } from '../platform.module.ts';
import { Engine } from './engine.ts';

/** ms to wait for tables; without them queries say that they are being prepared. */
const PATIENCE = 10_000;

/** Opens the engine for this process, runs it once everything stands where it is to run here, and closes it after the last request. */
@Global()
@Module({
  providers: [
    {
      provide: Engine,
      inject: [CONFIG, LOG, DATABASE],
      useFactory: (config: Config, log: Log, database: Database) => Engine.open({ config, log, database }),
    },
    HealthReport,
  ],
  exports: [Engine, HealthReport],
})
export class EngineModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    @Inject(Engine) private readonly engine: Engine,
    @Inject(CONFIG) private readonly config: Pick<Config, 'projections'>,
  ) {}

  /** Gives the very first start a moment to make its tables before anybody asks, whichever process makes them. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.projections === 'here') this.engine.start();
    for (const deadline = performance.now() + PATIENCE; performance.now() < deadline; await sleep(25)) {
      const { generation } = await this.engine.readModels.health();
      if (generation !== null) return;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.engine.close();
  }
}
