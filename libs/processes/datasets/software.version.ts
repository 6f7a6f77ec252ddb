import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#platform';
import { z } from 'zod';

/** What archives say they were made by. */
export function softwareVersion(): { readonly name: string; readonly version: string } {
  const text = readFileSync(join(projectFolder(), 'package.json'), 'utf8');
  return z.object({ name: z.string(), version: z.string() }).parse(JSON.parse(text));
}
