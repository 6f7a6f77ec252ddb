import { Inject, Injectable } from '@nestjs/common';
import { type AccountKind, type Config, CONFIG, Identity, type Origin } from '#platform';
import { EVERYTHING } from '#read-models';
import { NotWithinReach } from '../access/access.error.ts';
import { CommandReach } from '../access/command-reach.ts';
import type { Principal } from '../access/principal.ts';
import { ParticipantStudies } from '../access-log/participant-studies.ts';
import { Snapshots } from '../snapshots/snapshot-scope.ts';
import type { SignInCodeModel } from './account.answers.ts';

/** Of whom, by pseudonymous ids. */
export interface Whose {
  readonly participantId: string;
  readonly personId: string | undefined;
}

/** Ways in that clinicians hand out to participants and caregivers, and take back. */
@Injectable()
export class HandedOut {
  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(CommandReach) private readonly reach: CommandReach,
    @Inject(ParticipantStudies) private readonly studies: ParticipantStudies,
    @Inject(Snapshots) private readonly snapshots: Snapshots,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws NotWithinReach for people whom the caller does not look after */
  async code(principal: Principal, whose: Whose, form: 'short' | 'link', from: Origin): Promise<SignInCodeModel> {
    const { accounts, codes, record, settings } = this.identity;
    const subject = await this.#subjectOf(principal, whose);
    const createdBy = principal.actor.id;
    const account = await accounts.ensure({ ...subject, createdBy });
    const made = await codes.issue({
      ...{ accountId: account.accountId, purpose: 'sign-in', form, lifetime: settings.codeLifetime, createdBy },
    });
    await record.note({ act: 'code', outcome: 'done', account, from, detail: `handed out by ${createdBy}` });
    const link = form === 'link' ? `${this.#address()}/#code=${made.code}` : null;
    return { ...made, link };
  }

  /** Signs every phone of the person out, and takes back codes. @throws NotWithinReach */
  async end(principal: Principal, whose: Whose, from: Origin): Promise<boolean> {
    const { accounts, codes, record, sessions } = this.identity;
    const { kind, subjectId } = await this.#subjectOf(principal, whose);
    const account = await accounts.bySubject(kind, subjectId);
    if (account === undefined) return false;
    await sessions.endAll(account.accountId, 'ended by staff');
    await codes.revokeAll(account.accountId);
    await record.note({ act: 'sign-out', outcome: 'done', account, from, detail: `ended by ${principal.actor.id}` });
    return true;
  }

  async #subjectOf(principal: Principal, whose: Whose): Promise<{ kind: AccountKind; subjectId: string }> {
    const { participantId, personId } = whose;
    await this.reach.check(principal, 'sign-in:write', { type: 'HandOutSignInCode', participantId });
    if ((await this.studies.of(participantId)) === undefined) throw new NotWithinReach();
    if (personId === undefined) return { kind: 'participant', subjectId: participantId };
    if (!(await this.#isLinked(participantId, personId))) throw new NotWithinReach();
    return { kind: 'caregiver', subjectId: personId };
  }

  async #isLinked(participantId: string, personId: string): Promise<boolean> {
    const snapshot = await this.snapshots.open({ scope: EVERYTHING });
    try {
      const found = await snapshot.sql('SELECT 1 FROM linked_people WHERE participant_id = $1 AND person_id = $2', [
        ...[participantId, personId],
      ]);
      return found.length > 0;
    } finally {
      await snapshot.close();
    }
  }

  #address(): string {
    const { publicUrl, http } = this.config;
    return publicUrl ?? `http://localhost:${http.port}`;
  }
}
