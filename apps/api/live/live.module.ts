import { Module } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Engine, LOG, type Log } from '#platform';
import { changesScope, ChangesSince, type Scope } from '#read-models';
import type { Position } from '#event-store';
import { Snapshots } from '../snapshots/snapshot-scope.ts';
import { LiveController } from './live.controller.ts';
import { LiveStreams } from './live.streams.ts';

/** A page shows a change within a second; a page that heard nothing for half a minute looks for another server. */
const TIMES = { look: 250, beat: 10_000 } as const;

@Module({
  controllers: [LiveController],
  providers: [
    {
      provide: LiveStreams,
      inject: [Engine, Snapshots, QueryBus, LOG],
      useFactory: ({ store }: Engine, snapshots: Snapshots, queries: QueryBus, log: Log) =>
        new LiveStreams(
          { head: () => store.head(), changes: (scope, after) => changesOf(snapshots, queries, scope, after) },
          TIMES,
          (err) => log.warn({ err }, 'Open pages could not be told of changes; it is tried again'),
        ),
    },
  ],
})
export class LiveModule {}

async function changesOf(snapshots: Snapshots, queries: QueryBus, scope: Scope, after: Position) {
  const snapshot = await snapshots.open({ scope: changesScope(scope) });
  try {
    const changes = await queries.execute(new ChangesSince(snapshot, after));
    // The tables may be behind the log: what they do not know of yet is told at the next look.
    return { changes, upTo: snapshot.position > after ? snapshot.position : after };
  } finally {
    await snapshot.close();
  }
}
