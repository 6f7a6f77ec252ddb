import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type Reconsent, type ReconsentStanding as Standing, ReconsentsOfStudy } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { ReconsentStanding } from '../graphql/schema/row-enums.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { ReconsentModel } from './reconsent.model.ts';

/** Who has to consent anew, and by when. */
@Resolver(() => ReconsentModel)
export class ReconsentsResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => [ReconsentModel], {
    complexity: 200,
    description:
      'Consent to be given anew, such as once of age: what is longest due first, at most 1000. Whoever left the study is released from it.',
  })
  @Allow('identity:read')
  async reconsents(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('today', { type: () => LocalDate }) today: string,
    @Args('siteIds', { type: () => [ID], nullable: true }) siteIds: readonly string[] | null,
    @Args('participantIds', { type: () => [ID], nullable: true }) participantIds: readonly string[] | null,
    @Args('standings', { type: () => [ReconsentStanding], nullable: true }) standings: readonly Standing[] | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly Reconsent[]> {
    const wanted = {
      ...{ siteIds: siteIds ?? undefined, participantIds: participantIds ?? undefined },
      standings: standings ?? undefined,
    };
    return this.queries.execute(new ReconsentsOfStudy(await root.open(read, studyId), studyId, today, wanted));
  }
}
