import type { z } from 'zod';
import { type Limits, pathText, readPlain, shown } from './input.limits.ts';
import { worksheetErrors } from './worksheet.checks.ts';
import { Worksheet, WORKSHEET_FORMAT, type WorksheetInput } from './worksheet.schema.ts';

/** What is wrong with a worksheet, and where: `fields[3].showIf`, `title.sv`. */
export interface WorksheetError {
  readonly path: string;
  readonly message: string;
}

export type ParsedWorksheet =
  | { readonly ok: true; readonly worksheet: Worksheet }
  | { readonly ok: false; readonly errors: readonly WorksheetError[] };

const LIMITS: Limits = {
  top: 'worksheet',
  characters: 512_000,
  depth: 16,
  values: 20_000,
  text: 12_000,
  entries: 100,
};

const MAX_ERRORS = 25;

/**
 * Reads a worksheet from JSON text or a JSON value; hostile input is met with the same answer as a slip. Never throws.
 * @returns the worksheet with its defaults filled in, or every error found (at most 25), each with the path of the field.
 */
export function parseWorksheet(input: unknown): ParsedWorksheet {
  const read = readPlain(input, LIMITS);
  if (!('value' in read)) return refused([read]);
  const foreign = foreignFormat(read.value);
  if (foreign !== null) return refused([foreign]);
  const parsed = Worksheet.safeParse(read.value);
  if (!parsed.success) return refused(parsed.error.issues.flatMap(fromIssue));
  const errors = worksheetErrors(parsed.data);
  return errors.length === 0 ? { ok: true, worksheet: parsed.data } : refused(errors);
}

/** Thrown by `defineWorksheet`; `errors` names each field. */
export class WorksheetFormatError extends Error {
  override readonly name = 'WorksheetFormatError';
  readonly errors: readonly WorksheetError[];

  constructor(worksheet: string, errors: readonly WorksheetError[]) {
    super(`${worksheet}: ${errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
    this.errors = errors;
  }
}

/** A worksheet written in code, checked as if it had come from outside. @throws WorksheetFormatError */
export function defineWorksheet(input: WorksheetInput): Worksheet {
  const parsed = parseWorksheet(input);
  if (!parsed.ok) throw new WorksheetFormatError(input.id, parsed.errors);
  return parsed.worksheet;
}

function refused(errors: readonly WorksheetError[]): ParsedWorksheet {
  return { ok: false, errors: errors.slice(0, MAX_ERRORS).map(({ path, message }) => ({ path, message })) };
}

const at = (path: readonly PropertyKey[], message: string): WorksheetError => ({
  path: pathText(path, LIMITS.top),
  message,
});

function foreignFormat(value: unknown): WorksheetError | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return at([], 'must be a JSON object');
  const format: unknown = 'format' in value ? value.format : undefined;
  if (format === WORKSHEET_FORMAT) return null;
  if (format === undefined) return at(['format'], `is missing; write "${WORKSHEET_FORMAT}"`);
  const given = typeof format === 'string' ? `"${shown(format)}"` : `a ${typeof format}`;
  return at(['format'], `is ${given}; this version reads "${WORKSHEET_FORMAT}"`);
}

function fromIssue(issue: z.core.$ZodIssue): WorksheetError[] {
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind') {
    const known = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    return [at(issue.path, `is not a known kind; known: ${known.join(', ')}`)];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at([...issue.path, key], 'is not a field of the format'));
  }
  if (issue.code === 'invalid_key') return [at(issue.path, issue.issues[0]?.message ?? 'is not a valid name')];
  return [at(issue.path, issue.message.endsWith('received undefined') ? 'is missing' : issue.message)];
}
