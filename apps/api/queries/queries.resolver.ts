import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ListQueries, type QueryFilter, type QueryOrder, type QueryRow } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { requiredContent, sealedContent, type SealedContent } from '../content/sealed-content.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { QueryConnection, QueryFilterInput, QueryOrderInput } from './queries.list.ts';
import { QueryModel } from './query.model.ts';

/** Discrepancy queries of a study. */
@Resolver(() => QueryModel)
export class QueriesResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => QueryConnection, { description: 'Discrepancy queries of a study.', complexity: pageComplexity })
  @Allow('query:read')
  async discrepancyQueries(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => QueryFilterInput, nullable: true }) filter: QueryFilter | null,
    @Args('orderBy', { type: () => QueryOrderInput, nullable: true }) orderBy: Ordering<QueryOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    return connection(
      await this.queries.execute(new ListQueries(snapshot, wanted, pageRequest(page, orderBy))),
      snapshot,
    );
  }

  @ResolveField(() => SealedTextModel)
  @Allow('query:read')
  question(@Parent() { question }: QueryRow): SealedContent {
    return requiredContent(question, { kind: 'conduct' });
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('query:read')
  answer(@Parent() { answer }: QueryRow): SealedContent | null {
    return sealedContent(answer, { kind: 'conduct' });
  }
}
