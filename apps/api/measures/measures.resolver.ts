import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { ItemValueModel } from '../ratings/item-value.model.ts';
import { ListMeasures, type MeasureFilter, type MeasureOrder, type MeasureRow } from '#read-models';
import { MeasureConnection, MeasureFilterInput, MeasureOrderInput } from './measures.list.ts';
import { MeasureModel } from './measure.model.ts';
import { PageArgs } from '../connections/page.args.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { itemValues } from '../ratings/item-values.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';

/** Outcome measures. */
@Resolver(() => MeasureModel)
export class MeasuresResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => MeasureConnection, { description: 'The outcome measures of a study.', complexity: pageComplexity })
  @Allow('measure:read')
  async measures(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => MeasureFilterInput, nullable: true }) filter: MeasureFilter | null,
    @Args('orderBy', { type: () => MeasureOrderInput, nullable: true }) orderBy: Ordering<MeasureOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListMeasures(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => [ItemValueModel], { description: 'Raw answers; no value for an item left out.' })
  @Allow('measure:read')
  items(@Parent() { items }: MeasureRow): ItemValueModel[] {
    return itemValues(items);
  }
}
