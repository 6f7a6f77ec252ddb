import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
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
import { IntervalConnection, IntervalFilterInput, IntervalOrderInput } from './intervals.list.ts';
import { IntervalModel } from './interval.model.ts';
import {
  ListIntervals,
  type IntervalFilter,
  type IntervalOrder,
  INTERVAL_METRICS,
  type IntervalMetric,
  type IntervalRow,
  metricOf,
} from '#read-models';
import { IntervalMetric as IntervalMetricEnum } from '../graphql/schema/row-enums.ts';
import { IntervalMetricModel } from './interval-metric.model.ts';

/** Intervals. */
@Resolver(() => IntervalModel)
export class IntervalsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => IntervalConnection, {
    description: 'The intervals of everybody in a study.',
    complexity: pageComplexity,
  })
  @Allow('adherence:read')
  async intervals(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => IntervalFilterInput, nullable: true }) filter: IntervalFilter | null,
    @Args('orderBy', { type: () => IntervalOrderInput, nullable: true }) orderBy: Ordering<IntervalOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListIntervals(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => [IntervalMetricModel], { description: 'Every metric, or those asked for.' })
  @Allow('adherence:read')
  metrics(
    @Parent() row: IntervalRow,
    @Args('only', { type: () => [IntervalMetricEnum], nullable: true }) only: readonly IntervalMetric[] | null,
  ): readonly IntervalMetricModel[] {
    return (only ?? INTERVAL_METRICS).map((metric) => ({ metric, ...metricOf(row, metric) }));
  }
}
