import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { LIMITS } from '../graphql/limits/limits.ts';
import { refuseRequest } from './refusal.ts';

/** Reads JSON up to the limit; everything after it sees a body that is read already. */
export const jsonBody: RequestHandler = express.json({ limit: LIMITS.bodyBytes, strict: true, inflate: false });

/** Tells in GraphQL’s form why a body could not be read. */
export const jsonBodyRefusal: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const kind = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  switch (kind) {
    case 'entity.too.large':
      return refuseRequest(response, 413, 'BODY_TOO_LARGE', `A request may have at most ${LIMITS.bodyBytes} bytes.`);
    case 'entity.parse.failed':
      return refuseRequest(response, 400, 'BAD_REQUEST', 'The body is not JSON.');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return refuseRequest(response, 415, 'BAD_REQUEST', 'The body must be JSON in UTF-8, not compressed.');
    case 'request.aborted':
    case 'request.size.invalid':
      return refuseRequest(response, 400, 'BAD_REQUEST', 'The body ended early.');
    default:
      next(error);
  }
};
