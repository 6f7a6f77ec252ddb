import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import {
  ListSessions,
  type RatingFilter,
  type RatingOrder,
  RatingsOfSessions,
  type ReadSnapshot,
  type SessionFilter,
  type SessionOrder,
  type SessionRow,
} from '#read-models';
import { PageArgs } from '../connections/page.args.ts';
import { RatingConnection, RatingFilterInput, RatingOrderInput } from '../ratings/ratings.list.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { SessionConnection, SessionFilterInput, SessionOrderInput } from './sessions.list.ts';
import { SessionModel } from './session.model.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { children } from '../connections/children.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { sealedContent, type SealedContent } from '../content/sealed-content.ts';

/** Sessions. */
@Resolver(() => SessionModel)
export class SessionsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => SessionConnection, { description: 'The sessions of a study.', complexity: pageComplexity })
  @Allow('session:read')
  async sessions(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SessionFilterInput, nullable: true }) filter: SessionFilter | null,
    @Args('orderBy', { type: () => SessionOrderInput, nullable: true }) orderBy: Ordering<SessionOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListSessions(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('session:read')
  homeworkNote(@Parent() { homeworkNote }: SessionRow): SealedContent | null {
    return sealedContent(homeworkNote, { kind: 'notes' });
  }

  @ResolveField(() => RatingConnection, { complexity: pageComplexity })
  @Allow('rating:read')
  ratings(
    @Parent() { sessionId }: SessionRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => RatingFilterInput, nullable: true }) filter: RatingFilter | null,
    @Args('orderBy', { type: () => RatingOrderInput, nullable: true }) orderBy: Ordering<RatingOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('ratings of sessions', { snapshot, id: sessionId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new RatingsOfSessions(...asked)),
    );
  }
}
