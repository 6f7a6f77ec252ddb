import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ListOutcomes, type OutcomeFilter, type OutcomeOrder, type OutcomeRow } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { OutcomeConnection, OutcomeFilterInput, OutcomeOrderInput } from './outcomes.list.ts';
import { OutcomeModel } from './outcome.model.ts';
import { ScaleScoreModel } from './scale-score.model.ts';

/** The scored outcome measures of a study. */
@Resolver(() => OutcomeModel)
export class OutcomesResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => OutcomeConnection, {
    description: 'The scored outcome measures of a study.',
    complexity: pageComplexity,
  })
  @Allow('measure:read')
  async outcomes(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => OutcomeFilterInput, nullable: true }) filter: OutcomeFilter | null,
    @Args('orderBy', { type: () => OutcomeOrderInput, nullable: true }) orderBy: Ordering<OutcomeOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListOutcomes(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => [ScaleScoreModel], {
    description: 'Every scale of the instrument; none where only a total was told.',
  })
  @Allow('measure:read')
  scales(@Parent() { scales }: OutcomeRow): readonly ScaleScoreModel[] {
    return scales;
  }
}
