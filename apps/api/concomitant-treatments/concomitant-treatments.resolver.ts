import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import {
  ListConcomitantTreatments,
  type ConcomitantTreatmentFilter,
  type ConcomitantTreatmentOrder,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import {
  ConcomitantTreatmentConnection,
  ConcomitantTreatmentFilterInput,
  ConcomitantTreatmentOrderInput,
} from './concomitant-treatments.list.ts';
import { ConcomitantTreatmentModel } from './concomitant-treatment.model.ts';

/** Changes of concomitant treatments in a study. */
@Resolver(() => ConcomitantTreatmentModel)
export class ConcomitantTreatmentsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => ConcomitantTreatmentConnection, {
    description: 'Changes of concomitant treatments in a study.',
    complexity: pageComplexity,
  })
  @Allow('safety:read')
  async concomitantTreatments(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ConcomitantTreatmentFilterInput, nullable: true })
    filter: ConcomitantTreatmentFilter | null,
    @Args('orderBy', { type: () => ConcomitantTreatmentOrderInput, nullable: true })
    orderBy: Ordering<ConcomitantTreatmentOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(
      new ListConcomitantTreatments(snapshot, wanted, pageRequest(page, orderBy)),
    );
    return connection(found, snapshot);
  }
}
