import { createHash } from 'node:crypto';
import { WEB_DOCUMENTS } from './documents.generated.ts';

const documents: ReadonlyMap<string, string> = new Map(Object.entries(WEB_DOCUMENTS));

/** The text of an operation of the web app. @param id SHA-256 of it, in hexadecimal */
export function documentOf(id: string): string | undefined {
  return documents.get(id);
}

/** Whether a text is, to the letter, an operation of the web app. */
export function isAllowed(text: string): boolean {
  return documents.has(createHash('sha256').update(text).digest('hex'));
}
