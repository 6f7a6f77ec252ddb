import { isPassing } from '#event-store';
import {
  ConnectionLost,
  InvalidRead,
  ReadError,
  ReadModelsBehind,
  ReadModelsPreparing,
  TooManyRows,
  UnknownLogIndex,
} from '#read-models';
import { codeOf } from './error-code.ts';

interface Told {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What a client is told of a read that was not answered. */
export function readError(error: unknown): Told | undefined {
  if (!(error instanceof ReadError)) return awayError(error);
  const { message } = error;
  if (error instanceof InvalidRead) {
    const { field } = error;
    const problem = message.startsWith(field) ? message.slice(field.length).trim() : message;
    return { message: `${field}: ${problem}`, extensions: { code: 'BAD_USER_INPUT', fields: [{ field, problem }] } };
  }
  if (error instanceof ReadModelsBehind) {
    const { waitedMs, projections } = error;
    return { message, extensions: { code: 'READ_MODELS_BEHIND', details: { waitedMs, projections } } };
  }
  if (error instanceof ReadModelsPreparing) return { message, extensions: { code: 'AS_OF_PREPARING' } };
  if (error instanceof UnknownLogIndex) {
    const { index, head } = error;
    return { message, extensions: { code: 'UNKNOWN_LOG_INDEX', details: { index, head } } };
  }
  if (error instanceof TooManyRows) {
    const { what, most } = error;
    return { message, extensions: { code: 'TOO_MANY_ROWS', details: { what, most } } };
  }
  return { message, extensions: { code: codeOf(error.code) } };
}

/** PostgreSQL restarts, is full or cannot be reached. Commands that meet this have errors of their own. */
function awayError(error: unknown): Told | undefined {
  if (!(error instanceof ConnectionLost) && !isPassing(error)) return undefined;
  const message = 'The read models cannot be reached at the moment. Ask again soon.';
  return { message, extensions: { code: 'READ_MODELS_UNAVAILABLE' } };
}
