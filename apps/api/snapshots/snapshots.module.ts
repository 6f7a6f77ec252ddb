import { Global, Module } from '@nestjs/common';
import { type Config, CONFIG, Engine, Opener } from '#platform';
import { ReadModelSnapshots } from './read-model-snapshots.ts';
import { Snapshots } from './snapshot-scope.ts';

/** What resolvers read from: views of the tables, and what opens sealed content. */
@Global()
@Module({
  providers: [
    { provide: Opener, inject: [Engine], useFactory: ({ keys }: Engine) => new Opener(keys) },
    {
      provide: Snapshots,
      inject: [Engine, CONFIG],
      useFactory: ({ readModels }: Engine, { database }: Config) =>
        new ReadModelSnapshots(readModels, database.poolSize),
    },
  ],
  exports: [Opener, Snapshots],
})
export class SnapshotsModule {}
