import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListSuddenGains, type SuddenGainFilter, type SuddenGainOrder } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { SuddenGainConnection, SuddenGainFilterInput, SuddenGainOrderInput } from './sudden-gains.list.ts';
import { SuddenGainModel } from './sudden-gain.model.ts';

/** The sudden gains of a study. */
@Resolver(() => SuddenGainModel)
export class SuddenGainsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => SuddenGainConnection, { description: 'The sudden gains of a study.', complexity: pageComplexity })
  @Allow('measure:read')
  async suddenGains(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SuddenGainFilterInput, nullable: true }) filter: SuddenGainFilter | null,
    @Args('orderBy', { type: () => SuddenGainOrderInput, nullable: true }) orderBy: Ordering<SuddenGainOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListSuddenGains(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
