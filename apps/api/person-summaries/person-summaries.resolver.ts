import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListPersonSummaries, type PersonSummaryFilter, type PersonSummaryOrder } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { PersonSummaryConnection, PersonSummaryFilterInput, PersonSummaryOrderInput } from './person-summaries.list.ts';
import { PersonSummaryModel } from './person-summary.model.ts';

/** Every person’s change in a study, each informant apart. */
@Resolver(() => PersonSummaryModel)
export class PersonSummariesResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => PersonSummaryConnection, {
    description: 'Every person’s change in a study, each informant apart.',
    complexity: pageComplexity,
  })
  @Allow('measure:read')
  async personSummaries(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => PersonSummaryFilterInput, nullable: true }) filter: PersonSummaryFilter | null,
    @Args('orderBy', { type: () => PersonSummaryOrderInput, nullable: true })
    orderBy: Ordering<PersonSummaryOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListPersonSummaries(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
