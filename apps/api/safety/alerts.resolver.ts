import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Float, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type AlertFilter, type AlertOrder, type AlertRow, ListAlerts } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { type SealedContent, sealedContent } from '../content/sealed-content.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { AlertConnection, AlertFilterInput, AlertOrderInput } from './alerts.list.ts';
import { AlertModel } from './alert.model.ts';

const HOUR = 3_600_000;

/** Safety alerts and concerns of a study. */
@Resolver(() => AlertModel)
export class AlertsResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => AlertConnection, {
    description: 'Safety alerts and concerns of a study; those that wait longest first.',
    complexity: pageComplexity,
  })
  @Allow('safety:read')
  async alerts(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AlertFilterInput, nullable: true }) filter: AlertFilter | null,
    @Args('orderBy', { type: () => AlertOrderInput, nullable: true }) orderBy: Ordering<AlertOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    return connection(
      await this.queries.execute(new ListAlerts(snapshot, wanted, pageRequest(page, orderBy))),
      snapshot,
    );
  }

  @ResolveField(() => Float, {
    nullable: true,
    description: 'How old the answers are now, in hours; none for a person’s concern.',
  })
  @Allow('safety:read')
  answerAgeHours(@Parent() { answeredAt }: AlertRow): number | null {
    return answeredAt === null ? null : (Date.now() - Date.parse(answeredAt)) / HOUR;
  }

  @ResolveField(() => SealedTextModel, { nullable: true, description: 'What somebody is worried about.' })
  @Allow('safety:read')
  concern(@Parent() { concern }: AlertRow): SealedContent | null {
    return sealedContent(concern, { kind: 'conduct' });
  }

  @ResolveField(() => SealedTextModel, { nullable: true, description: 'How it was dealt with.' })
  @Allow('safety:read')
  closingNote(@Parent() { closingNote }: AlertRow): SealedContent | null {
    return sealedContent(closingNote, { kind: 'conduct' });
  }
}
