import { Args, ID, Query, Resolver } from '@nestjs/graphql';
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
import { ComplianceConnection, ComplianceFilterInput, ComplianceOrderInput } from './compliance.list.ts';
import { ComplianceModel } from './compliance.model.ts';
import { ListCompliance, type ComplianceFilter, type ComplianceOrder } from '#read-models';

/** Event-derived compliance ratings. */
@Resolver(() => ComplianceModel)
export class ComplianceResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => ComplianceConnection, {
    description: 'Event-derived compliance ratings of a study. Ratings that people gave are elsewhere.',
    complexity: pageComplexity,
  })
  @Allow('adherence:read')
  async compliance(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ComplianceFilterInput, nullable: true }) filter: ComplianceFilter | null,
    @Args('orderBy', { type: () => ComplianceOrderInput, nullable: true }) orderBy: Ordering<ComplianceOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListCompliance(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
