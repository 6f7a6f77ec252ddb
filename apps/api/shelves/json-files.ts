import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { fieldProblems } from '#domain';
import { errorCode, StartupError } from '#platform';

/** A file that the operator put there cannot be used: better not to start than to score by half of it. */
class UnusableFile extends StartupError {
  override readonly name = 'UnusableFile';
}

/**
 * Every JSON document of a folder, checked. A folder that does not exist holds nothing.
 * @param suffix of the names that count, such as `.json`
 * @throws StartupError naming the file and each field that does not fit
 */
export function readJsonFiles<Document>(folder: string, suffix: string, schema: z.ZodType<Document>): Document[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(suffix))
    .sort()
    .map((name) => {
      const parsed = schema.safeParse(readJson(join(folder, name)));
      if (parsed.success) return parsed.data;
      const problems = fieldProblems(parsed.error).map(({ field, problem }) => `${field}: ${problem}`);
      throw new UnusableFile(`${join(folder, name)} cannot be used: ${problems.join('; ')}`);
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new UnusableFile(`${folder} cannot be read (${errorCode(error) ?? 'unreadable'})`);
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UnusableFile(`${path} cannot be used: ${error instanceof SyntaxError ? 'it is no JSON' : 'unreadable'}`);
  }
}
