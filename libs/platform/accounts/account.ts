/** What kind of person or program an account stands for. Roles are granted by events; this is not one of them. */
export type AccountKind = 'staff' | 'participant' | 'caregiver' | 'operator';
export const ACCOUNT_KINDS: readonly AccountKind[] = ['staff', 'participant', 'caregiver', 'operator'];

/** Somebody who may sign in. What they may do is said by events about their subject, not here. */
export interface Account {
  readonly accountId: string;
  readonly kind: AccountKind;
  /** The pseudonymous id in events: a staff id, a participant id, or the id of a caregiver's link. */
  readonly subjectId: string;
  /** Exists only where a demonstration may. */
  readonly demonstration: boolean;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
}

/** What a sign-in needs besides. */
export interface AccountSecretsRow extends Account {
  readonly passwordHash: string | null;
  readonly totpSecret: Buffer | null;
  readonly nameDigest: Buffer | null;
  readonly sealedName: Buffer | null;
}

/** An account cannot be made or changed as asked; the message is for whoever asked. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
  /** @param field that is wrong, as the caller named it */
  constructor(
    readonly field: string,
    readonly problem: string,
  ) {
    super(`${field}: ${problem}`);
  }
}
