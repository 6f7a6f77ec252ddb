/** One field that cannot be taken as it is. */
export interface FieldProblem {
  /** Path of the field as the caller wrote it, such as `input.terms.due.at`. */
  readonly field: string;
  readonly message: string;
}

/** What a caller sent does not fit; becomes `BAD_USER_INPUT`. The messages never repeat what was sent. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  constructor(readonly problems: readonly FieldProblem[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join('; '));
  }
}
