import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { CaseloadOf, HomeworkToReview, OverviewOfSites, type SiteOverview, type WaitingHomework } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { PlatformFeatures } from '../features/platform.features.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { CaseloadEntryModel, SiteOverviewModel, WaitingHomeworkModel } from './caseload.model.ts';

/** Whom to look at, and how sites are doing. */
@Resolver(() => CaseloadEntryModel)
export class CaseloadResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(PlatformFeatures) private readonly features: PlatformFeatures,
  ) {}

  @Query(() => [CaseloadEntryModel], {
    complexity: 200,
    description: 'The people the caller looks after (500 at most): alerts first, then those with most to review.',
  })
  @Allow('contact:read')
  async caseload(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('today', { type: () => LocalDate }) today: string,
    @Args('instrumentId', {
      type: () => ID,
      nullable: true,
      description: 'Of the trend; the one scored most often in the study when left out.',
    })
    instrumentId: string | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
    @Caller() caller: Principal,
    @Context() { notes }: GraphqlContext,
  ): Promise<readonly CaseloadEntryModel[]> {
    const snapshot = await root.open(read, studyId);
    const entries = await this.queries.execute(new CaseloadOf(snapshot, studyId, today, instrumentId ?? undefined));
    const people = entries.map(({ participantId }) => participantId);
    const fedBack = await this.features.having('outcomeFeedback', studyId, people, { snapshot, caller, notes });
    return entries.map((entry) =>
      fedBack.has(entry.participantId)
        ? { ...entry, outcomeFeedback: 'available' }
        : { ...entry, outcomeFeedback: 'withheld', trend: [] },
    );
  }

  @Query(() => [WaitingHomeworkModel], {
    complexity: 200,
    description: 'Homework that waits to be gone through (500 at most), that of the soonest session first.',
  })
  @Allow('contact:read')
  async reviewQueue(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('today', { type: () => LocalDate }) today: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly WaitingHomework[]> {
    return this.queries.execute(new HomeworkToReview(await root.open(read, studyId), studyId, today));
  }

  @Query(() => [SiteOverviewModel], {
    complexity: 200,
    description: 'Missed work, missing data and what else waits at each site, between two days.',
  })
  @Allow('contact:read')
  async siteOverview(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('from', { type: () => LocalDate }) from: string,
    @Args('to', { type: () => LocalDate }) to: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly SiteOverview[]> {
    return this.queries.execute(new OverviewOfSites(await root.open(read, studyId), studyId, from, to));
  }
}
