import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import {
  AllocationOfParticipant,
  AllocationOfStudy,
  type AllocationOverview,
  type AllocationRow,
  type ArmKnowledge,
  ArmsOfStudy,
  type UnblindingRow,
  UnblindingsOfParticipant,
  WhoCouldHaveKnown,
} from '#read-models';
import { Identity } from '#platform';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { Places } from '../snapshots/places.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import {
  AllocationModel,
  ArmKnowledgeModel,
  ArmModel,
  ParticipantAllocationModel,
  UnblindingModel,
} from './allocation.model.ts';
import { Arms } from './arms.ts';
import { UNBLINDED_ROLES } from './unblinded.roles.ts';

/** How arms are allocated, whose arm is which, and who could have known. */
@Resolver()
export class AllocationResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Places) private readonly places: Places,
    @Inject(Arms) private readonly opened: Arms,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  @Query(() => AllocationModel, { description: 'How a study allocates arms, and how far it has come.' })
  @Allow('study:read')
  async allocation(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<AllocationOverview> {
    const snapshot = await root.open(read, studyId);
    return this.queries.execute(new AllocationOfStudy(snapshot, studyId));
  }

  @Query(() => [ArmModel], {
    complexity: 200,
    description: 'Arms of a study’s participants, in the order of their ids, as far as the caller may know them.',
  })
  @Allow('arm:read')
  async arms(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantIds', { type: () => [ID], nullable: true }) participantIds: readonly string[] | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
    @Context() { notes }: GraphqlContext,
  ): Promise<readonly ArmModel[]> {
    const snapshot = await root.open(read, studyId);
    const sealed = await this.queries.execute(new ArmsOfStudy(snapshot, studyId, participantIds ?? undefined));
    const told = await this.opened.open(sealed);
    for (const { participantId } of told) notes.data(participantId, 'arm', 'arms');
    return told;
  }

  @Query(() => ArmModel, {
    nullable: true,
    description: 'The arm of a participant whom the caller unblinded; none for any other.',
  })
  @Allow('allocation:read')
  async revealedArm(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantId', { type: () => ID }) participantId: string,
    @Caller() caller: Principal,
    @Context() { notes }: GraphqlContext,
  ): Promise<ArmModel | null> {
    const told = await this.opened.revealedTo(caller.actor.id, studyId, participantId);
    if (told !== null) notes.data(participantId, 'arm', 'unblinding');
    return told;
  }

  @Query(() => ParticipantAllocationModel, {
    nullable: true,
    description: 'Whether and when a participant was allocated. Not to which arm.',
  })
  @Allow('participant:read')
  async participantAllocation(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<AllocationRow | undefined> {
    const snapshot = await this.places.open(`participant-${participantId}`, read, root);
    return snapshot && this.queries.execute(new AllocationOfParticipant(snapshot, participantId));
  }

  @Query(() => [UnblindingModel], { description: 'Who was told a participant’s arm before the data were final.' })
  @Allow('allocation:read')
  async unblindings(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly UnblindingRow[]> {
    const snapshot = await this.places.open(`participant-${participantId}`, read, root);
    return snapshot === undefined ? [] : this.queries.execute(new UnblindingsOfParticipant(snapshot, participantId));
  }

  @Query(() => [ArmKnowledgeModel], {
    description: 'Who could have known a participant’s arm, by which right, and when; and who read it first when.',
  })
  @Allow('allocation:read')
  async whoCouldHaveKnown(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly ArmKnowledge[]> {
    const snapshot = await this.places.open(`participant-${participantId}`, read, root);
    if (snapshot === undefined) return [];
    const could = await this.queries.execute(new WhoCouldHaveKnown(snapshot, participantId, UNBLINDED_ROLES));
    if (could.length === 0) return could;
    return [...could, ...(await this.#readers(participantId, snapshot.logIndex))];
  }

  /** Those who did read an arm, in answers that knew of no more than this one. */
  async #readers(participantId: string, logIndex: number): Promise<readonly ArmKnowledge[]> {
    const read = await this.identity.accessLog.firstToOpen(participantId, 'arm');
    return read
      .filter((entry) => (entry.logIndex ?? 0) <= logIndex)
      .map(({ subjectId = '', role = '', at }) => ({
        actorId: subjectId,
        basis: 'read',
        detail: role,
        from: at,
        to: null,
      }));
  }
}
