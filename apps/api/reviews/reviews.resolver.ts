import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { PageArgs } from '../connections/page.args.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReviewConnection, ReviewFilterInput, ReviewOrderInput } from './reviews.list.ts';
import { ReviewModel } from './review.model.ts';
import { ListReviews, type ReviewFilter, type ReviewOrder, type ReviewRow } from '#read-models';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { sealedContent, type SealedContent } from '../content/sealed-content.ts';

/** Reviews of homework. */
@Resolver(() => ReviewModel)
export class ReviewsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => ReviewConnection, { description: 'The reviews of homework in a study.', complexity: pageComplexity })
  @Allow('assignment:read')
  async reviews(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ReviewFilterInput, nullable: true }) filter: ReviewFilter | null,
    @Args('orderBy', { type: () => ReviewOrderInput, nullable: true }) orderBy: Ordering<ReviewOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListReviews(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('assignment:read')
  note(@Parent() { note }: ReviewRow): SealedContent | null {
    return sealedContent(note, { kind: 'notes' });
  }
}
