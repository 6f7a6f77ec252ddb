import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import {
  AdherenceDefinitionConnection,
  AdherenceDefinitionFilterInput,
  AdherenceDefinitionOrderInput,
} from '../adherence/adherence.list.ts';
import { Allow } from '../access/allow.decorator.ts';
import { FreshnessArgs, ReadArgs } from '../snapshots/read.args.ts';
import { PageArgs } from '../connections/page.args.ts';
import {
  ParticipantConnection,
  ParticipantFilterInput,
  ParticipantOrderInput,
} from '../participants/participants.list.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import {
  SiteConnection,
  SiteFilterInput,
  SiteOrderInput,
  StudyConnection,
  StudyFilterInput,
  StudyOrderInput,
} from './studies.list.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { StudyModel } from './study.model.ts';
import { children } from '../connections/children.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import {
  type DefinitionFilter,
  type DefinitionOrder,
  DefinitionsOfStudies,
  ListStudies,
  type ParticipantFilter,
  type ParticipantOrder,
  ParticipantsOfStudies,
  type ReadSnapshot,
  type SiteFilter,
  type SiteOrder,
  SitesOfStudies,
  StudiesById,
  type StudyFilter,
  type StudyOrder,
  type StudyRow,
} from '#read-models';

/** Studies, and what belongs to each. */
@Resolver(() => StudyModel)
export class StudiesResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => StudyConnection, { description: 'The studies of this server.', complexity: pageComplexity })
  @Allow('study:read')
  async studies(
    @Args() read: FreshnessArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => StudyFilterInput, nullable: true }) filter: StudyFilter | null,
    @Args('orderBy', { type: () => StudyOrderInput, nullable: true }) orderBy: Ordering<StudyOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read);
    const wanted = cleaned(filter);
    const found = await this.queries.execute(new ListStudies(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @Query(() => StudyModel, { nullable: true, description: 'One study; none where there is none with this id.' })
  @Allow('study:read')
  async study(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<StudyRow | undefined> {
    const snapshot = await root.open(read, studyId);
    return (await this.queries.execute(new StudiesById(snapshot, [studyId]))).get(studyId);
  }

  @ResolveField(() => SiteConnection, { complexity: pageComplexity })
  @Allow('study:read')
  sites(
    @Parent() { studyId }: StudyRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SiteFilterInput, nullable: true }) filter: SiteFilter | null,
    @Args('orderBy', { type: () => SiteOrderInput, nullable: true }) orderBy: Ordering<SiteOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('sites', { snapshot, id: studyId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new SitesOfStudies(...asked)),
    );
  }

  @ResolveField(() => ParticipantConnection, { complexity: pageComplexity })
  @Allow('participant:read')
  participants(
    @Parent() { studyId }: StudyRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ParticipantFilterInput, nullable: true }) filter: ParticipantFilter | null,
    @Args('orderBy', { type: () => ParticipantOrderInput, nullable: true }) orderBy: Ordering<ParticipantOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('participants', { snapshot, id: studyId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new ParticipantsOfStudies(...asked)),
    );
  }

  @ResolveField(() => AdherenceDefinitionConnection, { description: 'Published versions.', complexity: pageComplexity })
  @Allow('adherence:read')
  adherenceDefinitions(
    @Parent() { studyId }: StudyRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AdherenceDefinitionFilterInput, nullable: true }) filter: DefinitionFilter | null,
    @Args('orderBy', { type: () => AdherenceDefinitionOrderInput, nullable: true })
    orderBy: Ordering<DefinitionOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('adherenceDefinitions', { snapshot, id: studyId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new DefinitionsOfStudies(...asked)),
    );
  }
}
