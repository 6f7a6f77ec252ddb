import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import {
  AssignmentConnection,
  AssignmentFilterInput,
  AssignmentOrderInput,
  AssignmentVersionConnection,
  AssignmentVersionFilterInput,
  AssignmentVersionOrderInput,
} from './assignments.list.ts';
import { AssignmentModel } from './assignment.model.ts';
import { AssignmentTermsModel } from './assignment-terms.model.ts';
import { AttemptConnection, AttemptFilterInput, AttemptOrderInput } from '../attempts/attempts.list.ts';
import { PageArgs } from '../connections/page.args.ts';
import { ParticipantModel } from '../participants/participant.model.ts';
import { Places } from '../snapshots/places.ts';
import { QuantityModel } from './quantity.model.ts';
import { RatingConnection, RatingFilterInput, RatingOrderInput } from '../ratings/ratings.list.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { children } from '../connections/children.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { loaderOf } from '../snapshots/loaders.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { quantityOf } from './quantity.ts';
import { sealedContent, type SealedContent } from '../content/sealed-content.ts';
import {
  type AssignmentFilter,
  type AssignmentOrder,
  type AssignmentRow,
  AssignmentsById,
  type AssignmentVersionFilter,
  type AssignmentVersionOrder,
  type AttemptFilter,
  type AttemptOrder,
  AttemptsOfAssignments,
  ListAssignments,
  type ParticipantRow,
  ParticipantsById,
  type RatingFilter,
  type RatingOrder,
  RatingsOfAssignments,
  type ReadSnapshot,
  VersionsOfAssignments,
} from '#read-models';

/** Assignments as they stand. */
@Resolver(() => AssignmentModel)
export class AssignmentsResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly places: Places,
  ) {}

  @Query(() => AssignmentConnection, {
    description: 'The assignments of a study, as they stand.',
    complexity: pageComplexity,
  })
  @Allow('assignment:read')
  async assignments(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AssignmentFilterInput, nullable: true }) filter: AssignmentFilter | null,
    @Args('orderBy', { type: () => AssignmentOrderInput, nullable: true }) orderBy: Ordering<AssignmentOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListAssignments(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @Query(() => AssignmentModel, {
    nullable: true,
    description: 'One assignment; none where there is none with this id.',
  })
  @Allow('assignment:read')
  async assignment(
    @Args('assignmentId', { type: () => ID }) assignmentId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<AssignmentRow | undefined> {
    const snapshot = await this.places.open(`assignment-${assignmentId}`, read, root);
    return snapshot && (await this.queries.execute(new AssignmentsById(snapshot, [assignmentId]))).get(assignmentId);
  }

  @ResolveField(() => AssignmentTermsModel, { description: 'Of the newest version.' })
  @Allow('assignment:read')
  terms(@Parent() row: AssignmentRow): AssignmentRow {
    return row;
  }

  @ResolveField(() => QuantityModel, { nullable: true, description: 'As reported for the obligation as a whole.' })
  @Allow('assignment:read')
  reportedQuantity(@Parent() { reportedAmount, reportedUnit }: AssignmentRow): QuantityModel | null {
    return quantityOf(reportedAmount, reportedUnit);
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('assignment:read')
  declineNote(@Parent() { declineNote, visibility }: AssignmentRow): SealedContent | null {
    return sealedContent(declineNote, { visibility });
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('assignment:read')
  withdrawalNote(@Parent() { withdrawalNote }: AssignmentRow): SealedContent | null {
    return sealedContent(withdrawalNote, { kind: 'notes' });
  }

  @ResolveField(() => ParticipantModel, { nullable: true })
  @Allow('participant:read')
  async participant(
    @Parent() { participantId }: AssignmentRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ParticipantRow | undefined> {
    const people = loaderOf(snapshot, 'participant', (at, ids) => this.queries.execute(new ParticipantsById(at, ids)));
    return people.load(participantId);
  }

  @ResolveField(() => AssignmentVersionConnection, { complexity: pageComplexity })
  @Allow('assignment:read')
  versions(
    @Parent() { assignmentId }: AssignmentRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AssignmentVersionFilterInput, nullable: true })
    filter: AssignmentVersionFilter | null,
    @Args('orderBy', { type: () => AssignmentVersionOrderInput, nullable: true })
    orderBy: Ordering<AssignmentVersionOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('versions', { snapshot, id: assignmentId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new VersionsOfAssignments(...asked)),
    );
  }

  @ResolveField(() => AttemptConnection, { complexity: pageComplexity })
  @Allow('attempt:read')
  attempts(
    @Parent() { assignmentId }: AssignmentRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AttemptFilterInput, nullable: true }) filter: AttemptFilter | null,
    @Args('orderBy', { type: () => AttemptOrderInput, nullable: true }) orderBy: Ordering<AttemptOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('attempts at assignments', { snapshot, id: assignmentId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new AttemptsOfAssignments(...asked)),
    );
  }

  @ResolveField(() => RatingConnection, { complexity: pageComplexity })
  @Allow('rating:read')
  ratings(
    @Parent() { assignmentId }: AssignmentRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => RatingFilterInput, nullable: true }) filter: RatingFilter | null,
    @Args('orderBy', { type: () => RatingOrderInput, nullable: true }) orderBy: Ordering<RatingOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('ratings of assignments', { snapshot, id: assignmentId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new RatingsOfAssignments(...asked)),
    );
  }
}
