import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CountFlow } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { FlowModel } from './flow.model.ts';

/** How many people reached each stage of a study. */
@Resolver()
export class FlowResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => FlowModel, {
    complexity: 100,
    description: 'How many people reached each stage of a study, and why not.',
  })
  @Allow('participant:read')
  async flow(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<FlowModel> {
    const snapshot = await root.open(read, studyId);
    const stages = await this.queries.execute(new CountFlow(snapshot, studyId));
    return { stages, logIndex: snapshot.logIndex };
  }
}
