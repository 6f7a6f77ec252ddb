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
import { ContactConnection, ContactFilterInput, ContactOrderInput } from '../contacts/contacts.list.ts';
import { IntervalConnection, IntervalFilterInput, IntervalOrderInput } from '../intervals/intervals.list.ts';
import { ComplianceConnection, ComplianceFilterInput, ComplianceOrderInput } from '../compliance/compliance.list.ts';
import { ParticipantModel } from './participant.model.ts';
import {
  type ParticipantRow,
  type ReadSnapshot,
  type OccurrenceFilter,
  type OccurrenceOrder,
  OccurrencesOfParticipants,
  type ReviewFilter,
  type ReviewOrder,
  ReviewsOfParticipants,
  type ContactFilter,
  type ContactOrder,
  ContactsOfParticipants,
  type IntervalFilter,
  type IntervalOrder,
  IntervalsOfParticipants,
  type ComplianceFilter,
  type ComplianceOrder,
  ComplianceOfParticipants,
} from '#read-models';

/** What a participant’s record shows of homework, obligation by obligation and interval by interval. */
@Resolver(() => ParticipantModel)
export class ParticipantHomeworkResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => OccurrenceConnection, { complexity: pageComplexity })
  @Allow('assignment:read')
  occurrences(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => OccurrenceFilterInput, nullable: true }) filter: OccurrenceFilter | null,
    @Args('orderBy', { type: () => OccurrenceOrderInput, nullable: true }) orderBy: Ordering<OccurrenceOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'occurrences of participants',
      { snapshot, id: participantId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new OccurrencesOfParticipants(...asked)),
    );
  }

  @ResolveField(() => ReviewConnection, { complexity: pageComplexity })
  @Allow('assignment:read')
  reviews(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ReviewFilterInput, nullable: true }) filter: ReviewFilter | null,
    @Args('orderBy', { type: () => ReviewOrderInput, nullable: true }) orderBy: Ordering<ReviewOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('reviews of participants', { snapshot, id: participantId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new ReviewsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => ContactConnection, { complexity: pageComplexity })
  @Allow('contact:read')
  contacts(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ContactFilterInput, nullable: true }) filter: ContactFilter | null,
    @Args('orderBy', { type: () => ContactOrderInput, nullable: true }) orderBy: Ordering<ContactOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'contacts of participants',
      { snapshot, id: participantId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new ContactsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => IntervalConnection, { complexity: pageComplexity })
  @Allow('adherence:read')
  intervals(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => IntervalFilterInput, nullable: true }) filter: IntervalFilter | null,
    @Args('orderBy', { type: () => IntervalOrderInput, nullable: true }) orderBy: Ordering<IntervalOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'intervals of participants',
      { snapshot, id: participantId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new IntervalsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => ComplianceConnection, { complexity: pageComplexity })
  @Allow('adherence:read')
  compliance(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ComplianceFilterInput, nullable: true }) filter: ComplianceFilter | null,
    @Args('orderBy', { type: () => ComplianceOrderInput, nullable: true }) orderBy: Ordering<ComplianceOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children(
      'compliance of participants',
      { snapshot, id: participantId },
      { page, filter, orderBy },
      (...asked) => this.queries.execute(new ComplianceOfParticipants(...asked)),
    );
  }
}
