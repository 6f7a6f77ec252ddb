/** What an error of the driver means for the statement that met it. */
import { types } from 'node:util';
import pg from 'pg';
import { StoreUnavailable } from '../port.ts';

export type Failure =
  /** A deadlock or serialisation failure: nothing was written, try again. */
  | 'again'
  /** A unique constraint: nothing was written. */
  | 'unique'
  /** The server answered that it will not: nothing was written. */
  | 'refused'
  /** The connection went away: a statement under way may have been committed. */
  | 'lost';

const LOST = new Set(['57P01', '57P02', '57P05']);
const AGAIN = new Set(['40001', '40P01']);

export function failureOf(error: unknown): Failure {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return 'lost';
  if (LOST.has(error.code) || error.code.startsWith('08')) return 'lost';
  if (AGAIN.has(error.code)) return 'again';
  return error.code === '23505' ? 'unique' : 'refused';
}

/** Refusals that pass: full disks, too many connections, starting up, shutting down, read-only, cancelled. */
const DATABASE_DROPPED = '57P04';
const PASSING = /^(?:53|57|58|25006)/;

/** Also of an error from another realm, such as Node's own inside a test runner. */
const { isNativeError } = types;

/** What pg and Node say when the network or the server goes away. */
const NETWORK_CODE = /^(?:ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)/;
const NETWORK_MESSAGE =
  /^(?:Connection terminated|Client has encountered|Client was closed|Query read timeout|timeout e)/;

/** Whether a reader should wait and ask again rather than end. */
export function isPassing(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  if (error instanceof pg.DatabaseError) {
    const { code = '' } = error;
    return failureOf(error) === 'again' || code.startsWith('08') || (PASSING.test(code) && code !== DATABASE_DROPPED);
  }
  if (!isNativeError(error)) return false;
  return ('code' in error && NETWORK_CODE.test(String(error.code))) || NETWORK_MESSAGE.test(error.message);
}

export function messageOf(error: unknown): string {
  // Of a host with several addresses: its own message is empty.
  if (isNativeError(error) && 'errors' in error && Array.isArray(error.errors))
    return error.errors.map(messageOf).join('; ');
  return isNativeError(error) ? error.message : String(error);
}
