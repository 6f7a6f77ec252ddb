import type { Actor } from '#domain';
import type { Scope } from '#read-models';
import { Authentication, type Caller } from './caller.ts';
import type { Permission } from './permission.ts';
import { permissionsOf, type Right, type Rights, scopeOf, UNBOUNDED } from './right.ts';

/** Whoever calls, as far as the API needs to know. */
export interface Principal {
  /** Written into the events of this caller's commands: pseudonymous. */
  readonly actor: Actor;
  /** What they may do somewhere; how far is for the rights to say. */
  readonly permissions: ReadonlySet<Permission>;
  readonly rights: Rights;
  /** What they may read. */
  readonly scope: Scope;
}

/** What a caller may do, found out anew for every request. */
export abstract class Principals {
  abstract principalOf(caller: Caller): Promise<Principal>;
}

/** A principal by its rights. */
export function principal(actor: Actor, rights: Rights): Principal {
  return { actor, rights, permissions: permissionsOf(rights), scope: scopeOf(rights) };
}

/** In the log, a person acts in the role, and at the site, whose right they made use of. */
export function actingAs({ actor }: Principal, right: Right | undefined): Actor {
  if (right === undefined) return actor;
  const { role, reach } = right;
  return { ...actor, role, ...(reach.kind === 'site' ? { siteId: reach.siteId } : {}) };
}

/** May do everything. Exists only on loopback with the embedded database. */
export const demonstrationPrincipal: Principal = principal({ id: 'demonstration', role: 'demonstration' }, UNBOUNDED);

/** Everybody on this computer is the demonstration caller, or, where that may not exist, nobody. */
export class DemonstrationAuthentication extends Authentication {
  constructor(private readonly demonstration: boolean) {
    super();
  }

  override async callerOf(): Promise<Caller | undefined> {
    if (!this.demonstration) return undefined;
    const subjectId = demonstrationPrincipal.actor.id;
    const authenticatedAt = new Date();
    return { accountId: subjectId, kind: 'staff', subjectId, authenticatedAt, secondFactor: true };
  }
}
