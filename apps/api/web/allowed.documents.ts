import { createHash } from 'node:crypto';
import { WEB_DOCUMENTS } from './documents.generated.ts';
import { RELEASED_DOCUMENTS } from './released.documents.generated.ts';

/** Of this release, and of every one that a phone may still have installed. */
const documents: ReadonlyMap<string, string> = new Map([
  ...RELEASED_DOCUMENTS.flatMap((release) => Object.entries(release.documents)),
  ...Object.entries(WEB_DOCUMENTS),
]);

/** The text of an operation of the web app. @param id SHA-256 of it, in hexadecimal */
export function documentOf(id: string): string | undefined {
  return documents.get(id);
}

/** Whether a text is, to the letter, an operation of the web app. */
export function isAllowed(text: string): boolean {
  return documents.has(createHash('sha256').update(text).digest('hex'));
}
