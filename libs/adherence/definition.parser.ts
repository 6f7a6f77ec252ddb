import type { z } from 'zod';
import { definitionErrors } from './definition.checks.ts';
import { type DefinitionError, findOversized, readJson, refusal, shown } from './definition.limits.ts';
import { AdherenceDefinition, type AdherenceDefinitionInput, DEFINITION_FORMAT } from './definition.schema.ts';

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: AdherenceDefinition }
  | { readonly ok: false; readonly errors: readonly DefinitionError[] };

const MAX_ERRORS = 25;

/**
 * Reads an adherence definition from JSON text or a JSON value; hostile input is met with the same answer as a slip.
 * @returns the definition with its defaults filled in, or every error found (at most 25), each with the path of the field.
 */
export function parseDefinition(input: unknown): ParsedDefinition {
  const read = readJson(input);
  if (!('value' in read)) return { ok: false, errors: [read] };
  const oversized = findOversized(read.value);
  if (oversized !== null) return { ok: false, errors: [oversized] };
  const foreign = foreignFormat(read.value);
  if (foreign !== null) return { ok: false, errors: [foreign] };
  const parsed = AdherenceDefinition.safeParse(read.value);
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.flatMap(fromIssue).slice(0, MAX_ERRORS) };
  const errors = definitionErrors(parsed.data);
  return errors.length === 0
    ? { ok: true, definition: parsed.data }
    : { ok: false, errors: errors.slice(0, MAX_ERRORS) };
}

/** Thrown by `defineAdherence`; `errors` names each field. */
export class AdherenceDefinitionError extends Error {
  override readonly name = 'AdherenceDefinitionError';
  readonly errors: readonly DefinitionError[];

  constructor(errors: readonly DefinitionError[]) {
    super(errors.map(({ path, message }) => `${path} ${message}`).join('; '));
    this.errors = errors;
  }
}

/** A definition written in code, checked as if it had come from outside. @throws AdherenceDefinitionError */
export function defineAdherence(input: AdherenceDefinitionInput): AdherenceDefinition {
  const parsed = parseDefinition(input);
  if (!parsed.ok) throw new AdherenceDefinitionError(parsed.errors);
  return parsed.definition;
}

function foreignFormat(value: unknown): DefinitionError | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refusal([], 'must be a JSON object');
  const format: unknown = 'format' in value ? value.format : undefined;
  if (format === DEFINITION_FORMAT) return null;
  if (format === undefined) return refusal(['format'], `is missing; write "${DEFINITION_FORMAT}"`);
  const given = typeof format === 'string' ? `"${shown(format)}"` : `a ${typeof format}`;
  return refusal(['format'], `is ${given}; this version reads "${DEFINITION_FORMAT}"`);
}

export function fromIssue(issue: z.core.$ZodIssue): DefinitionError[] {
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind') {
    const known = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    return [refusal(issue.path, `is not a known kind; known: ${known.join(', ')}`)];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => refusal([...issue.path, key], 'is not a field of the format'));
  }
  if (issue.code === 'invalid_key') return [refusal(issue.path, issue.issues[0]?.message ?? 'is not a valid name')];
  return [refusal(issue.path, issue.message.endsWith('received undefined') ? 'is missing' : issue.message)];
}
