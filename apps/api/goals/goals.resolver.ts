import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ListGoals, type GoalFilter, type GoalOrder, type GoalRow } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { requiredContent, type SealedContent } from '../content/sealed-content.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { GoalConnection, GoalFilterInput, GoalOrderInput } from './goals.list.ts';
import { GoalModel } from './goal.model.ts';

/** The goals of a study. */
@Resolver(() => GoalModel)
export class GoalsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => GoalConnection, { description: 'The goals of a study.', complexity: pageComplexity })
  @Allow('assignment:read')
  async goals(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => GoalFilterInput, nullable: true }) filter: GoalFilter | null,
    @Args('orderBy', { type: () => GoalOrderInput, nullable: true }) orderBy: Ordering<GoalOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListGoals(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => SealedTextModel, { description: 'In the client’s own words.' })
  @Allow('assignment:read')
  statement(@Parent() { statement }: GoalRow): SealedContent {
    return requiredContent(statement);
  }
}
