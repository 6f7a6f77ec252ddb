import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ListWorksheetAnswers,
  type WorksheetAnswerFilter,
  type WorksheetAnswerOrder,
  type WorksheetAnswerRow,
  type ReadSnapshot,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { requiredContent, type SealedContent, type Visibility } from '../content/sealed-content.ts';
import { saidOfAttempt, writtenFor } from '../content/written-for.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import {
  WorksheetAnswerConnection,
  WorksheetAnswerFilterInput,
  WorksheetAnswerOrderInput,
} from './worksheet-answers.list.ts';
import { WorksheetAnswerModel } from './worksheet-answer.model.ts';

/** The worksheet answers of a study. */
@Resolver(() => WorksheetAnswerModel)
export class WorksheetAnswersResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => WorksheetAnswerConnection, {
    description: 'The worksheet answers of a study.',
    complexity: pageComplexity,
  })
  @Allow('attempt:read')
  async worksheetAnswers(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => WorksheetAnswerFilterInput, nullable: true }) filter: WorksheetAnswerFilter | null,
    @Args('orderBy', { type: () => WorksheetAnswerOrderInput, nullable: true })
    orderBy: Ordering<WorksheetAnswerOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListWorksheetAnswers(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => SealedTextModel, { description: 'As JSON text.' })
  @Allow('attempt:read')
  async answers(@Parent() row: WorksheetAnswerRow, @Snapshot() snapshot: ReadSnapshot): Promise<SealedContent> {
    return requiredContent(row.answers, { visibility: await this.#writtenFor(row, snapshot) });
  }

  async #writtenFor(row: WorksheetAnswerRow, snapshot: ReadSnapshot): Promise<Visibility> {
    const own = await saidOfAttempt(row, snapshot);
    return writtenFor(this.queries, { assignmentId: row.assignmentId, own }, snapshot);
  }
}
