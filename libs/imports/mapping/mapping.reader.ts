import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import type { z } from 'zod';
import { systemErrorCode } from '../csv/system-error.ts';
import { type JsonDocument, readJson } from './json.document.ts';
import { type Problem, contradictionsIn } from './mapping.contradictions.ts';
import { MAPPING_FILE_LIMIT } from './limits.ts';
import { type ImportMapping, importMapping } from './mapping.schema.ts';

/** A mapping that cannot be used; one line a problem, each naming the line of the file and the field. */
export class InvalidMapping extends Error {
  override readonly name = 'InvalidMapping';
  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    super([`${file} is not a mapping that can be used:`, ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

const SHOWN_PROBLEMS = 20;

/** Reads and checks a mapping file. @throws InvalidMapping, also for a file that cannot be read */
export async function readMappingFile(path: string): Promise<ImportMapping> {
  const bytes = await firstBytes(path, MAPPING_FILE_LIMIT + 1);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InvalidMapping(path, ['is not UTF-8']);
  }
  return readMapping(text, path);
}

/** Whatever is at the path, no more of it than that. */
async function firstBytes(path: string, length: number): Promise<Buffer> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new InvalidMapping(path, [`cannot be opened (${systemErrorCode(error)})`]);
  });
  try {
    if (!(await handle.stat()).isFile()) throw new InvalidMapping(path, ['is not a regular file']);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * Reads and checks the text of a mapping file.
 * @param file its name, for messages only
 * @throws InvalidMapping
 */
export function readMapping(text: string, file: string): ImportMapping {
  if (Buffer.byteLength(text) > MAPPING_FILE_LIMIT) {
    throw new InvalidMapping(file, [`is larger than ${MAPPING_FILE_LIMIT} bytes`]);
  }
  const document = readJson(text.replace(/^\uFEFF/, ''));
  if ('problem' in document) throw new InvalidMapping(file, [document.problem]);
  const parsed = importMapping.safeParse(document.value);
  const problems = parsed.success ? contradictionsIn(parsed.data) : problemsOf(parsed.error);
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new InvalidMapping(file, shown(problems, document));
}

function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    message,
  }));
}

function shown(problems: readonly Problem[], document: JsonDocument): string[] {
  const lines = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ path, message }) => `line ${document.lineOf(path)}, ${path.join('.') || 'the file'}: ${message}`);
  return problems.length > lines.length ? [...lines, `and ${problems.length - lines.length} more`] : lines;
}
