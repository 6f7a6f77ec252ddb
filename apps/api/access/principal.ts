import type { Actor } from '#domain';
import { Authentication, type Caller } from './caller.ts';
import { type Permission, PERMISSIONS } from './permission.ts';

/** Whoever calls, as far as the API needs to know. */
export interface Principal {
  /** Written into the events of this caller's commands: pseudonymous. */
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
}

/** What a caller may do. */
export abstract class Principals {
  abstract principalOf(caller: Caller): Promise<Principal>;
}

/** May do everything. Exists only on loopback with the embedded database. */
export const demonstrationPrincipal: Principal = {
  actor: { id: 'demonstration', role: 'demonstration' },
  permissions: new Set(PERMISSIONS),
};

/** Everybody may do everything. For specs. */
export class EverythingAllowed extends Principals {
  override async principalOf({ subjectId }: Caller): Promise<Principal> {
    return { ...demonstrationPrincipal, actor: { ...demonstrationPrincipal.actor, id: subjectId } };
  }
}

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
