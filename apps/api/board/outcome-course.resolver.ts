import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type { Informant as InformantValue } from '#domain';
import { ArmsOfStudy, OutcomeCourse, type ReadSnapshot } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { Arms } from '../allocation/arms.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { Informant } from '../graphql/schema/enums.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { AnalysisDesk } from './analysis.desk.ts';
import { BoardTableModel } from './board.model.ts';
import { PanelArgs } from './panel.args.ts';

/** Outcomes over time: by arm for whoever may know arms, of everybody together for whoever is blind to them. */
@Resolver()
export class OutcomeCourseResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(AnalysisDesk) private readonly desk: AnalysisDesk,
    @Inject(Arms) private readonly opened: Arms,
  ) {}

  @Query(() => BoardTableModel, {
    complexity: 200,
    description:
      'Mean totals on every occasion with their intervals: by arm for those not blind to it, else of everybody together. Looking is recorded.',
  })
  @Allow('measure:read')
  async outcomeCourse(
    @Args('instrumentId', { type: () => ID }) instrumentId: string,
    @Args('informant', { type: () => Informant }) informant: InformantValue,
    @Args() args: PanelArgs,
    @Caller() caller: Principal,
    @Root() root: RootSnapshot,
    @Context() { notes }: GraphqlContext,
  ): Promise<BoardTableModel> {
    const { studyId } = args;
    const snapshot = await root.open(args, studyId);
    const question = { studyId, instrumentId, informant, siteId: args.siteId ?? null };
    const look = { caller, studyId, analysis: 'outcomes' as const, specification: { ...question, course: true } };
    const table = await this.desk.look(snapshot, look, async () => {
      const arms = caller.permissions.has('arm:read')
        ? await this.#arms(snapshot, studyId, notes)
        : new Map<string, string>();
      return this.queries.execute(new OutcomeCourse(snapshot, question, arms));
    });
    return { ...table, logIndex: snapshot.logIndex };
  }

  /** As far as the caller’s scope lets rows through. */
  async #arms(
    snapshot: ReadSnapshot,
    studyId: string,
    notes: GraphqlContext['notes'],
  ): Promise<ReadonlyMap<string, string>> {
    const told = await this.opened.open(await this.queries.execute(new ArmsOfStudy(snapshot, studyId)));
    for (const { participantId } of told) notes.data(participantId, 'arm', 'outcomeCourse');
    return new Map(told.flatMap(({ participantId, arm }) => (arm === null ? [] : [[participantId, arm] as const])));
  }
}
