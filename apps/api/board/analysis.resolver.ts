import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { type AnalysisKind, analysisKind } from '#domain';
import { AnalysisRunsOfStudy, laggedAssociation } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { AnalysisDesk } from './analysis.desk.ts';
import { AnalysisGateModel, AnalysisRunModel } from './analysis.model.ts';
import { LaggedQuestionInput, ofSite } from './board.inputs.ts';
import { BoardTableModel } from './board.model.ts';
import { PanelArgs } from './panel.args.ts';

const MOST_RUNS = 500;

/** Analyses of outcomes: which are open, who looked at which, and homework beside the change that follows. */
@Resolver()
export class AnalysisResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(AnalysisDesk) private readonly desk: AnalysisDesk,
  ) {}

  @Query(() => [AnalysisGateModel], {
    description:
      'Which analyses of outcomes the caller may look at now. None for a study they do not see. Asking is not a look.',
  })
  @Allow('study:read')
  async analysisGates(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Caller() caller: Principal,
    @Root() root: RootSnapshot,
  ): Promise<readonly AnalysisGateModel[]> {
    const snapshot = await root.open(read, studyId);
    const kinds: readonly AnalysisKind[] = analysisKind.options;
    const gates = await Promise.all(
      kinds.map(async (analysis) => {
        const gate = await this.desk.gate(snapshot, { caller, studyId, analysis });
        return gate === undefined ? undefined : { analysis, ...gate };
      }),
    );
    return gates.filter((gate) => gate !== undefined);
  }

  @Query(() => [AnalysisRunModel], { complexity: 50, description: 'The newest looks at analyses of outcomes.' })
  @Allow('template:read')
  async analysisRuns(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('first', { type: () => Int, defaultValue: 100, description: '0 to 500.' }) first: number,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly AnalysisRunModel[]> {
    const snapshot = await root.open(read, studyId);
    return this.queries.execute(new AnalysisRunsOfStudy(snapshot, studyId, Math.min(MOST_RUNS, Math.max(0, first))));
  }

  @Query(() => BoardTableModel, {
    complexity: 200,
    description:
      'Homework of each interval beside the change that followed, with a model of it. Association only. Looking is recorded.',
  })
  @Allow('adherence:read')
  async laggedAssociation(
    @Args('question', { type: () => LaggedQuestionInput }) question: LaggedQuestionInput,
    @Args() args: PanelArgs,
    @Caller() caller: Principal,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const { studyId, siteId } = args;
    const snapshot = await root.open(args, studyId);
    const { definitionId, denominator, version } = question.homework;
    const homework = { definitionId, denominator, version: version ?? undefined };
    const specification = { ...question, ...ofSite(siteId) };
    const look = { caller, studyId, analysis: 'association' as const, specification };
    const table = await this.desk.look(snapshot, look, () =>
      laggedAssociation(snapshot, { ...question, studyId, siteId: siteId ?? null, homework }),
    );
    return { ...table, logIndex: snapshot.logIndex };
  }
}
