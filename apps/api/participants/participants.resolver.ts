import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import {
  ListParticipants,
  type ParticipantFilter,
  type ParticipantOrder,
  type ParticipantRow,
  ParticipantsById,
  type ReadSnapshot,
  StudiesById,
  type StudyRow,
} from '#read-models';
import { PageArgs } from '../connections/page.args.ts';
import { ParticipantConnection, ParticipantFilterInput, ParticipantOrderInput } from './participants.list.ts';
import { ParticipantModel } from './participant.model.ts';
import { Places } from '../snapshots/places.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { StudyModel } from '../studies/study.model.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { loaderOf } from '../snapshots/loaders.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { sealedContent, type SealedContent } from '../content/sealed-content.ts';

/** Participants. */
@Resolver(() => ParticipantModel)
export class ParticipantsResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly places: Places,
  ) {}

  @Query(() => ParticipantConnection, { description: 'The participants of a study.', complexity: pageComplexity })
  @Allow('participant:read')
  async participants(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ParticipantFilterInput, nullable: true }) filter: ParticipantFilter | null,
    @Args('orderBy', { type: () => ParticipantOrderInput, nullable: true }) orderBy: Ordering<ParticipantOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListParticipants(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @Query(() => ParticipantModel, {
    nullable: true,
    description: 'One participant; none where there is none with this id.',
  })
  @Allow('participant:read')
  async participant(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<ParticipantRow | undefined> {
    const snapshot = await this.places.open(`participant-${participantId}`, read, root);
    return snapshot && (await this.queries.execute(new ParticipantsById(snapshot, [participantId]))).get(participantId);
  }

  @ResolveField(() => StudyModel, { nullable: true })
  @Allow('study:read')
  async study(
    @Parent() { studyId }: ParticipantRow,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<StudyRow | undefined> {
    const studies = loaderOf(snapshot, 'study', (at, ids) => this.queries.execute(new StudiesById(at, ids)));
    return studies.load(studyId);
  }

  @ResolveField(() => SealedTextModel, { nullable: true, description: 'What was noted when the participant left.' })
  @Allow('participant:read')
  endNote(@Parent() { endNote }: ParticipantRow): SealedContent | null {
    return sealedContent(endNote, { kind: 'conduct' });
  }
}
