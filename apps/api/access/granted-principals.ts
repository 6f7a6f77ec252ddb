import type { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '#domain';
import {
  EVERYTHING,
  GrantsOfCaregiver,
  GrantsOfStaff,
  type HeldPost,
  type InStudy,
  type Reach,
  type ReadSnapshot,
  type StaffGrants,
  StudiesOfParticipant,
} from '#read-models';
import type { Snapshots } from '../snapshots/snapshot-scope.ts';
import type { Caller } from './caller.ts';
import type { GrantWatch } from './grant-watch.ts';
import type { Permission } from './permission.ts';
import { demonstrationPrincipal, type Principal, principal, Principals } from './principal.ts';
import { limited, type Right } from './right.ts';
import { type Extent, type Role, ROLES } from './roles.ts';

export interface GrantedPrincipalsParts {
  readonly snapshots: Snapshots;
  readonly queries: QueryBus;
  readonly watch: GrantWatch;
  /** Whether the demonstration caller exists: on loopback with the embedded database only. */
  readonly demonstration: boolean;
  readonly clock?: () => Date;
}

/** What callers may do by the events that granted it, as they stand at this moment. */
export class GrantedPrincipals extends Principals {
  constructor(private readonly parts: GrantedPrincipalsParts) {
    super();
  }

  /** @throws ReadModelsBehind, ReadModelsPreparing: whose rights are not known may do nothing */
  override async principalOf(caller: Caller): Promise<Principal> {
    if (this.parts.demonstration && caller.accountId === demonstrationPrincipal.actor.id) return demonstrationPrincipal;
    const rights = await this.#rightsOf(caller);
    const left = caller.key === undefined ? rights : limited(rights, caller.key);
    return principal(actorOf(caller, left), left);
  }

  async #rightsOf(caller: Caller): Promise<readonly Right[]> {
    if (caller.kind === 'operator') return [rightOf('operator', 'server', { kind: 'server' })].flat();
    const { snapshots, watch } = this.parts;
    const snapshot = await snapshots.open({ scope: EVERYTHING, after: watch.last });
    try {
      return await this.#granted(snapshot, caller);
    } finally {
      await snapshot.close();
    }
  }

  async #granted(snapshot: ReadSnapshot, { kind, subjectId }: Caller): Promise<readonly Right[]> {
    const { queries, clock = () => new Date() } = this.parts;
    switch (kind) {
      case 'staff':
        return staffRights(await queries.execute(new GrantsOfStaff(snapshot, subjectId, clock())));
      case 'participant': {
        const studies = await queries.execute(new StudiesOfParticipant(snapshot, subjectId));
        return studies.flatMap((studyId) =>
          rightOf('participant', 'own', { kind: 'people', studyId, participantIds: [subjectId] }),
        );
      }
      case 'caregiver': {
        const grants = await queries.execute(new GrantsOfCaregiver(snapshot, subjectId));
        return grants.flatMap(({ studyId, assignments, attempts }) => {
          const records = { assignmentIds: assignments, sessionIds: [], attempts };
          return rightOf('caregiver', 'shared', { kind: 'records', studyId, records });
        });
      }
      case 'operator':
        return [];
    }
  }
}

/** The role acts in where it is one and the same everywhere, otherwise the kind of account. */
function actorOf({ subjectId, kind }: Caller, rights: readonly Right[]): Actor {
  const roles = new Set(rights.map(({ role }) => role));
  return { id: subjectId, role: roles.size === 1 ? ([...roles][0] ?? kind) : kind };
}

function rightOf(role: Role, extent: Extent, reach: Reach): readonly Right[] {
  const may: readonly Permission[] = ROLES[role].may[extent] ?? [];
  return may.length === 0 ? [] : [{ role, permissions: new Set(may), reach }];
}

function staffRights({ posts, caseloads, supervised, samples }: StaffGrants): readonly Right[] {
  return posts.flatMap((post) => {
    const { studyId, role, siteId } = post;
    const study: Reach = { kind: 'study', studyId };
    const people = (found: readonly InStudy[]): Reach => ({
      ...{ kind: 'people', studyId },
      participantIds: found.find((one) => one.studyId === studyId)?.ids ?? [],
    });
    const sample = samples.find((one) => one.studyId === studyId);
    const records = { assignmentIds: sample?.assignments ?? [], sessionIds: sample?.sessions ?? [], attempts: [] };
    return [
      ...rightOf(role, 'place', placeOf(post)),
      ...(siteId === null ? rightOf(role, 'study', study) : []),
      ...rightOf(role, 'caseload', people(caseloads)),
      ...rightOf(role, 'supervised', people(supervised)),
      ...rightOf(role, 'sample', { kind: 'records', studyId, records }),
    ].map((right) => (post.blind ? blinded(right) : right));
  });
}

/** What a role may do where the protocol blinds whoever holds it. */
function blinded({ permissions, ...right }: Right): Right {
  return { ...right, permissions: new Set([...permissions].filter((permission) => permission !== 'arm:read')) };
}

function placeOf({ studyId, siteId }: HeldPost): Reach {
  return siteId === null ? { kind: 'study', studyId } : { kind: 'site', studyId, siteId };
}
