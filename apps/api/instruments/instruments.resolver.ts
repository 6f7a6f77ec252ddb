import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListInstruments, type InstrumentFilter, type InstrumentOrder } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { InstrumentConnection, InstrumentFilterInput, InstrumentOrderInput } from './instruments.list.ts';
import { InstrumentModel } from './instrument.model.ts';

/** The instruments a study has published. */
@Resolver(() => InstrumentModel)
export class InstrumentsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => InstrumentConnection, {
    description: 'The instruments a study has published.',
    complexity: pageComplexity,
  })
  @Allow('study:read')
  async instruments(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => InstrumentFilterInput, nullable: true }) filter: InstrumentFilter | null,
    @Args('orderBy', { type: () => InstrumentOrderInput, nullable: true }) orderBy: Ordering<InstrumentOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListInstruments(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
