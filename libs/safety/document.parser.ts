import type { z } from 'zod';

/** Where a document does not say what its format asks for. */
export interface DocumentError {
  /** Path of the field, `shifts.0.people`. */
  readonly field: string;
  readonly problem: string;
}

export type ParsedDocument<Document> =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

const MOST_ERRORS = 25;

/** Reads a document of one format: its schema first, then the checks that need the whole of it. At most 25 errors. */
export function parseDocument<Document>(
  schema: z.ZodType<Document>,
  input: unknown,
  check: (document: Document) => readonly DocumentError[],
): ParsedDocument<Document> {
  const parsed = schema.safeParse(input);
  const errors = parsed.success ? check(parsed.data) : parsed.error.issues.map(fromIssue);
  if (parsed.success && errors.length === 0) return { ok: true, document: parsed.data };
  return { ok: false, errors: errors.slice(0, MOST_ERRORS) };
}

function fromIssue({ path, message }: z.core.$ZodIssue): DocumentError {
  return { field: path.length === 0 ? 'document' : path.map(String).join('.'), problem: message };
}
