import { errorCode } from '../error-code.ts';

/** What may be logged of an error. */
export interface ErrorDescription {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  /** Of the database, when it says: names of things, never values. */
  readonly table?: string;
  readonly constraint?: string;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/** Classes of SQLSTATE whose messages name things only: connection, resources, limits, operator, missing objects, login. */
const SAFE_SQLSTATE = /^(08|25|28|3D|3F|40|42|53|54|55|57|58)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const MAX_CAUSES = 5;

/** Reduces an error to what cannot hold participant data: database details, parameters, and parsed text are left out. */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (typeof error !== 'object' || error === null) return { type: typeof error, message: '(not an error)' };
  const record = error as Readonly<Record<string, unknown>>;
  const type = textOf(record['name']) ?? 'Error';
  const code = errorCode(error);
  const stack = framesOf(record['stack']);
  const cause = record['cause'] ?? record['driverError'];
  const table = textOf(record['table']);
  const constraint = textOf(record['constraint']);
  return {
    type,
    message: messageOf(record, type, code),
    ...(code !== undefined && { code }),
    ...(table !== undefined && { table }),
    ...(constraint !== undefined && { constraint }),
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && cause !== null && depth < MAX_CAUSES && { cause: describeError(cause, depth + 1) }),
  };
}

/** A parser quotes what it could not read, and PostgreSQL what it could not store. */
function messageOf(record: Readonly<Record<string, unknown>>, type: string, code: string | undefined): string {
  const message = textOf(record['message']) ?? '';
  if (type === 'SyntaxError') return '(the text could not be read)';
  const fromDatabase = code !== undefined && SQLSTATE.test(code) && ('severity' in record || 'query' in record);
  return fromDatabase && !SAFE_SQLSTATE.test(code) ? '(left out: it may quote a value)' : message.slice(0, 1_000);
}

/** The first line of a stack repeats the message; frames are places in code. */
function framesOf(stack: unknown): string | undefined {
  const frames = (textOf(stack) ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.length > 0 ? frames.slice(0, 20).join('\n') : undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
