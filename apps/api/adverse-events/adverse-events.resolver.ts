import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ListAdverseEvents, type AdverseEventFilter, type AdverseEventOrder, type AdverseEventRow } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { AdverseEventConnection, AdverseEventFilterInput, AdverseEventOrderInput } from './adverse-events.list.ts';
import { AdverseEventModel } from './adverse-event.model.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { requiredContent, type SealedContent } from '../content/sealed-content.ts';

/** The adverse events of a study. */
@Resolver(() => AdverseEventModel)
export class AdverseEventsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => AdverseEventConnection, { description: 'The adverse events of a study.', complexity: pageComplexity })
  @Allow('safety:read')
  async adverseEvents(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AdverseEventFilterInput, nullable: true }) filter: AdverseEventFilter | null,
    @Args('orderBy', { type: () => AdverseEventOrderInput, nullable: true })
    orderBy: Ordering<AdverseEventOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListAdverseEvents(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => SealedTextModel, { description: 'What happened.' })
  @Allow('safety:read')
  description(@Parent() { description }: AdverseEventRow): SealedContent {
    return requiredContent(description, { kind: 'conduct' });
  }
}
