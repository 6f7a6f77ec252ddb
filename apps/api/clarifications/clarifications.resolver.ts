import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ListClarifications,
  type ClarificationFilter,
  type ClarificationOrder,
  type ClarificationRow,
  type ReadSnapshot,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { requiredContent, sealedContent, type SealedContent, type Visibility } from '../content/sealed-content.ts';
import { writtenFor } from '../content/written-for.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { ClarificationConnection, ClarificationFilterInput, ClarificationOrderInput } from './clarifications.list.ts';
import { ClarificationModel } from './clarification.model.ts';

/** Questions about the homework of a study, answered and not. */
@Resolver(() => ClarificationModel)
export class ClarificationsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => ClarificationConnection, {
    description: 'Questions about the homework of a study, answered and not.',
    complexity: pageComplexity,
  })
  @Allow('assignment:read')
  async clarifications(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ClarificationFilterInput, nullable: true }) filter: ClarificationFilter | null,
    @Args('orderBy', { type: () => ClarificationOrderInput, nullable: true })
    orderBy: Ordering<ClarificationOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListClarifications(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => SealedTextModel, { description: 'As it was asked.' })
  @Allow('assignment:read')
  async question(
    @Parent() { question, assignmentId }: ClarificationRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<SealedContent> {
    return requiredContent(question, { visibility: await this.#writtenFor(assignmentId, snapshot) });
  }

  @ResolveField(() => SealedTextModel, { nullable: true, description: 'One answer may settle several questions.' })
  @Allow('assignment:read')
  async answer(
    @Parent() { answer, assignmentId }: ClarificationRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<SealedContent | null> {
    return sealedContent(answer, { visibility: await this.#writtenFor(assignmentId, snapshot) });
  }

  #writtenFor(assignmentId: string, snapshot: ReadSnapshot): Promise<Visibility> {
    return writtenFor(this.queries, { assignmentId, own: undefined }, snapshot);
  }
}
