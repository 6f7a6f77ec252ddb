import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListOutcomeItems, type OutcomeItemFilter, type OutcomeItemOrder } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { OutcomeItemConnection, OutcomeItemFilterInput, OutcomeItemOrderInput } from './outcome-items.list.ts';
import { OutcomeItemModel } from './outcome-item.model.ts';

/** The answers of a study’s outcome measures. */
@Resolver(() => OutcomeItemModel)
export class OutcomeItemsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => OutcomeItemConnection, {
    description: 'The answers of a study’s outcome measures.',
    complexity: pageComplexity,
  })
  @Allow('measure:read')
  async outcomeItems(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => OutcomeItemFilterInput, nullable: true }) filter: OutcomeItemFilter | null,
    @Args('orderBy', { type: () => OutcomeItemOrderInput, nullable: true }) orderBy: Ordering<OutcomeItemOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListOutcomeItems(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
