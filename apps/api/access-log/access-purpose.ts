import type { IncomingMessage } from 'node:http';
import { BadInput } from '../graphql/errors/bad-input.error.ts';

const HEADER = 'x-purpose';
const LONGEST = 500;

/**
 * Why somebody opens what they open, from the header `x-purpose`. Other letters than ASCII may come as in an address (`%C3%BC`).
 * @throws BadInput
 */
export function purposeOf({ headers }: IncomingMessage): string | undefined {
  const given = headers[HEADER];
  if (given === undefined) return undefined;
  const text = decoded(String(given)).trim();
  if (text === '') return undefined;
  if (text.length > LONGEST || /[\p{Cc}\p{Cs}]/u.test(text)) {
    throw new BadInput([{ field: HEADER, problem: `expected at most ${LONGEST} characters on one line` }]);
  }
  return text;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
