import { checkAnswers, type Worksheet } from '#worksheets';
import { BadInput } from '../graphql/errors/bad-input.error.ts';

/** Answers as they are recorded. */
export interface CheckedSubmission {
  /** JSON text, bound to its worksheet and version. */
  readonly answers: string;
  readonly answered: number;
}

/**
 * Checks answers against the version they were given to. What is left out is no fault: a participant’s work is taken as far
 * as it went.
 * @throws BadInput naming every answer that the worksheet cannot have
 */
export function checkedSubmission(worksheet: Worksheet, answers: string): CheckedSubmission {
  const checked = checkAnswers(worksheet, answers, 'draft');
  if (!checked.ok) {
    throw new BadInput(
      checked.faults.map(({ path, message }) => ({ field: `input.answers.${path}`, problem: message })),
    );
  }
  return { answers: JSON.stringify(checked.answers), answered: Object.keys(checked.answers.values).length };
}
