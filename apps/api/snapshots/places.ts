import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { EventHistory, type ReadSnapshot } from '#read-models';
import type { ReadArgs } from './read.args.ts';
import type { RootSnapshot } from './root.decorator.ts';

/**
 * Opens the snapshot for something of which only its own id is known. A past moment is prepared for one study, so the
 * present, which knows everything the past knew, is asked first to which study it belongs.
 */
@Injectable()
export class Places {
  constructor(private readonly queries: QueryBus) {}

  /**
   * @param stream of a record
   * @returns undefined for the past of a record that does not exist, or belongs to no study
   */
  async open(stream: string, read: ReadArgs, root: RootSnapshot): Promise<ReadSnapshot | undefined> {
    if (read.asOf === null || read.asOf === undefined) return root.open(read);
    const { edges } = await this.queries.execute(
      new EventHistory(await root.now(), { records: [stream] }, { first: 1 }),
    );
    const studyId = edges[0]?.row.metadata.studyId;
    return studyId === undefined ? undefined : root.open(read, studyId);
  }
}
