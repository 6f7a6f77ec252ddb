import { InvalidRead, ReadError, ReadModelsBehind, ReadModelsPreparing, UnknownLogIndex } from '#read-models';
import { codeOf } from './error-code.ts';

interface Told {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What a client is told of a read that was not answered. */
export function readError(error: unknown): Told | undefined {
  if (!(error instanceof ReadError)) return undefined;
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
  return { message, extensions: { code: codeOf(error.code) } };
}
