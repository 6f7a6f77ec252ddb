/** The caller is nobody we know. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  constructor() {
    super('Sign in first.');
  }
}

/** What a command speaks of is not there, or not within the caller’s reach: which of both is not told. */
export class NotWithinReach extends Error {
  override readonly name = 'NotWithinReach';
  constructor() {
    super('There is no such record within your reach.');
  }
}

/** The caller is known and may not do this. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  constructor(readonly permission: string | undefined) {
    super(permission === undefined ? 'Nobody may do this.' : `This needs the permission ${permission}.`);
  }
}
