import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { AssociateHomework, type ChosenInstrument, SummariseOutcomes } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { AnalysisDesk } from '../board/analysis.desk.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { HomeworkAssociationModel } from './association.model.ts';
import { OutcomeQuestionArgs, questionOf } from './outcome-question.args.ts';
import { OutcomeSummaryModel, type ScoredByModel } from './outcome-summary.model.ts';

const CAUTION =
  'An association between people, not an effect: whoever improves may do more homework for it, and whatever helps may do both.';

/** What became of a study: every figure with its definition, denominator, n, exclusions and log index. */
@Resolver()
export class OutcomeSummaryResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(AnalysisDesk) private readonly desk: AnalysisDesk,
  ) {}

  @Query(() => OutcomeSummaryModel, {
    complexity: 200,
    description: 'Outcomes on one instrument by one informant: occasions, change, and shares under every convention.',
  })
  @Allow('measure:read')
  async outcomeSummary(
    @Args() args: OutcomeQuestionArgs,
    @Caller() caller: Principal,
    @Root() root: RootSnapshot,
  ): Promise<OutcomeSummaryModel> {
    const snapshot = await root.open(args, args.studyId);
    const { studyId, informant } = args;
    const question = questionOf(args);
    const look = { caller, studyId, analysis: 'outcomes' as const, specification: { ...question } };
    const run = () => this.queries.execute(new SummariseOutcomes(snapshot, question));
    const found = await this.desk.look(snapshot, look, run);
    return { ...found, instrument: scoredBy(found.instrument), informant, logIndex: snapshot.logIndex };
  }

  @Query(() => HomeworkAssociationModel, {
    complexity: 200,
    description: 'Correlation of homework, under a published adherence definition, with improvement. Association only.',
  })
  @Allow('adherence:read')
  async association(
    @Args('definitionId', { type: () => ID }) definitionId: string,
    @Args('definitionVersion', { type: () => Int, nullable: true, description: 'The newest when left out.' })
    version: number | null,
    @Args() args: OutcomeQuestionArgs,
    @Caller() caller: Principal,
    @Root() root: RootSnapshot,
  ): Promise<HomeworkAssociationModel> {
    const snapshot = await root.open(args, args.studyId);
    const homework = { definitionId, version: version ?? undefined };
    const question = questionOf(args);
    const specification = { ...question, homework };
    const look = { caller, studyId: args.studyId, analysis: 'association' as const, specification };
    const run = () => this.queries.execute(new AssociateHomework(snapshot, homework, question));
    const found = await this.desk.look(snapshot, look, run);
    const { logIndex } = snapshot;
    return {
      ...found,
      instrument: scoredBy(found.instrument),
      ...{ informant: args.informant, caution: CAUTION, logIndex },
    };
  }
}

function scoredBy({ instrument: { id, version, title, better }, source }: ChosenInstrument): ScoredByModel {
  return { instrumentId: id, version, title, better, source };
}
