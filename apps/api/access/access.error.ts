/** The caller is nobody we know. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  constructor() {
    super('Sign in first.');
  }
}

/** The caller is known and may not do this. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  constructor(readonly permission: string | undefined) {
    super(permission === undefined ? 'Nobody may do this.' : `This needs the permission ${permission}.`);
  }
}
