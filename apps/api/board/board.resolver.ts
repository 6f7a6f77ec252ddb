import { Inject } from '@nestjs/common';
import { type Query as CqrsQuery, QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import {
  BoardCases,
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
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { HomeworkAspect } from './board.enums.ts';
import { BoardPlaceInput, HomeworkMeasureInput, placeOf } from './board.inputs.ts';
import { BoardTableModel } from './board.model.ts';
import { PanelArgs } from './panel.args.ts';

/** Panels of the study board that do not look at outcomes. */
@Resolver(() => BoardTableModel)
export class BoardResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => BoardTableModel, {
    complexity: 50,
    description: 'Who was enrolled when and where, beside what the protocol or the analysis plan expects.',
  })
  @Allow('participant:read')
  async recruitment(@Args() args: PanelArgs, @Root() root: RootSnapshot): Promise<BoardTableModel> {
    const snapshot = await root.open(args, args.studyId);
    return this.#panel(snapshot, new RecruitmentOfStudy(snapshot, args.studyId, args.siteId ?? null));
  }

  @Query(() => BoardTableModel, {
    complexity: 200,
    description: 'Homework of everybody, week by week since enrolment: one row a person.',
  })
  @Allow('adherence:read')
  async homeworkHeatMap(
    @Args('homework', { type: () => HomeworkMeasureInput })
    { definitionId, version, denominator }: HomeworkMeasureInput,
    @Args() args: PanelArgs,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const snapshot = await root.open(args, args.studyId);
    const measure = { definitionId, denominator, version: version ?? undefined };
    return this.#panel(snapshot, new HomeworkHeatMap(snapshot, args.studyId, measure, args.siteId ?? null));
  }

  @Query(() => BoardTableModel, {
    complexity: 50,
    description: 'What was expected, what came, and why the rest did not.',
  })
  @Allow('measure:read')
  async missingData(@Args() args: PanelArgs, @Root() root: RootSnapshot): Promise<BoardTableModel> {
    const snapshot = await root.open(args, args.studyId);
    return this.#panel(snapshot, new MissingData(snapshot, args.studyId, args.siteId ?? null));
  }

  @Query(() => BoardTableModel, {
    complexity: 100,
    description: 'What homework is given, done, adjusted and abandoned, and why.',
  })
  @Allow('attempt:read')
  async homeworkExplorer(
    @Args('by', { type: () => HomeworkAspect }) by: Aspect,
    @Args() args: PanelArgs,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const snapshot = await root.open(args, args.studyId);
    return this.#panel(snapshot, new ExploreHomework(snapshot, args.studyId, by, args.siteId ?? null));
  }

  @Query(() => BoardTableModel, {
    complexity: 100,
    description: 'Late entry, unlogged sessions, paper, corrections, doubts and missing measures, site by site.',
  })
  @Allow('contact:read')
  async dataQuality(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Caller() { permissions }: Principal,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const snapshot = await root.open(read, studyId);
    return this.#panel(snapshot, new DataQuality(snapshot, studyId, permissions.has('query:read')));
  }

  @Query(() => BoardTableModel, {
    complexity: 100,
    description:
      'The records behind a box, bar or cell of the board, as far as the caller may read them; 1000 at most.',
  })
  @Allow('participant:read')
  async boardCases(
    @Args('place', { type: () => BoardPlaceInput }) input: BoardPlaceInput,
    @Args() args: PanelArgs,
    @Root() root: RootSnapshot,
  ): Promise<BoardTableModel> {
    const place = placeOf(input);
    if (place === undefined) throw new BadInput([{ field: 'place', problem: 'names none' }]);
    const snapshot = await root.open(args, args.studyId);
    return this.#panel(snapshot, new BoardCases(snapshot, args.studyId, place, args.siteId ?? null));
  }

  async #panel(snapshot: ReadSnapshot, question: CqrsQuery<BoardTable>): Promise<BoardTableModel> {
    const table = await this.queries.execute(question);
    return { ...table, logIndex: snapshot.logIndex };
  }
}
