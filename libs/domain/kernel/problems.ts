import type { z } from 'zod';

/** One thing wrong with an input: where, and what was expected. Never holds what was given. */
export interface FieldProblem {
  /** Dotted path, such as `terms.dose.amount`; empty for the whole. */
  readonly field: string;
  readonly problem: string;
}

const MOST = 20;
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/** What is wrong with an input, by field. Names of unknown fields are told only where they look like field names. */
export function fieldProblems(error: z.ZodError): readonly FieldProblem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, [])).slice(0, MOST);
}

/** A path as it may be shown: keys that a caller made up are not repeated. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' || (typeof part === 'string' && PLAIN_NAME.test(part)) ? part : '?'))
    .join('.');
}

function problemsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): FieldProblem[] {
  const path = [...above, ...issue.path];
  const field = fieldPath(path);
  switch (issue.code) {
    case 'invalid_union': {
      // The last option of a sealed field is its plain form, which is what a caller writes.
      const meant = issue.errors.at(-1);
      if (meant !== undefined && meant.length > 0) return meant.flatMap((inner) => problemsOf(inner, path));
      return [{ field, problem: issue.message }];
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: fieldPath([...path, key]), problem: 'there is no such field' }));
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => problemsOf(inner, path));
    case 'invalid_type':
    case 'too_big':
    case 'too_small':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_value':
    case 'custom':
      return [{ field, problem: issue.message }];
  }
}
