import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { ProtocolDocument } from '#domain';
import { ArmsOfStudy, ProtocolInForce, type ReadSnapshot } from '#read-models';
import type { AccessNotes } from '../access-log/access-notes.ts';
import type { Principal } from '../access/principal.ts';
import { Arms } from '../allocation/arms.ts';

/** What the platform itself does in an arm. */
export type PlatformFeature = keyof ProtocolDocument['arms'][number]['platform'];

/** Who asks, and with what eyes. */
export interface Asking {
  /** Of the caller: an arm they may not know is not in it. */
  readonly snapshot: ReadSnapshot;
  readonly caller: Principal;
  /** A feature that differs between arms tells the arm: that it was told is on record. */
  readonly notes: AccessNotes;
}

/**
 * Which participants have a feature of the platform, by the protocol in force and their arm. Where arms differ in it,
 * whoever may not know an arm is answered as if nobody had the feature: the same for every participant, so nothing follows
 * from it. Participants know what they themselves have.
 */
@Injectable()
export class PlatformFeatures {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    private readonly arms: Arms,
  ) {}

  async having(
    feature: PlatformFeature,
    studyId: string,
    participantIds: readonly string[],
    { snapshot, caller, notes }: Asking,
  ): Promise<ReadonlySet<string>> {
    const inForce = await this.queries.execute(new ProtocolInForce(snapshot, studyId));
    const arms = inForce?.protocol.arms ?? [];
    const withIt = arms.filter(({ platform }) => platform[feature]).map(({ arm }) => arm);
    if (withIt.length === arms.length) return new Set(participantIds);
    if (withIt.length === 0) return new Set();
    const others = participantIds.filter((participantId) => !isOwn(caller, participantId));
    const sealed = await this.queries.execute(new ArmsOfStudy(snapshot, studyId, others));
    const known = await this.arms.open(sealed);
    for (const { participantId } of known) notes.data(participantId, 'arm', feature);
    const own = participantIds.filter((participantId) => isOwn(caller, participantId));
    const theirs = await Promise.all(own.map((participantId) => this.arms.ofParticipant(studyId, participantId)));
    const told = [...known, ...theirs.flatMap((one) => one ?? [])];
    return new Set(told.filter(({ arm }) => arm !== null && withIt.includes(arm)).map((one) => one.participantId));
  }
}

function isOwn({ actor }: Principal, participantId: string): boolean {
  return actor.role === 'participant' && actor.id === participantId;
}
