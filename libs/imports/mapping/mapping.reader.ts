import type { z } from 'zod';
import { columnsOf } from './mapping.columns.ts';
import { MAPPING_FILE_LIMIT } from './limits.ts';
import { type ImportMapping, importMapping } from './mapping.schema.ts';

/** A mapping that cannot be used; one line a problem, each naming the field. */
export class InvalidMapping extends Error {
  override readonly name = 'InvalidMapping';
  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    super([`${file} is not a mapping that can be used:`, ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

/** Keys that would reach into the objects of this program rather than name a field. */
const HOSTILE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const SHOWN_PROBLEMS = 20;
const DEPTH_LIMIT = 40;

/**
 * Reads and checks the text of a mapping file.
 * @param file its name, for messages only
 * @throws InvalidMapping
 */
export function readMapping(text: string, file: string): ImportMapping {
  if (Buffer.byteLength(text) > MAPPING_FILE_LIMIT) {
    throw new InvalidMapping(file, [`is larger than ${MAPPING_FILE_LIMIT} bytes`]);
  }
  const json = parseJson(text.replace(/^\uFEFF/, ''), file);
  const hostile = hostilePlace(json);
  if (hostile !== undefined) throw new InvalidMapping(file, [hostile]);
  const parsed = importMapping.safeParse(json);
  if (!parsed.success) throw new InvalidMapping(file, problemsOf(parsed.error));
  const contradictions = contradictionsIn(parsed.data);
  if (contradictions.length > 0) throw new InvalidMapping(file, contradictions);
  return parsed.data;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'cannot be read';
    const offset = /position (\d+)/.exec(message)?.[1];
    const before = offset === undefined ? [] : text.slice(0, Number(offset)).split('\n');
    const place = offset === undefined ? '' : `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: `;
    throw new InvalidMapping(file, [`${place}is not JSON (${message.replace(/ in JSON at position.*$/s, '')})`]);
  }
}

/** Where a key or a depth stands that no mapping has. */
function hostilePlace(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length > DEPTH_LIMIT) return `${path.slice(0, 3).join('.')}…: is nested deeper than ${DEPTH_LIMIT} levels`;
  for (const [key, inner] of Object.entries(value)) {
    if (HOSTILE_KEYS.has(key)) return `${[...path, key].join('.')}: is not a key that a mapping may have`;
    const found = hostilePlace(inner, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function problemsOf(error: z.ZodError): string[] {
  const problems = error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'the file'}: ${message}`);
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  return problems.length > shown.length ? [...shown, `and ${problems.length - shown.length} more`] : shown;
}

/** What each field allows and the whole does not. */
function contradictionsIn(mapping: ImportMapping): string[] {
  return mapping.tables.flatMap((table, index) => {
    const at = `tables.${index}`;
    const used = new Set(columnsOf(table));
    const problems = table.ignored.flatMap(({ column }, place) =>
      used.has(column) ? [`${at}.ignored.${place}.column: ${JSON.stringify(column)} is also used`] : [],
    );
    const { shorterThanSeconds = 0, longerThanSeconds = Infinity } = table.reject;
    if (shorterThanSeconds > longerThanSeconds) problems.push(`${at}.reject: no attempt is long and short enough`);
    if (table.csv.delimiter === table.csv.quote) problems.push(`${at}.csv: delimiter and quote are the same`);
    const { attempt } = table;
    if (attempt.duration !== undefined && attempt.end.kind !== 'time') {
      problems.push(`${at}.attempt.duration: can only be compared where end.kind is "time"`);
    }
    return problems;
  });
}
