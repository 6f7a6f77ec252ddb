import { setTimeout as sleep } from 'node:timers/promises';
import { Global, Inject, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Config, CONFIG, type Database, DATABASE, Engine, LOG, type Log, Opener } from '#platform';
import { Snapshots } from '../snapshots/snapshot-scope.ts';
import { ReadModelSnapshots } from '../snapshots/read-model-snapshots.ts';

/** ms to wait for tables; without them queries say that they are being prepared. */
const PATIENCE = 10_000;

/** Opens the engine for this process, starts it once everything stands, and closes it after the last request. */
@Global()
@Module({
  providers: [
    {
      provide: Engine,
      inject: [CONFIG, LOG, DATABASE],
      useFactory: (config: Config, log: Log, database: Database) => Engine.open({ config, log, database }),
    },
    { provide: Opener, inject: [Engine], useFactory: ({ keys }: Engine) => new Opener(keys) },
    {
      provide: Snapshots,
      inject: [Engine, CONFIG],
      useFactory: ({ readModels }: Engine, { database }: Config) =>
        new ReadModelSnapshots(readModels, database.poolSize),
    },
  ],
  exports: [Engine, Opener, Snapshots],
})
export class EngineModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(@Inject(Engine) private readonly engine: Engine) {}

  /** Starts the engine, and gives the very first start a moment to make its tables before anybody asks. */
  async onApplicationBootstrap(): Promise<void> {
    this.engine.start();
    for (const deadline = performance.now() + PATIENCE; performance.now() < deadline; await sleep(25)) {
      const { generation } = await this.engine.readModels.health();
      if (generation !== null) return;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.engine.close();
  }
}
