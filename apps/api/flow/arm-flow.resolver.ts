import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CountFlow, CountFollowUp, type FlowCount, type FollowUpCount, type ReadSnapshot } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { ArmFlowModel, FlowCountModel, FollowUpCountModel } from './flow.model.ts';

/** The flow of one arm. */
@Resolver(() => ArmFlowModel)
export class ArmFlowResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @ResolveField(() => [FlowCountModel], { complexity: 100 })
  @Allow('arm:read')
  stages(
    @Parent() { studyId, participantIds, siteId }: ArmFlowModel,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<readonly FlowCount[]> {
    return this.queries.execute(new CountFlow(snapshot, studyId, participantIds, siteId));
  }

  @ResolveField(() => [FollowUpCountModel], { complexity: 50 })
  @Allow('arm:read')
  followUp(
    @Parent() { studyId, participantIds }: ArmFlowModel,
    @Args('instrumentId', { type: () => ID }) instrumentId: string,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<readonly FollowUpCount[]> {
    return this.queries.execute(new CountFollowUp(snapshot, studyId, instrumentId, participantIds));
  }
}
