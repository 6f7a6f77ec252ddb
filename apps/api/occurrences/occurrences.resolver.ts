import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
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
import { OccurrenceConnection, OccurrenceFilterInput, OccurrenceOrderInput } from './occurrences.list.ts';
import { OccurrenceModel } from './occurrence.model.ts';
import { ListOccurrences, type OccurrenceFilter, type OccurrenceOrder, type OccurrenceRow } from '#read-models';
import { QuantityModel } from '../assignments/quantity.model.ts';
import { quantityOf } from '../assignments/quantity.ts';

/** Obligations. */
@Resolver(() => OccurrenceModel)
export class OccurrencesResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => OccurrenceConnection, {
    description: 'The obligations of a study, each with what came of it.',
    complexity: pageComplexity,
  })
  @Allow('assignment:read')
  async occurrences(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => OccurrenceFilterInput, nullable: true }) filter: OccurrenceFilter | null,
    @Args('orderBy', { type: () => OccurrenceOrderInput, nullable: true }) orderBy: Ordering<OccurrenceOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListOccurrences(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => Int, { description: 'Attempts at it, whatever came of them.' })
  @Allow('attempt:read')
  attemptCount(@Parent() { attempts }: OccurrenceRow): number {
    return attempts;
  }

  @ResolveField(() => QuantityModel, { nullable: true, description: 'The dose asked for; none for open-ended work.' })
  @Allow('assignment:read')
  dose(@Parent() { doseAmount, doseUnit }: OccurrenceRow): QuantityModel | null {
    return quantityOf(doseAmount, doseUnit);
  }

  @ResolveField(() => QuantityModel, {
    nullable: true,
    description: 'Work done, as last reported apart from attempts.',
  })
  @Allow('assignment:read')
  reportedQuantity(@Parent() { reportedAmount, reportedUnit }: OccurrenceRow): QuantityModel | null {
    return quantityOf(reportedAmount, reportedUnit);
  }
}
