import { QueryBus } from '@nestjs/cqrs';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type ParticipantRow, ParticipantsById, type ReadSnapshot } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { ParticipantModel } from '../participants/participant.model.ts';
import { loaderOf } from '../snapshots/loaders.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { AdherenceModel } from './adherence.model.ts';

/** One person under one definition. */
@Resolver(() => AdherenceModel)
export class AdherenceResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => ParticipantModel, { nullable: true })
  @Allow('participant:read')
  async participant(
    @Parent() { participantId }: AdherenceModel,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ParticipantRow | undefined> {
    const people = loaderOf(snapshot, 'participant', (at, ids) => this.queries.execute(new ParticipantsById(at, ids)));
    return people.load(participantId);
  }
}
