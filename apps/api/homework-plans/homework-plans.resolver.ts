import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ListHomeworkPlans,
  type HomeworkPlanFilter,
  type HomeworkPlanOrder,
  type HomeworkPlanRow,
  type ReadSnapshot,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { sealedContent, type SealedContent, type Visibility } from '../content/sealed-content.ts';
import { writtenFor } from '../content/written-for.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { HomeworkPlanConnection, HomeworkPlanFilterInput, HomeworkPlanOrderInput } from './homework-plans.list.ts';
import { HomeworkPlanModel } from './homework-plan.model.ts';

/** The plans of a study’s homework. */
@Resolver(() => HomeworkPlanModel)
export class HomeworkPlansResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => HomeworkPlanConnection, { description: 'The plans of a study’s homework.', complexity: pageComplexity })
  @Allow('assignment:read')
  async homeworkPlans(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => HomeworkPlanFilterInput, nullable: true }) filter: HomeworkPlanFilter | null,
    @Args('orderBy', { type: () => HomeworkPlanOrderInput, nullable: true })
    orderBy: Ordering<HomeworkPlanOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListHomeworkPlans(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => SealedTextModel, { nullable: true, description: 'If this comes …' })
  @Allow('assignment:read')
  async situation(
    @Parent() { situation, assignmentId }: HomeworkPlanRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<SealedContent | null> {
    return sealedContent(situation, { visibility: await this.#writtenFor(assignmentId, snapshot) });
  }

  @ResolveField(() => SealedTextModel, { nullable: true, description: '… then this is done.' })
  @Allow('assignment:read')
  async action(
    @Parent() { action, assignmentId }: HomeworkPlanRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<SealedContent | null> {
    return sealedContent(action, { visibility: await this.#writtenFor(assignmentId, snapshot) });
  }

  #writtenFor(assignmentId: string, snapshot: ReadSnapshot): Promise<Visibility> {
    return writtenFor(this.queries, { assignmentId, own: undefined }, snapshot);
  }
}
