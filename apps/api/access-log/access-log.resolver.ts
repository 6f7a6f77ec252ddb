import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { type AccessAct, Identity } from '#platform';
import { Forbidden, Unauthenticated } from '../access/access.error.ts';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { UNBOUNDED } from '../access/right.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { accessEntryModel, AccessActEnum, AccessEntryModel } from './access-log.model.ts';

const MOST = 500;

/** Who read what, for those who look after it and for the person concerned. */
@Resolver()
export class AccessLogResolver {
  constructor(@Inject(Identity) private readonly identity: Identity) {}

  @Query(() => [AccessEntryModel], {
    description:
      'Lines of the access log about a study, newest first: all of it, or for a right at a site its participants.',
    complexity: ({ args, childComplexity }) => 10 + Number(args['first'] ?? 50) * childComplexity,
  })
  @Allow('access-log:read')
  async accessLog(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantId', { type: () => ID, nullable: true }) participantId: string | null | undefined,
    @Args('acts', { type: () => [AccessActEnum], nullable: true }) acts: AccessAct[] | null | undefined,
    @Args('from', { type: () => Instant, nullable: true }) from: string | null | undefined,
    @Args('to', { type: () => Instant, nullable: true }) to: string | null | undefined,
    @Args('before', { type: () => Int, nullable: true, description: 'Only lines before this one.' })
    before: number | null | undefined,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Caller() principal: Principal,
    @Root() root: RootSnapshot,
  ): Promise<readonly AccessEntryModel[]> {
    const people = await peopleWithin(principal, studyId, root);
    const found = await this.identity.accessLog.find({
      ...{ studyId, participantId: participantId ?? undefined, participantIds: people, acts: acts ?? undefined },
      ...{ from: from ?? undefined, to: to ?? undefined, before: before ?? undefined, limit: limitOf(first) },
    });
    return found.map(accessEntryModel);
  }

  @Query(() => [AccessEntryModel], {
    description:
      'Who opened one’s own record, newest first; with `entryId` who read that diary. One’s own reading is left out.',
    complexity: ({ args, childComplexity }) => 10 + Number(args['first'] ?? 50) * childComplexity,
  })
  @Allow('own-access:read')
  async readsOfMine(
    @Args('entryId', { type: () => ID, nullable: true }) entryId: string | null | undefined,
    @Args('before', { type: () => Int, nullable: true, description: 'Only lines before this one.' })
    before: number | null | undefined,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Context() { caller }: GraphqlContext,
  ): Promise<readonly AccessEntryModel[]> {
    if (caller === undefined) throw new Unauthenticated();
    if (caller.kind !== 'participant') throw new Forbidden('own-access:read');
    const found = await this.identity.accessLog.find({
      ...{ participantId: caller.subjectId, acts: ['read', 'export', 'unblinding'], exceptAccountId: caller.accountId },
      ...{ eventId: entryId ?? undefined, before: before ?? undefined, limit: limitOf(first) },
    });
    return found.map(accessEntryModel);
  }
}

function limitOf(first: number): number {
  if (first >= 1 && first <= MOST) return first;
  throw new BadInput([{ field: 'first', problem: `expected a number from 1 to ${MOST}` }]);
}

/** @returns the participants whose lines a right lets see; undefined: every line of the study. @throws Forbidden */
async function peopleWithin(
  { rights }: Principal,
  studyId: string,
  root: RootSnapshot,
): Promise<readonly string[] | undefined> {
  if (rights === UNBOUNDED) return undefined;
  const reaches = rights.flatMap(({ permissions, reach }) => (permissions.has('access-log:read') ? [reach] : []));
  if (reaches.some((reach) => reach.kind === 'study' && reach.studyId === studyId)) return undefined;
  const sites = reaches.flatMap((reach) => (reach.kind === 'site' && reach.studyId === studyId ? [reach.siteId] : []));
  if (sites.length === 0) throw new Forbidden('access-log:read');
  const snapshot = await root.now();
  const found = await snapshot.sql<{ id: string }>(
    'SELECT participant_id AS id FROM participants WHERE study_id = $1 AND site_id = ANY($2)',
    [studyId, sites],
  );
  return found.map(({ id }) => id);
}
