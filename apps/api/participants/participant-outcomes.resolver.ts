import { QueryBus } from '@nestjs/cqrs';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  AdverseEventFilter,
  AdverseEventOrder,
  ConcomitantTreatmentFilter,
  ConcomitantTreatmentOrder,
  MeasureReceiptFilter,
  MeasureReceiptOrder,
  OutcomeFilter,
  OutcomeOrder,
  ParticipantRow,
  PersonSummaryFilter,
  PersonSummaryOrder,
  RatingScoreFilter,
  RatingScoreOrder,
  ReadSnapshot,
  SuddenGainFilter,
  SuddenGainOrder,
} from '#read-models';
import {
  AdverseEventsOfParticipants,
  ConcomitantTreatmentsOfParticipants,
  MeasureReceiptsOfParticipants,
  OutcomesOfParticipants,
  PersonSummariesOfParticipants,
  RatingScoresOfParticipants,
  SuddenGainsOfParticipants,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { children } from '../connections/children.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { ParticipantModel } from './participant.model.ts';
import { OutcomeConnection, OutcomeFilterInput, OutcomeOrderInput } from '../outcomes/outcomes.list.ts';
import {
  PersonSummaryConnection,
  PersonSummaryFilterInput,
  PersonSummaryOrderInput,
} from '../person-summaries/person-summaries.list.ts';
import {
  SuddenGainConnection,
  SuddenGainFilterInput,
  SuddenGainOrderInput,
} from '../sudden-gains/sudden-gains.list.ts';
import { RatingScoreConnection, RatingScoreFilterInput, RatingScoreOrderInput } from '../ratings/rating-scores.list.ts';
import {
  MeasureReceiptConnection,
  MeasureReceiptFilterInput,
  MeasureReceiptOrderInput,
} from '../missingness/missingness.list.ts';
import {
  AdverseEventConnection,
  AdverseEventFilterInput,
  AdverseEventOrderInput,
} from '../adverse-events/adverse-events.list.ts';
import {
  ConcomitantTreatmentConnection,
  ConcomitantTreatmentFilterInput,
  ConcomitantTreatmentOrderInput,
} from '../concomitant-treatments/concomitant-treatments.list.ts';

/** What became of one participant: scores, changes, gains, missing measures, harms and other treatments. */
@Resolver(() => ParticipantModel)
export class ParticipantOutcomesResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => OutcomeConnection, { complexity: pageComplexity })
  @Allow('measure:read')
  outcomes(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => OutcomeFilterInput, nullable: true }) filter: OutcomeFilter | null,
    @Args('orderBy', { type: () => OutcomeOrderInput, nullable: true }) orderBy: Ordering<OutcomeOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    const name = 'outcomes of participants';
    return children(name, { snapshot, id: participantId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new OutcomesOfParticipants(...asked)),
    );
  }

  @ResolveField(() => PersonSummaryConnection, { complexity: pageComplexity })
  @Allow('measure:read')
  personSummaries(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => PersonSummaryFilterInput, nullable: true }) filter: PersonSummaryFilter | null,
    @Args('orderBy', { type: () => PersonSummaryOrderInput, nullable: true })
    orderBy: Ordering<PersonSummaryOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    const name = 'personSummaries of participants';
    return children(name, { snapshot, id: participantId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new PersonSummariesOfParticipants(...asked)),
    );
  }

  @ResolveField(() => SuddenGainConnection, { complexity: pageComplexity })
  @Allow('measure:read')
  suddenGains(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SuddenGainFilterInput, nullable: true }) filter: SuddenGainFilter | null,
    @Args('orderBy', { type: () => SuddenGainOrderInput, nullable: true }) orderBy: Ordering<SuddenGainOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    const name = 'suddenGains of participants';
    return children(name, { snapshot, id: participantId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new SuddenGainsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => RatingScoreConnection, { complexity: pageComplexity })
  @Allow('rating:read')
  ratingScores(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => RatingScoreFilterInput, nullable: true }) filter: RatingScoreFilter | null,
    @Args('orderBy', { type: () => RatingScoreOrderInput, nullable: true }) orderBy: Ordering<RatingScoreOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    const name = 'ratingScores of participants';
    return children(name, { snapshot, id: participantId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new RatingScoresOfParticipants(...asked)),
    );
  }

  @ResolveField(() => MeasureReceiptConnection, { complexity: pageComplexity })
  @Allow('measure:read')
  missingness(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => MeasureReceiptFilterInput, nullable: true }) filter: MeasureReceiptFilter | null,
    @Args('orderBy', { type: () => MeasureReceiptOrderInput, nullable: true })
    orderBy: Ordering<MeasureReceiptOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    const name = 'missingness of participants';
    return children(name, { snapshot, id: participantId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new MeasureReceiptsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => AdverseEventConnection, { complexity: pageComplexity })
  @Allow('safety:read')
  adverseEvents(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AdverseEventFilterInput, nullable: true }) filter: AdverseEventFilter | null,
    @Args('orderBy', { type: () => AdverseEventOrderInput, nullable: true })
    orderBy: Ordering<AdverseEventOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    const name = 'adverseEvents of participants';
    return children(name, { snapshot, id: participantId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new AdverseEventsOfParticipants(...asked)),
    );
  }

  @ResolveField(() => ConcomitantTreatmentConnection, { complexity: pageComplexity })
  @Allow('safety:read')
  concomitantTreatments(
    @Parent() { participantId }: ParticipantRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ConcomitantTreatmentFilterInput, nullable: true })
    filter: ConcomitantTreatmentFilter | null,
    @Args('orderBy', { type: () => ConcomitantTreatmentOrderInput, nullable: true })
    orderBy: Ordering<ConcomitantTreatmentOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    const name = 'concomitantTreatments of participants';
    return children(name, { snapshot, id: participantId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new ConcomitantTreatmentsOfParticipants(...asked)),
    );
  }
}
