import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ArmsOfStudy, CountFlow, CountFollowUp, type FollowUpCount, type ReadSnapshot } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Arms } from '../allocation/arms.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { ArmFlowModel, FlowModel, FollowUpCountModel } from './flow.model.ts';

/** How many people reached each stage of a study. */
@Resolver(() => FlowModel)
export class FlowResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Arms) private readonly opened: Arms,
  ) {}

  @Query(() => FlowModel, {
    complexity: 100,
    description: 'How many people reached each stage of a study, and why not.',
  })
  @Allow('participant:read')
  async flow(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('siteId', { type: () => ID, nullable: true, description: 'Of one site; of all, when left out.' })
    siteId: string | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<FlowModel> {
    const snapshot = await root.open(read, studyId);
    const stages = await this.queries.execute(new CountFlow(snapshot, studyId, undefined, siteId ?? null));
    return { stages, logIndex: snapshot.logIndex, studyId, siteId: siteId ?? null };
  }

  @ResolveField(() => [FollowUpCountModel], {
    complexity: 50,
    description: 'Of those who were allocated: follow-up by one instrument, in the order of its occasions.',
  })
  @Allow('measure:read')
  followUp(
    @Parent() { studyId }: FlowModel,
    @Args('instrumentId', { type: () => ID }) instrumentId: string,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<readonly FollowUpCount[]> {
    return this.queries.execute(new CountFollowUp(snapshot, studyId, instrumentId));
  }

  @ResolveField(() => [ArmFlowModel], { complexity: 300, description: 'By arm, in the order of their names.' })
  @Allow('arm:read')
  async arms(
    @Parent() { studyId, siteId }: FlowModel,
    @Snapshot() snapshot: ReadSnapshot,
    @Context() { notes }: GraphqlContext,
  ): Promise<readonly ArmFlowModel[]> {
    const people = await this.opened.open(await this.queries.execute(new ArmsOfStudy(snapshot, studyId)));
    for (const { participantId } of people) notes.data(participantId, 'arm', 'flow');
    const names = [...new Set(people.flatMap(({ arm }) => arm ?? []))].sort();
    return names.map((arm) => {
      const participantIds = people.filter((one) => one.arm === arm).map(({ participantId }) => participantId);
      return { arm, participantIds, studyId, siteId };
    });
  }
}
