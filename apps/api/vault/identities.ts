import { Inject, Injectable } from '@nestjs/common';
import { type Fact, decode, fieldProblems } from '#domain';
import { streamName } from '#event-store';
import { type Database, DATABASE, Engine, identityDetails, IdentityVault, type VaultPlace } from '#platform';
import { NotWithinReach } from '../access/access.error.ts';
import { CommandReach } from '../access/command-reach.ts';
import type { Permission } from '../access/permission.ts';
import type { Principal } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import type { IdentityInput, IdentityModel } from './identity.model.ts';

const NOTHING = { name: null, email: null, phone: null, address: null, birthDate: null, note: null };

/** Reads and writes the vault for those whose right is a site’s: the sponsor’s people, who have a whole study’s, are kept out. */
@Injectable()
export class Identities {
  readonly #vault: IdentityVault;

  constructor(
    @Inject(Engine) private readonly engine: Engine,
    @Inject(CommandReach) private readonly reach: CommandReach,
    @Inject(DATABASE) database: Database,
  ) {
    this.#vault = new IdentityVault(database.pool, engine.keys);
  }

  /** @throws NotWithinReach */
  async read(caller: Principal, participantId: string): Promise<IdentityModel | null> {
    await this.#checkSite(caller, 'vault:read', participantId);
    const found = await this.#vault.read(participantId);
    if (found === undefined) return null;
    if (found === 'erased') return { ...NOTHING, erased: true };
    const { name, email = null, phone = null, address = null, birthDate = null, note = null } = found;
    return { erased: false, name, email, phone, address, birthDate, note };
  }

  /** @throws NotWithinReach, BadInput naming the field */
  async write(caller: Principal, participantId: string, input: IdentityInput): Promise<boolean> {
    await this.#checkSite(caller, 'vault:write', participantId);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
    const parsed = identityDetails.safeParse(given);
    if (!parsed.success) {
      throw new BadInput(
        fieldProblems(parsed.error).map(({ field, problem }) => ({ field: `identity.${field}`, problem })),
      );
    }
    return this.#vault.write(await this.#placeOf(participantId), parsed.data, caller.actor.id);
  }

  async #checkSite(caller: Principal, permission: Permission, participantId: string): Promise<void> {
    const right = await this.reach.check(caller, permission, { type: 'Identity', participantId });
    if (right !== undefined && right.reach.kind !== 'site') throw new NotWithinReach();
  }

  /** @throws BadInput where the participant is nowhere, or at no site */
  async #placeOf(participantId: string): Promise<VaultPlace> {
    const facts: Fact[] = [];
    for await (const stored of this.engine.store.readStream(streamName(`participant-${participantId}`))) {
      facts.push(decode(stored));
    }
    const known = facts.findLast((fact) => fact.type === 'ParticipantEnrolled' || fact.type === 'ParticipantScreened');
    if (known?.type !== 'ParticipantEnrolled' && known?.type !== 'ParticipantScreened') {
      throw new BadInput([{ field: 'participantId', problem: 'there is no such participant' }]);
    }
    const { studyId, siteId } = known.data;
    if (siteId === undefined) throw new BadInput([{ field: 'participantId', problem: 'belongs to no site' }]);
    return { participantId, studyId, siteId };
  }
}
