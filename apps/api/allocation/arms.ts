import { Inject, Injectable } from '@nestjs/common';
import { type Fact, decode } from '#domain';
import { streamName } from '#event-store';
import { Engine, Opener } from '#platform';
import type { ArmRow } from '#read-models';
import type { ArmModel } from './allocation.model.ts';

/** Opens arms for those who may know them. The only place of the API that does. */
@Injectable()
export class Arms {
  readonly #opener: Opener;

  constructor(@Inject(Engine) private readonly engine: Engine) {
    this.#opener = new Opener(engine.keys, 'arms');
  }

  /** Rows that the caller's scope let through, in their order. */
  async open(rows: readonly ArmRow[]): Promise<readonly ArmModel[]> {
    const opened = await this.#opener.openValues<ArmRow['arm']>(rows.map(({ arm }) => arm));
    return rows.map(({ participantId }, at) => {
      const arm = opened[at];
      return { participantId, arm: typeof arm === 'string' ? arm : null };
    });
  }

  /** The arm of one participant, straight from the log: for what they themselves are shown. */
  async ofParticipant(studyId: string, participantId: string): Promise<ArmModel | null> {
    return this.#armIn(await this.#factsOf(studyId, participantId), participantId);
  }

  /** The arm of somebody whom this person unblinded, straight from the log: they need it now. */
  async revealedTo(actorId: string, studyId: string, participantId: string): Promise<ArmModel | null> {
    const facts = await this.#factsOf(studyId, participantId);
    const told = facts.some((fact) => fact.type === 'ParticipantUnblinded' && fact.data.revealedTo === actorId);
    return told ? this.#armIn(facts, participantId) : null;
  }

  async #factsOf(studyId: string, participantId: string): Promise<readonly Fact[]> {
    const facts: Fact[] = [];
    for await (const stored of this.engine.store.readStream(streamName(`allocation-${studyId}`))) {
      const fact = decode(stored);
      if (fact.metadata.participantId === participantId) facts.push(fact);
    }
    return facts;
  }

  async #armIn(facts: readonly Fact[], participantId: string): Promise<ArmModel | null> {
    const allocated = (await this.#opener.openAll(facts)).find((fact) => fact.type === 'ParticipantAllocated');
    if (allocated?.type !== 'ParticipantAllocated') return null;
    const { arm } = allocated.data;
    return { participantId, arm: typeof arm === 'string' ? arm : null };
  }
}
