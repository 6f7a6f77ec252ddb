import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { AssignmentModel } from '../assignments/assignment.model.ts';
import { AttemptConnection, AttemptFilterInput, AttemptOrderInput } from './attempts.list.ts';
import { AttemptModel } from './attempt.model.ts';
import { PageArgs } from '../connections/page.args.ts';
import { QuantityModel } from '../assignments/quantity.model.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { loaderOf } from '../snapshots/loaders.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { quantityOf } from '../assignments/quantity.ts';
import { sealedContent, type SealedContent } from '../content/sealed-content.ts';
import {
  type AssignmentRow,
  AssignmentsById,
  type AttemptFilter,
  type AttemptOrder,
  type AttemptRow,
  ListAttempts,
  type ReadSnapshot,
} from '#read-models';

/** Attempts. */
@Resolver(() => AttemptModel)
export class AttemptsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => AttemptConnection, { description: 'The attempts of a study.', complexity: pageComplexity })
  @Allow('attempt:read')
  async attempts(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AttemptFilterInput, nullable: true }) filter: AttemptFilter | null,
    @Args('orderBy', { type: () => AttemptOrderInput, nullable: true }) orderBy: Ordering<AttemptOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListAttempts(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => QuantityModel, { nullable: true, description: 'Work done, which may be none.' })
  @Allow('attempt:read')
  done(@Parent() { doneAmount, doneUnit }: AttemptRow): QuantityModel | null {
    return quantityOf(doneAmount, doneUnit);
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('attempt:read')
  note(@Parent() { note }: AttemptRow): SealedContent | null {
    return sealedContent(note);
  }

  @ResolveField(() => AssignmentModel, { nullable: true })
  @Allow('assignment:read')
  async assignment(
    @Parent() { assignmentId }: AttemptRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<AssignmentRow | undefined> {
    const found = loaderOf(snapshot, 'assignment', (at, ids) => this.queries.execute(new AssignmentsById(at, ids)));
    return found.load(assignmentId);
  }
}
