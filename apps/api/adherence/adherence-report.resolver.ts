import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type AdherenceFilter,
  type AdherenceOrder,
  type AdherenceSummary,
  CountUnmeasured,
  type ReadSnapshot,
  SummariseAdherence,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { AdherenceConnection, AdherenceFilterInput, AdherenceOrderInput } from './adherence.list.ts';
import {
  AdherenceCountsModel,
  AdherenceExclusionModel,
  AdherenceReportModel,
  ExclusionReason,
} from './adherence-report.model.ts';
import { DefinitionChoiceInput } from './definition-choice.input.ts';
import { type ChosenDefinition, DefinitionChoices } from './definition-choices.ts';
import { JudgedPeople } from './judged-people.ts';

interface Report {
  readonly studyId: string;
  readonly definition: ChosenDefinition;
  readonly logIndex: number;
}

/** A study under one definition: counts, exclusions and people. */
@Resolver(() => AdherenceReportModel)
export class AdherenceReportResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly definitions: DefinitionChoices,
    private readonly judged: JudgedPeople,
  ) {}

  @Query(() => AdherenceReportModel, { description: 'A study under one definition, now or as it was known.' })
  @Allow('adherence:read')
  async adherence(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('definition') chosen: DefinitionChoiceInput,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<Report> {
    const snapshot = await root.open(read, studyId);
    const definition = await this.definitions.find(snapshot, studyId, chosen, 'definition');
    return { studyId, definition, logIndex: snapshot.logIndex };
  }

  @ResolveField(() => AdherenceCountsModel, { complexity: 100 })
  @Allow('adherence:read')
  counts(
    @Parent() { studyId, definition: { choice } }: Report,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<AdherenceSummary> {
    return this.queries.execute(new SummariseAdherence(snapshot, studyId, choice));
  }

  @ResolveField(() => [AdherenceExclusionModel], {
    complexity: 100,
    description: 'Reasons that concern nobody are left out.',
  })
  @Allow('adherence:read')
  async excluded(
    @Parent() { studyId, definition: { choice } }: Report,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<AdherenceExclusionModel[]> {
    const { nothingToMeasure, notEvaluated } = await this.queries.execute(
      new CountUnmeasured(snapshot, studyId, choice),
    );
    return [
      { reason: ExclusionReason.NOTHING_TO_MEASURE, people: nothingToMeasure },
      { reason: ExclusionReason.NOT_EVALUATED, people: notEvaluated },
    ].filter(({ people }) => people > 0);
  }

  @ResolveField(() => AdherenceConnection, {
    complexity: pageComplexity,
    description: 'Filter and order are for published definitions; people under one’s own are listed by id.',
  })
  @Allow('adherence:read')
  people(
    @Parent() { studyId, definition }: Report,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AdherenceFilterInput, nullable: true }) filter: AdherenceFilter | null,
    @Args('orderBy', { type: () => AdherenceOrderInput, nullable: true }) orderBy: Ordering<AdherenceOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return this.judged.page({ snapshot, studyId, definition }, { page, filter, orderBy });
  }
}
