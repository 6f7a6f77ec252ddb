import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListMeasureReceipts, type MeasureReceiptFilter, type MeasureReceiptOrder } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { MeasureReceiptConnection, MeasureReceiptFilterInput, MeasureReceiptOrderInput } from './missingness.list.ts';
import { MeasureReceiptModel } from './measure-receipt.model.ts';

/** What was expected of whom, what came, and why the rest did not. */
@Resolver(() => MeasureReceiptModel)
export class MeasureReceiptsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => MeasureReceiptConnection, {
    description: 'What was expected of whom, what came, and why the rest did not.',
    complexity: pageComplexity,
  })
  @Allow('measure:read')
  async missingness(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => MeasureReceiptFilterInput, nullable: true }) filter: MeasureReceiptFilter | null,
    @Args('orderBy', { type: () => MeasureReceiptOrderInput, nullable: true })
    orderBy: Ordering<MeasureReceiptOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListMeasureReceipts(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
