import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListProtocolAmendments, type ProtocolAmendmentFilter, type ProtocolAmendmentOrder } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import {
  ProtocolAmendmentConnection,
  ProtocolAmendmentFilterInput,
  ProtocolAmendmentOrderInput,
} from './protocol-amendments.list.ts';
import { ProtocolAmendmentModel } from './protocol-amendment.model.ts';

/** The protocol versions of a study. */
@Resolver(() => ProtocolAmendmentModel)
export class ProtocolAmendmentsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => ProtocolAmendmentConnection, {
    description: 'The protocol versions of a study.',
    complexity: pageComplexity,
  })
  @Allow('study:read')
  async protocolAmendments(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ProtocolAmendmentFilterInput, nullable: true })
    filter: ProtocolAmendmentFilter | null,
    @Args('orderBy', { type: () => ProtocolAmendmentOrderInput, nullable: true })
    orderBy: Ordering<ProtocolAmendmentOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListProtocolAmendments(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
