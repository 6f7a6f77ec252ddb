import { ReleaseSpecification, RELEASE_FORMAT } from './release.schema.ts';

/** What is wrong with a specification, and where: `columns.age.level`. */
export interface ReleaseError {
  readonly path: string;
  readonly message: string;
}

export type ParsedRelease =
  | { readonly ok: true; readonly release: ReleaseSpecification }
  | { readonly ok: false; readonly errors: readonly ReleaseError[] };

const MOST_CHARACTERS = 1_000_000;
const MOST_ERRORS = 25;
const [FAMILY, VERSION] = RELEASE_FORMAT.split('/');

/**
 * Reads a release specification from JSON text or a JSON value.
 * @returns It with defaults filled in, or every error found (at most 25), each with the path of its field. One of a newer
 * format is not guessed at: it is refused by its format.
 */
export function parseRelease(input: unknown): ParsedRelease {
  const value = readJson(input);
  if (value instanceof Error) return { ok: false, errors: [{ path: '(release)', message: value.message }] };
  const foreign = foreignFormat(value);
  if (foreign !== undefined) return { ok: false, errors: [{ path: 'format', message: foreign }] };
  const parsed = ReleaseSpecification.safeParse(value);
  if (parsed.success) return { ok: true, release: parsed.data };
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is not a field of the format' }))
      : [{ path: pathOf(issue.path), message: issue.message }],
  );
  return { ok: false, errors: errors.slice(0, MOST_ERRORS) };
}

function readJson(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  if (input.length > MOST_CHARACTERS) return new Error(`is longer than ${MOST_CHARACTERS} characters`);
  try {
    return JSON.parse(input) as unknown;
  } catch {
    return new Error('is not JSON');
  }
}

function foreignFormat(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `is missing: not a JSON object`;
  const format: unknown = 'format' in value ? value.format : undefined;
  if (format === RELEASE_FORMAT) return undefined;
  if (format === undefined) return `is missing; write "${RELEASE_FORMAT}"`;
  if (typeof format !== 'string') return `is no text; write "${RELEASE_FORMAT}"`;
  const [family, version] = format.split('/');
  if (family === FAMILY && Number(version) > Number(VERSION))
    return `is version ${Number(version)}; this program reads up to ${String(VERSION)}: it needs a newer one`;
  return `is not "${RELEASE_FORMAT}"`;
}

function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(release)';
  const text = path.map((step, index) =>
    typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
  );
  return text
    .join('')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '?')
    .slice(0, 200);
}
