import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { ItemValueModel } from './item-value.model.ts';
import { ListRatings, type RatingFilter, type RatingOrder, type RatingRow } from '#read-models';
import { PageArgs } from '../connections/page.args.ts';
import { RatingConnection, RatingFilterInput, RatingOrderInput } from './ratings.list.ts';
import { RatingModel } from './rating.model.ts';
import { RatingTargetModel } from './rating-target.model.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { itemValues } from './item-values.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { sealedContent, type SealedContent } from '../content/sealed-content.ts';

/** Ratings. */
@Resolver(() => RatingModel)
export class RatingsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => RatingConnection, { description: 'The ratings of a study.', complexity: pageComplexity })
  @Allow('rating:read')
  async ratings(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => RatingFilterInput, nullable: true }) filter: RatingFilter | null,
    @Args('orderBy', { type: () => RatingOrderInput, nullable: true }) orderBy: Ordering<RatingOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListRatings(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => [ItemValueModel], { description: 'Raw values, in the form’s own direction.' })
  @Allow('rating:read')
  items(@Parent() { items }: RatingRow): ItemValueModel[] {
    return itemValues(items);
  }

  @ResolveField(() => RatingTargetModel)
  @Allow('rating:read')
  target(@Parent() row: RatingRow): RatingTargetModel {
    const { targetKind: kind, targetAssignmentId: assignmentId, targetVersion: version } = row;
    const { targetSessionId: sessionId, targetFrom: from, targetTo: to } = row;
    return { kind, assignmentId, version, sessionId, from, to };
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('rating:read')
  note(@Parent() { note }: RatingRow): SealedContent | null {
    return sealedContent(note, { kind: 'notes' });
  }
}
