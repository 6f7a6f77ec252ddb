import type { Response } from 'express';
import { AccountRefused, currentCorrelationId, type Log, SignInRefused, TooManyAttempts } from '#platform';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { codeOf } from '../graphql/errors/error-code.ts';
import { refuseRequest } from '../http/refusal.ts';

/** Answers a route with what `work` gives, or with why not, in GraphQL’s form. */
export async function answer(response: Response, log: Log, work: () => Promise<object>): Promise<void> {
  try {
    const told = await work();
    if (!response.headersSent) response.status(200).json(told);
  } catch (error) {
    refuse(response, log, error);
  }
}

function refuse(response: Response, log: Log, error: unknown): void {
  if (error instanceof TooManyAttempts) {
    response.setHeader('Retry-After', String(error.seconds));
    return refuseRequest(response, 429, 'TOO_MANY_ATTEMPTS', error.message);
  }
  if (error instanceof SignInRefused) return refuseRequest(response, 403, codeOf(error.code), error.message);
  if (error instanceof NotSignedIn) return refuseRequest(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  if (error instanceof BadInput || error instanceof AccountRefused) {
    return refuseRequest(response, 400, 'BAD_USER_INPUT', error.message);
  }
  log.error({ err: error, correlationId: currentCorrelationId() }, 'An unforeseen error while signing in');
  refuseRequest(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here; you are not signed in by it.');
}

/** No session goes with the request. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}
