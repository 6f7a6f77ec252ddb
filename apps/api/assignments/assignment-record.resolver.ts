import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { PageArgs } from '../connections/page.args.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { children } from '../connections/children.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { OccurrenceConnection, OccurrenceFilterInput, OccurrenceOrderInput } from '../occurrences/occurrences.list.ts';
import { ReviewConnection, ReviewFilterInput, ReviewOrderInput } from '../reviews/reviews.list.ts';
import { ComplianceConnection, ComplianceFilterInput, ComplianceOrderInput } from '../compliance/compliance.list.ts';
import { AssignmentModel } from './assignment.model.ts';
import {
  type AssignmentRow,
  type ReadSnapshot,
  type OccurrenceFilter,
  type OccurrenceOrder,
  OccurrencesOfAssignments,
  type ReviewFilter,
  type ReviewOrder,
  ReviewsOfAssignments,
  type ComplianceFilter,
  type ComplianceOrder,
  ComplianceOfAssignments,
} from '#read-models';

/** What came of an assignment, obligation by obligation. */
@Resolver(() => AssignmentModel)
export class AssignmentRecordResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => OccurrenceConnection, { complexity: pageComplexity })
  @Allow('assignment:read')
  occurrences(
    @Parent() { assignmentId }: AssignmentRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => OccurrenceFilterInput, nullable: true }) filter: OccurrenceFilter | null,
    @Args('orderBy', { type: () => OccurrenceOrderInput, nullable: true }) orderBy: Ordering<OccurrenceOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'occurrences of assignments',
      { snapshot, id: assignmentId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new OccurrencesOfAssignments(...asked)),
    );
  }

  @ResolveField(() => ReviewConnection, { complexity: pageComplexity })
  @Allow('assignment:read')
  reviews(
    @Parent() { assignmentId }: AssignmentRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ReviewFilterInput, nullable: true }) filter: ReviewFilter | null,
    @Args('orderBy', { type: () => ReviewOrderInput, nullable: true }) orderBy: Ordering<ReviewOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('reviews of assignments', { snapshot, id: assignmentId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new ReviewsOfAssignments(...asked)),
    );
  }

  @ResolveField(() => ComplianceConnection, { complexity: pageComplexity })
  @Allow('adherence:read')
  compliance(
    @Parent() { assignmentId }: AssignmentRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ComplianceFilterInput, nullable: true }) filter: ComplianceFilter | null,
    @Args('orderBy', { type: () => ComplianceOrderInput, nullable: true }) orderBy: Ordering<ComplianceOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'compliance of assignments',
      { snapshot, id: assignmentId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new ComplianceOfAssignments(...asked)),
    );
  }
}
