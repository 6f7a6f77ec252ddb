import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { gridData } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { AnalysisDesk } from './analysis.desk.ts';
import { AnalysisClosed } from './analysis.error.ts';
import { GridJobModel } from './analysis.model.ts';
import { ofSite, SpecificationGridInput } from './board.inputs.ts';
import { type GridJob, GridJobs } from './grid.jobs.ts';
import { OF_SITE } from './panel.args.ts';

/** Specification grids: begun, watched and stopped. */
@Resolver()
export class GridJobsCommandsResolver {
  constructor(
    @Inject(GridJobs) private readonly jobs: GridJobs,
    @Inject(AnalysisDesk) private readonly desk: AnalysisDesk,
  ) {}

  @Mutation(() => GridJobModel, {
    description: 'Begins to fit every combination of a grid’s choices. The look is recorded when the curve is done.',
  })
  @Allow('adherence:read')
  async startSpecificationGrid(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('grid', { type: () => SpecificationGridInput }) input: SpecificationGridInput,
    @Args('siteId', OF_SITE) siteId: string | null | undefined,
    @Caller() caller: Principal,
    @Context() { snapshots }: GraphqlContext,
  ): Promise<GridJobModel> {
    const snapshot = await snapshots.openFor('startSpecificationGrid', {});
    const specification = { ...input, ...ofSite(siteId) };
    const look = { caller, studyId, analysis: 'sensitivity' as const, specification };
    const gate = await this.desk.gate(snapshot, look);
    if (gate !== undefined && !gate.open) throw new AnalysisClosed('sensitivity');
    const grid = { ...input, studyId, siteId: siteId ?? null };
    const data = await gridData(snapshot, grid);
    const record =
      gate === undefined ? () => Promise.resolve() : (curve: unknown) => this.desk.record(data.logIndex, look, curve);
    return told(this.jobs.start(caller.actor.id, grid, data, record));
  }

  @Mutation(() => GridJobModel, {
    nullable: true,
    description: 'Stops a grid. None where the caller began no such one.',
  })
  @Allow('adherence:read')
  cancelSpecificationGrid(
    @Args('jobId', { type: () => ID }) jobId: string,
    @Caller() { actor }: Principal,
  ): GridJobModel | null {
    const job = this.jobs.cancel(actor.id, jobId);
    return job === undefined ? null : told(job);
  }

  @Query(() => GridJobModel, {
    nullable: true,
    description: 'How far a grid has come. None where the caller began no such one.',
  })
  @Allow('adherence:read')
  specificationGrid(
    @Args('jobId', { type: () => ID }) jobId: string,
    @Caller() { actor }: Principal,
  ): GridJobModel | null {
    const job = this.jobs.find(actor.id, jobId);
    return job === undefined ? null : told(job);
  }
}

function told({ jobId, state, done, total, curve, logIndex }: GridJob): GridJobModel {
  return { jobId, state, done, total, curve: curve === null ? null : { ...curve, logIndex } };
}
