import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { EventMetadata } from '#domain';
import {
  EventHistory,
  type HistoryEntry,
  type HistoryFilter,
  type HistoryOrder,
  type ReadSnapshot,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { Contents, kindOf } from '../content/contents.ts';
import { sealedContent, type SealedContent } from '../content/sealed-content.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { Places } from '../snapshots/places.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { EventContextModel, HistoryEventModel } from './history-event.model.ts';
import { HistoryOfInput } from './history-of.input.ts';
import {
  HistoryEventConnection,
  type HistoryEventFilter,
  HistoryEventFilterInput,
  HistoryEventOrderInput,
} from './history.list.ts';

/** The event history of a record, a person or a study. */
@Resolver(() => HistoryEventModel)
export class HistoryResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly places: Places,
    private readonly contents: Contents,
  ) {}

  @Query(() => HistoryEventConnection, {
    nullable: true,
    complexity: pageComplexity,
    description: 'Events in the order of the log. None for the past of something that does not exist.',
  })
  @Allow('history:read')
  async history(
    @Args('of') of: HistoryOfInput,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => HistoryEventFilterInput, nullable: true }) filter: HistoryEventFilter | null,
    @Args('orderBy', { type: () => HistoryEventOrderInput, nullable: true }) orderBy: Ordering<HistoryOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape | null> {
    const snapshot = await this.#open(of, read, root);
    if (snapshot === undefined) return null;
    const wanted = { ...cleaned(filter), ...whose(of) };
    return connection(
      await this.queries.execute(new EventHistory(snapshot, wanted, pageRequest(page, orderBy))),
      snapshot,
    );
  }

  #open(of: HistoryOfInput, read: ReadArgs, root: RootSnapshot): Promise<ReadSnapshot | undefined> {
    if (of.studyId !== undefined) return root.open(read, of.studyId);
    return this.places.open(
      of.record === undefined ? `participant-${of.participantId ?? ''}` : streamOf(of.record),
      read,
      root,
    );
  }

  @ResolveField(() => EventContextModel)
  @Allow('history:read')
  context(@Parent() { metadata }: HistoryEntry): EventMetadata {
    return metadata;
  }

  @ResolveField(() => String, { nullable: true, description: 'The coded reason or trigger, where the event has one.' })
  @Allow('history:read')
  reason(@Parent() { why }: HistoryEntry): string | null {
    return why.code;
  }

  @ResolveField(() => SealedTextModel, { nullable: true, description: 'Why, in words.' })
  @Allow('history:read')
  note(@Parent() { why, stream }: HistoryEntry): SealedContent | null {
    return sealedContent(why.note, { kind: kindOf(stream), visibility: 'private' });
  }

  @ResolveField(() => Json, {
    nullable: true,
    description:
      'The content in today’s shape. Private fields are their text for those who may read it, otherwise { sealed: true, length }, and { erased: true } once erased.',
  })
  @Allow('history:read')
  data(
    @Parent() entry: HistoryEntry,
    @Context() context: GraphqlContext,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<unknown> {
    return this.contents.dataOf(entry, context, snapshot);
  }
}

function streamOf({ category, recordId }: NonNullable<HistoryOfInput['record']>): string {
  return `${category}-${recordId}`;
}

function whose({ record, participantId, studyId }: HistoryOfInput): HistoryFilter {
  if (record !== undefined) return { records: [streamOf(record)] };
  return studyId === undefined ? { participantId } : { studyIds: [studyId] };
}
