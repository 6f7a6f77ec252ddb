import type { FieldProblem } from '#domain';

/** What a caller sent does not fit; becomes `BAD_USER_INPUT`. The problems never repeat what was sent. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  /** @param problems fields as the caller wrote them, such as `input.terms.due.at`. */
  constructor(readonly problems: readonly FieldProblem[]) {
    super(problems.map(({ field, problem }) => `${field}: ${problem}`).join('; '));
  }
}
