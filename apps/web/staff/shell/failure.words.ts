import { CallFailed } from '../../graphql/call.failure.ts';
import type { Catalogue } from '../../language/messages.ts';

type Key = 'unreachable' | 'server' | 'later' | 'signed-out' | 'outdated' | 'refused' | 'wrong' | 'unknown' | 'field';

/** What went wrong, in words that say what to do. */
export const failureMessages: Catalogue<Key> = {
  en: {
    unreachable: 'The server cannot be reached. Nothing is lost: try again when you are connected.',
    server: 'The server cannot answer now. Try again in a moment.',
    later: 'The server is busy. Try again in a moment.',
    'signed-out': 'You are signed out. Sign in again, then try again.',
    outdated: 'This page is older than the server. Load it anew.',
    refused: 'That was not possible: {message}',
    wrong: 'Something does not fit: {message}',
    unknown: 'Something went wrong. Try again.',
    field: '{field}: {problem}',
  },
  sv: {
    unreachable: 'Servern går inte att nå. Inget är förlorat: försök igen när du har kontakt.',
    server: 'Servern kan inte svara nu. Försök igen om en stund.',
    later: 'Servern är upptagen. Försök igen om en stund.',
    'signed-out': 'Du är utloggad. Logga in och försök igen.',
    outdated: 'Sidan är äldre än servern. Ladda om den.',
    refused: 'Det gick inte: {message}',
    wrong: 'Något stämmer inte: {message}',
    unknown: 'Något gick fel. Försök igen.',
    field: '{field}: {problem}',
  },
};

/** Whether the same might go well later. */
export function passes(error: unknown): boolean {
  return error instanceof CallFailed && error.passing && error.kind !== 'signed-out';
}

/** Which message says it, and with what. */
export function wordsOf(error: unknown): readonly [Key, Readonly<Record<string, string>>] {
  if (!(error instanceof CallFailed)) return ['unknown', {}];
  const told = error.fields.map(({ field, problem }) => `${field}: ${problem}`).join('; ');
  return [error.kind, { message: told === '' ? error.message : told }];
}
