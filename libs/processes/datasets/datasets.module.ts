import { Global, Inject, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { join } from 'node:path';
import { documentWriters } from '#datasets';
import { CommandExecutor, type Config, CONFIG, type Database, DATABASE, Engine, LOG, type Log } from '#platform';
import { DatasetWorker } from './dataset.worker.ts';
import { ReleaseMaking } from './release.making.ts';
import { softwareVersion } from './software.version.ts';

/** Where archives that the server makes lie, each by the id of its release. */
export function exportsFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'exports');
}

/** Makes data sets where the projections run, one process of an installation at a time. */
@Global()
@Module({
  providers: [
    {
      provide: DatasetWorker,
      inject: [CONFIG, LOG, DATABASE, Engine],
      useFactory: (config: Config, log: Log, { pool }: Database, engine: Engine) => {
        const executor = new CommandExecutor(engine.executor);
        const execute = executor.execute.bind(executor);
        const making = new ReleaseMaking({
          engine,
          pool,
          execute,
          documents: documentWriters,
          software: softwareVersion(),
        });
        return new DatasetWorker({ making, readModels: engine.readModels, pool, log, folder: exportsFolder(config) });
      },
    },
  ],
  exports: [DatasetWorker],
})
export class DatasetsModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    @Inject(DatasetWorker) private readonly worker: DatasetWorker,
    @Inject(CONFIG) private readonly config: Pick<Config, 'projections'>,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.projections === 'here') this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.stop();
  }
}
