import { DATASET_FORMAT, DatasetSpecification } from '../contract/dataset.format.ts';
import { datasetFaults } from './dataset.checks.ts';
import type { DatasetFault } from './dataset.fault.ts';

export type ParsedDataset =
  | { readonly ok: true; readonly specification: DatasetSpecification }
  | { readonly ok: false; readonly errors: readonly DatasetFault[] };

const MOST_CHARACTERS = 1_000_000;
const MOST_ERRORS = 25;
const [FAMILY, VERSION] = DATASET_FORMAT.split('/');

/**
 * Reads a specification of a data set from JSON text or a JSON value.
 * @returns It with defaults filled in, or every error found (at most 25), each with the path of its field. One of a newer
 * format is not guessed at: it is refused by its format.
 */
export function parseDataset(input: unknown): ParsedDataset {
  const value = readJson(input);
  if (value instanceof Error) return { ok: false, errors: [{ path: '(dataset)', message: value.message }] };
  const foreign = foreignFormat(value);
  if (foreign !== undefined) return { ok: false, errors: [{ path: 'format', message: foreign }] };
  const parsed = DatasetSpecification.safeParse(value);
  if (!parsed.success) {
    const errors = parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is not a field of the format' }))
        : [{ path: pathOf(issue.path), message: issue.message }],
    );
    return { ok: false, errors: errors.slice(0, MOST_ERRORS) };
  }
  const faults = datasetFaults(parsed.data);
  if (faults.length > 0) return { ok: false, errors: faults.slice(0, MOST_ERRORS) };
  return { ok: true, specification: parsed.data };
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
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is missing: not a JSON object';
  const format: unknown = 'format' in value ? value.format : undefined;
  if (format === DATASET_FORMAT) return undefined;
  if (format === undefined) return `is missing; write "${DATASET_FORMAT}"`;
  if (typeof format !== 'string') return `is no text; write "${DATASET_FORMAT}"`;
  const [family, version] = format.split('/');
  if (family === FAMILY && Number(version) > Number(VERSION))
    return `is version ${Number(version)}; this program reads up to ${String(VERSION)}: it needs a newer one`;
  return `is not "${DATASET_FORMAT}"`;
}

function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(dataset)';
  const text = path.map((step, index) =>
    typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
  );
  return text
    .join('')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '?')
    .slice(0, 200);
}
