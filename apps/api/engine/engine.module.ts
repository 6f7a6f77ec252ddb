import { Global, Inject, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Config, CONFIG, type Database, DATABASE, Engine, LOG, type Log, Opener } from '#platform';
import { Snapshots } from '../snapshots/snapshot-scope.ts';
import { ReadModelSnapshots } from '../snapshots/read-model-snapshots.ts';

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

  onApplicationBootstrap(): void {
    this.engine.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.engine.close();
  }
}
