import type { IncomingMessage } from 'node:http';
import type { Actor } from '#domain';
import { type Permission, PERMISSIONS } from './permission.ts';

/** Whoever calls, as far as the API needs to know. */
export interface Principal {
  /** Written into the events of this caller's commands: pseudonymous. */
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
}

/** Finds out who calls. The access issue replaces what stands here now. */
export abstract class Authentication {
  /** @returns undefined for a caller who is nobody. */
  abstract principalOf(request: IncomingMessage): Principal | undefined;
}

/** May do everything. Exists only on loopback with the embedded database. */
export const demonstrationPrincipal: Principal = {
  actor: { id: 'demonstration', role: 'demonstration' },
  permissions: new Set(PERMISSIONS),
};

/** Everybody on this computer is the demonstration principal, or, where that may not exist, nobody. */
export class DemonstrationAuthentication extends Authentication {
  constructor(private readonly demonstration: boolean) {
    super();
  }

  override principalOf(): Principal | undefined {
    return this.demonstration ? demonstrationPrincipal : undefined;
  }
}
