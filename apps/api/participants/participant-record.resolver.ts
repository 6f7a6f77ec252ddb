import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { AdherenceConnection, AdherenceFilterInput, AdherenceOrderInput } from '../adherence/adherence.list.ts';
import { Allow } from '../access/allow.decorator.ts';
import { AssignmentConnection, AssignmentFilterInput, AssignmentOrderInput } from '../assignments/assignments.list.ts';
import { AttemptConnection, AttemptFilterInput, AttemptOrderInput } from '../attempts/attempts.list.ts';
import { MeasureConnection, MeasureFilterInput, MeasureOrderInput } from '../measures/measures.list.ts';
import { PageArgs } from '../connections/page.args.ts';
import { ParticipantModel } from './participant.model.ts';
import { RatingConnection, RatingFilterInput, RatingOrderInput } from '../ratings/ratings.list.ts';
import { SessionConnection, SessionFilterInput, SessionOrderInput } from '../sessions/sessions.list.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { children } from '../connections/children.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import {
  type AdherenceFilter,
  AdherenceOfParticipants,
  type AdherenceOrder,
  type AssignmentFilter,
  type AssignmentOrder,
  AssignmentsOfParticipants,
  type AttemptFilter,
  type AttemptOrder,
  AttemptsOfParticipants,
  type MeasureFilter,
  type MeasureOrder,
  MeasuresOfParticipants,
  type ParticipantRow,
  type RatingFilter,
  type RatingOrder,
  RatingsOfParticipants,
  type ReadSnapshot,
  type SessionFilter,
  type SessionOrder,
  SessionsOfParticipants,
} from '#read-models';

/** What a participant’s record holds. */
@Resolver(() => ParticipantModel)
export class ParticipantRecordResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => AssignmentConnection, { complexity: pageComplexity })
  @Allow('assignment:read')
  assignments(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AssignmentFilterInput, nullable: true }) filter: AssignmentFilter | null,
    @Args('orderBy', { type: () => AssignmentOrderInput, nullable: true }) orderBy: Ordering<AssignmentOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'assignments of participants',
      { snapshot, id: participantId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new AssignmentsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => AttemptConnection, { complexity: pageComplexity })
  @Allow('attempt:read')
  attempts(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AttemptFilterInput, nullable: true }) filter: AttemptFilter | null,
    @Args('orderBy', { type: () => AttemptOrderInput, nullable: true }) orderBy: Ordering<AttemptOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'attempts of participants',
      { snapshot, id: participantId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new AttemptsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => SessionConnection, { complexity: pageComplexity })
  @Allow('session:read')
  sessions(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SessionFilterInput, nullable: true }) filter: SessionFilter | null,
    @Args('orderBy', { type: () => SessionOrderInput, nullable: true }) orderBy: Ordering<SessionOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'sessions of participants',
      { snapshot, id: participantId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new SessionsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => RatingConnection, { complexity: pageComplexity })
  @Allow('rating:read')
  ratings(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => RatingFilterInput, nullable: true }) filter: RatingFilter | null,
    @Args('orderBy', { type: () => RatingOrderInput, nullable: true }) orderBy: Ordering<RatingOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('ratings of participants', { snapshot, id: participantId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new RatingsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => MeasureConnection, { complexity: pageComplexity })
  @Allow('measure:read')
  measures(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => MeasureFilterInput, nullable: true }) filter: MeasureFilter | null,
    @Args('orderBy', { type: () => MeasureOrderInput, nullable: true }) orderBy: Ordering<MeasureOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'measures of participants',
      { snapshot, id: participantId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new MeasuresOfParticipants(...asked)),
    );
  }

  @ResolveField(() => AdherenceConnection, {
    description: 'Under every published definition.',
    complexity: pageComplexity,
  })
  @Allow('adherence:read')
  adherence(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AdherenceFilterInput, nullable: true }) filter: AdherenceFilter | null,
    @Args('orderBy', { type: () => AdherenceOrderInput, nullable: true }) orderBy: Ordering<AdherenceOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'adherence of participants',
      { snapshot, id: participantId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new AdherenceOfParticipants(...asked)),
    );
  }
}
