import { Args, Float, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { AssignmentModel } from '../assignments/assignment.model.ts';
import { AttemptConnection, AttemptFilterInput, AttemptOrderInput } from './attempts.list.ts';
import { AttemptModel } from './attempt.model.ts';
import { OccurrenceModel } from '../occurrences/occurrence.model.ts';
import { PageArgs } from '../connections/page.args.ts';
import { QuantityModel } from '../assignments/quantity.model.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { loaderOf } from '../snapshots/loaders.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { quantityOf } from '../assignments/quantity.ts';
import { sealedContent, type SealedContent } from '../content/sealed-content.ts';
import { writtenFor } from '../content/written-for.ts';
import {
  type AssignmentRow,
  AssignmentsById,
  type AttemptFilter,
  type AttemptOrder,
  type AttemptRow,
  lateDays,
  ListAttempts,
  occurrenceNames,
  type OccurrenceRow,
  OccurrencesByName,
  type ReadSnapshot,
} from '#read-models';

/** Attempts. */
@Resolver(() => AttemptModel)
export class AttemptsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => AttemptConnection, { description: 'The attempts of a study.', complexity: pageComplexity })
  @Allow('attempt:read')
  async attempts(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AttemptFilterInput, nullable: true }) filter: AttemptFilter | null,
    @Args('orderBy', { type: () => AttemptOrderInput, nullable: true }) orderBy: Ordering<AttemptOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListAttempts(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => QuantityModel, { nullable: true, description: 'Work done, which may be none.' })
  @Allow('attempt:read')
  done(@Parent() { doneAmount, doneUnit }: AttemptRow): QuantityModel | null {
    return quantityOf(doneAmount, doneUnit);
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('attempt:read')
  async note(
    @Parent() { note, assignmentId, visibility: own }: AttemptRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<SealedContent | null> {
    if (note === null) return null;
    return sealedContent(note, { visibility: await writtenFor(this.queries, { assignmentId, own }, snapshot) });
  }

  @ResolveField(() => AssignmentModel, { nullable: true })
  @Allow('assignment:read')
  async assignment(
    @Parent() { assignmentId }: AttemptRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<AssignmentRow | undefined> {
    const found = loaderOf(snapshot, 'assignment', (at, ids) => this.queries.execute(new AssignmentsById(at, ids)));
    return found.load(assignmentId);
  }

  @ResolveField(() => OccurrenceModel, { nullable: true, description: 'The obligation it was at.' })
  @Allow('assignment:read')
  async obligation(
    @Parent() attempt: AttemptRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<OccurrenceRow | undefined> {
    return this.#obligationOf(attempt, snapshot);
  }

  @ResolveField(() => Float, {
    nullable: true,
    description: 'Days after it was due, 0 when in time; none where nothing says when it was due.',
  })
  @Allow('attempt:read')
  async lateDays(@Parent() attempt: AttemptRow, @Snapshot() snapshot: ReadSnapshot): Promise<number | null> {
    const obligation = await this.#obligationOf(attempt, snapshot);
    return lateDays(attempt, obligation);
  }

  @ResolveField(() => Float, { description: 'Days from when it happened to when it was stored.' })
  @Allow('attempt:read')
  entryLagDays(@Parent() { entryLagHours }: AttemptRow): number {
    return entryLagHours / 24;
  }

  /** An entry that names no obligation is at the whole, or at that of its day. */
  async #obligationOf(attempt: AttemptRow, snapshot: ReadSnapshot): Promise<OccurrenceRow | undefined> {
    const found = loaderOf(snapshot, 'obligation', (at, names) =>
      this.queries.execute(new OccurrencesByName(at, names)),
    );
    const named = occurrenceNames(attempt);
    const rows = await Promise.all(named.map((name) => found.load(name)));
    return rows.find((row) => row !== undefined);
  }
}
