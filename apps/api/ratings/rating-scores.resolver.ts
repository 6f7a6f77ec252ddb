import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListRatingScores, type RatingScoreFilter, type RatingScoreOrder } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { RatingScoreConnection, RatingScoreFilterInput, RatingScoreOrderInput } from './rating-scores.list.ts';
import { RatingScoreModel } from './rating-score.model.ts';

/** The ratings of a study by item and scale. */
@Resolver(() => RatingScoreModel)
export class RatingScoresResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => RatingScoreConnection, {
    description: 'The ratings of a study by item and scale.',
    complexity: pageComplexity,
  })
  @Allow('rating:read')
  async ratingScores(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => RatingScoreFilterInput, nullable: true }) filter: RatingScoreFilter | null,
    @Args('orderBy', { type: () => RatingScoreOrderInput, nullable: true }) orderBy: Ordering<RatingScoreOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListRatingScores(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
