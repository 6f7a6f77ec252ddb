import type { Request } from 'express';
import type { Principal } from '../access/principal.ts';
import type { SnapshotScope } from '../snapshots/snapshot-scope.ts';

/** What every resolver of one request shares. */
export interface GraphqlContext {
  readonly req: Request;
  /** None: everything is refused. */
  readonly principal: Principal | undefined;
  readonly snapshots: SnapshotScope;
  readonly correlationId: string;
}
