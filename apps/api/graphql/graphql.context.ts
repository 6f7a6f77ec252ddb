import type { Request } from 'express';
import type { AccessNotes } from '../access-log/access-notes.ts';
import type { Caller } from '../access/caller.ts';
import type { Principal } from '../access/principal.ts';
import type { SnapshotScope } from '../snapshots/snapshot-scope.ts';

/** What every resolver of one request shares. */
export interface GraphqlContext {
  readonly req: Request;
  /** None: everything is refused. */
  readonly caller: Caller | undefined;
  /** What the caller may do; none where there is no caller. */
  readonly principal: Principal | undefined;
  /** What the answer opens. */
  readonly notes: AccessNotes;
  readonly snapshots: SnapshotScope;
  readonly correlationId: string;
}
