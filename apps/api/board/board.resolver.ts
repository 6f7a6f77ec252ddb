import { Inject } from '@nestjs/common';
import { type Query as CqrsQuery, QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import {
  type BoardTable,
  DataQuality,
  ExploreHomework,
  type HomeworkAspect as Aspect,
  HomeworkHeatMap,
  MissingData,
  type ReadSnapshot,
  RecruitmentOfStudy,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { HomeworkAspect } from './board.enums.ts';
import { HomeworkMeasureInput } from './board.inputs.ts';
import { BoardTableModel } from './board.model.ts';

const StudyId = () => Args('studyId', { type: () => ID });

/** Panels of the study board that do not look at outcomes. */
@Resolver(() => BoardTableModel)
export class BoardResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => BoardTableModel, {
    complexity: 50,
    description: 'Who was enrolled when and where, beside what the analysis plan expects.',
  })
  @Allow('participant:read')
  async recruitment(
    @StudyId() studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const snapshot = await root.open(read, studyId);
    return this.#panel(snapshot, new RecruitmentOfStudy(snapshot, studyId));
  }

  @Query(() => BoardTableModel, {
    complexity: 200,
    description: 'Homework of everybody, week by week since enrolment: one row a person.',
  })
  @Allow('adherence:read')
  async homeworkHeatMap(
    @StudyId() studyId: string,
    @Args('homework', { type: () => HomeworkMeasureInput })
    { definitionId, version, denominator }: HomeworkMeasureInput,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const snapshot = await root.open(read, studyId);
    const measure = { definitionId, denominator, version: version ?? undefined };
    return this.#panel(snapshot, new HomeworkHeatMap(snapshot, studyId, measure));
  }

  @Query(() => BoardTableModel, {
    complexity: 50,
    description: 'What was expected, what came, and why the rest did not.',
  })
  @Allow('measure:read')
  async missingData(
    @StudyId() studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const snapshot = await root.open(read, studyId);
    return this.#panel(snapshot, new MissingData(snapshot, studyId));
  }

  @Query(() => BoardTableModel, {
    complexity: 100,
    description: 'What homework is given, done, adjusted and abandoned.',
  })
  @Allow('attempt:read')
  async homeworkExplorer(
    @StudyId() studyId: string,
    @Args('by', { type: () => HomeworkAspect }) by: Aspect,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const snapshot = await root.open(read, studyId);
    return this.#panel(snapshot, new ExploreHomework(snapshot, studyId, by));
  }

  @Query(() => BoardTableModel, {
    complexity: 100,
    description: 'Late entry, unlogged sessions, paper and missing measures, site by site.',
  })
  @Allow('contact:read')
  async dataQuality(
    @StudyId() studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const snapshot = await root.open(read, studyId);
    return this.#panel(snapshot, new DataQuality(snapshot, studyId));
  }

  async #panel(snapshot: ReadSnapshot, question: CqrsQuery<BoardTable>): Promise<BoardTableModel> {
    const table = await this.queries.execute(question);
    return { ...table, logIndex: snapshot.logIndex };
  }
}
