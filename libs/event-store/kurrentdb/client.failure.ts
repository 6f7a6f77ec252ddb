/** What an error of the client means for the call that met it. */
import { types } from 'node:util';
import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamNotFoundError,
  TimeoutError,
  UnavailableError,
  UnsupportedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { EventStoreError, StoreUnavailable } from '../port.ts';

export type Failure =
  /** The stream is not as the append expects it, or holds other events at its place. */
  | 'conflict'
  | 'missing'
  /** The stream was deleted on the server. */
  | 'deleted'
  /** More bytes than the server takes in one append. */
  | 'large'
  /** Wrong or missing credentials. */
  | 'denied'
  /** The server does not speak this part of the protocol. */
  | 'unsupported'
  /** The server did not take the call: nothing was written. */
  | 'untaken'
  /** The connection went away, or no answer came in time: an append may have been committed. */
  | 'lost'
  /** A mistake on this side. */
  | 'fault';

/** Codes of gRPC that the client hands on without a class of their own. */
const RESOURCE_EXHAUSTED = 8;
const UNIMPLEMENTED = 12;

/** Said before anything of the call has left, or by a server that turns it away. */
const NOT_TAKEN =
  /no connection established|name resolution|failed to connect|failed to discover|ECONNREFUSED|ENOTFOUND|not ready|too busy|is busy|no leader info|channel has been (?:closed|shut ?down)/i;

export function failureOf(error: unknown): Failure {
  const text = messageOf(error);
  const code = codeOf(error);
  if (error instanceof WrongExpectedVersionError) return 'conflict';
  if (error instanceof StreamNotFoundError) return 'missing';
  if (error instanceof StreamDeletedError) return 'deleted';
  if (error instanceof MaxAppendSizeExceededError || code === RESOURCE_EXHAUSTED) return 'large';
  if (error instanceof AccessDeniedError) return 'denied';
  if (error instanceof UnsupportedError || code === UNIMPLEMENTED) return 'unsupported';
  if (error instanceof NotLeaderError || NOT_TAKEN.test(text)) return 'untaken';
  if (error instanceof UnavailableError || error instanceof CancelledError) return 'lost';
  if (error instanceof TimeoutError || error instanceof DeadlineExceededError) return 'lost';
  return code === undefined ? 'fault' : 'lost';
}

/** Whether the same call may do later: through a restart, a change of leader, a network that comes back. */
export function mayPass(error: unknown): boolean {
  if (error instanceof EventStoreError) return error instanceof StoreUnavailable && !(error instanceof Unusable);
  const failure = failureOf(error);
  return failure === 'lost' || failure === 'untaken';
}

/** Of a server that waiting does not mend. */
export class Unusable extends StoreUnavailable {}

/** @returns What the port's callers are told. Messages name no credentials: the server does not repeat them. */
export function asStoreError(error: unknown, shown: string): unknown {
  if (error instanceof EventStoreError) return error;
  const failure = failureOf(error);
  const options = { cause: error };
  switch (failure) {
    case 'denied':
      return new Unusable(`the event store at ${shown} refuses the credentials, or their right to its log`, options);
    case 'unsupported':
      return new Unusable(`the server at ${shown} is no event store that can be used: ${messageOf(error)}`, options);
    case 'untaken':
    case 'lost':
      return new StoreUnavailable(`the event store at ${shown} cannot be reached: ${messageOf(error)}`, options);
    case 'conflict':
    case 'missing':
    case 'deleted':
    case 'large':
    case 'fault':
      return error;
  }
}

export function messageOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}

function codeOf(error: unknown): number | undefined {
  if (!types.isNativeError(error) || !('code' in error)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}
