import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { PageArgs } from '../connections/page.args.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { TherapistConnection, TherapistFilterInput, TherapistOrderInput } from './therapists.list.ts';
import { TherapistModel } from './therapist.model.ts';
import { ListTherapists, type TherapistFilter, type TherapistOrder } from '#read-models';

/** Therapists. */
@Resolver(() => TherapistModel)
export class TherapistsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => TherapistConnection, {
    description: 'Who delivers the treatment in a study.',
    complexity: pageComplexity,
  })
  @Allow('therapist:read')
  async therapists(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => TherapistFilterInput, nullable: true }) filter: TherapistFilter | null,
    @Args('orderBy', { type: () => TherapistOrderInput, nullable: true }) orderBy: Ordering<TherapistOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListTherapists(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
