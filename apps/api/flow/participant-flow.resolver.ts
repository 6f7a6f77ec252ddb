import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListParticipantFlows, type ParticipantFlowFilter, type ParticipantFlowOrder } from '#read-models';
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
  ParticipantFlowConnection,
  ParticipantFlowFilterInput,
  ParticipantFlowOrderInput,
} from './participant-flow.list.ts';
import { ParticipantFlowModel } from './participant-flow.model.ts';

/** How far everybody came, also those who were only screened. */
@Resolver(() => ParticipantFlowModel)
export class ParticipantFlowsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => ParticipantFlowConnection, {
    description: 'How far everybody came, also those who were only screened.',
    complexity: pageComplexity,
  })
  @Allow('participant:read')
  async participantFlows(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ParticipantFlowFilterInput, nullable: true }) filter: ParticipantFlowFilter | null,
    @Args('orderBy', { type: () => ParticipantFlowOrderInput, nullable: true })
    orderBy: Ordering<ParticipantFlowOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListParticipantFlows(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
