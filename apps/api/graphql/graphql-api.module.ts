import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { type Config, CONFIG, Identity, LOG, type Log } from '#platform';
import { ParticipantStudies } from '../access-log/participant-studies.ts';
import { Authentication } from '../access/caller.ts';
import { Principals } from '../access/principal.ts';
import { DefinitionChoices } from '../adherence/definition-choices.ts';
import { JudgedPeople } from '../adherence/judged-people.ts';
import { AllocationFillings } from '../allocation/allocation.fillings.ts';
import { Arms } from '../allocation/arms.ts';
import { AnalysisDesk } from '../board/analysis.desk.ts';
import { GridJobs } from '../board/grid.jobs.ts';
import { HandedOut } from '../accounts/handed-out.ts';
import { ParticipantFeeds } from '../calendar/participant-feeds.ts';
import { Devices } from '../devices/devices.ts';
import { Identities } from '../vault/identities.ts';
import { DataCheckFillings } from '../data-checks/data-check.fillings.ts';
import { PlatformFeatures } from '../features/platform.features.ts';
import { ProtocolSuggestions, SuggestionSwitch } from '../worksheets/suggestion.switch.ts';
import { DatasetFillings } from '../datasets/dataset.fillings.ts';
import { DatasetPreviews } from '../datasets/dataset.previews.ts';
import { ReleaseArchives } from '../datasets/release.archives.ts';
import { SafetyFillings } from '../safety/safety.fillings.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { Contents } from '../content/contents.ts';
import { Places } from '../snapshots/places.ts';
import { Snapshots } from '../snapshots/snapshot-scope.ts';
import { StudyWorksheets } from '../worksheets/study-worksheets.ts';
import { PassingFilter } from './errors/passing.filter.ts';
import { graphqlOptions } from './graphql.options.ts';
import { DeadlineInterceptor } from './limits/deadline.interceptor.ts';
import { resolvers } from './resolvers.ts';

/**
 * The GraphQL API. Needs, from modules beside it: the command and query buses with their handlers, `Opener`, and
 * `Snapshots`.
 */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [LOG, CONFIG, Authentication, Principals, Snapshots, Identity, ParticipantStudies],
      useFactory: (
        log: Log,
        { demonstration }: Config,
        authentication: Authentication,
        principals: Principals,
        snapshots: Snapshots,
        identity: Identity,
        studies: ParticipantStudies,
      ) => graphqlOptions({ log, demonstration, authentication, principals, snapshots, identity, studies }),
    }),
  ],
  providers: [
    ...resolvers,
    CommandSender,
    HandedOut,
    ...[AnalysisDesk, GridJobs],
    AllocationFillings,
    SafetyFillings,
    PlatformFeatures,
    { provide: SuggestionSwitch, useClass: ProtocolSuggestions },
    DataCheckFillings,
    DatasetFillings,
    ...[ReleaseArchives, DatasetPreviews],
    Arms,
    ...[Identities, Devices, ParticipantFeeds],
    Contents,
    DefinitionChoices,
    JudgedPeople,
    Places,
    StudyWorksheets,
    { provide: APP_FILTER, useClass: PassingFilter },
    { provide: APP_INTERCEPTOR, useFactory: () => new DeadlineInterceptor() },
  ],
})
export class GraphqlApiModule {}
