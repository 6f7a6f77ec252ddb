import type { IncomingMessage, ServerResponse } from 'node:http';
import { v7 as uuidv7, validate } from 'uuid';
import { type Log, withCorrelationId } from './log.ts';

const HEADER = 'x-correlation-id';

/**
 * Express middleware: gives each request a correlation id (the caller's, when it is a UUID), answers with it, and logs method, path
 * without its query, status and milliseconds.
 */
export function requestLog(log: Log) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const given = request.headers[HEADER];
    const correlationId = typeof given === 'string' && validate(given) ? given.toLowerCase() : uuidv7();
    response.setHeader(HEADER, correlationId);
    const began = performance.now();
    response.once('close', () => {
      log.debug(
        {
          correlationId,
          method: request.method,
          path: pathOf(request.url),
          status: response.statusCode,
          finished: response.writableFinished,
          milliseconds: Math.round(performance.now() - began),
        },
        'Request',
      );
    });
    withCorrelationId(correlationId, next);
  };
}

/** Only the first part of a path: later parts and queries may hold a code of a person. */
const pathOf = (url: string | undefined): string => `/${/^\/([A-Za-z0-9_-]{0,40})/.exec(url ?? '')?.[1] ?? ''}`;
