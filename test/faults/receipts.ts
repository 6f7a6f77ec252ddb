import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What a command was told it had written. */
export const receipt = z.object({ commandId: z.string(), stream: z.string(), eventIds: z.array(z.string()) });
export type Receipt = z.infer<typeof receipt>;

/** Receipts that a program wrote down before it was killed; a line that the kill cut off is none. */
export async function readReceipts(path: string): Promise<readonly Receipt[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => receipt.parse(JSON.parse(line)));
}
