import type { IncomingMessage } from 'node:http';

/** What kind of person or program an account stands for. Roles are granted by events; this is not one of them. */
export type AccountKind = 'staff' | 'participant' | 'caregiver' | 'operator';

/** What an API key leaves of the rights of its account. */
export interface KeyLimits {
  readonly id: string;
  /** Only what reads. */
  readonly readOnly: boolean;
  /** Only these studies; absent: every study of the account. */
  readonly studies?: readonly string[];
  /** Only these permissions; absent: every permission of the account. */
  readonly permissions?: readonly string[];
}

/** Who calls, before any question of what they may do. */
export interface Caller {
  readonly accountId: string;
  readonly kind: AccountKind;
  /** The pseudonymous id in events: a staff id, a participant id, or the id of a caregiver's link. */
  readonly subjectId: string;
  /** Where the call came with an API key. */
  readonly key?: KeyLimits;
  /** When the person last proved who they are; of a key, when it was made. */
  readonly authenticatedAt: Date;
  /** Whether that proof had a second factor. */
  readonly secondFactor: boolean;
  /** Of the browser or phone; none for a key. */
  readonly sessionId?: string;
}

/** Finds out who calls. */
export abstract class Authentication {
  /**
   * @returns undefined for a caller who is nobody: without, or with a wrong, expired or revoked proof.
   */
  abstract callerOf(request: IncomingMessage): Promise<Caller | undefined>;
}
