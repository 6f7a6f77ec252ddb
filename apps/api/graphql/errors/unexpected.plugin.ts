import type { ApolloServerPlugin } from '@apollo/server';
import type { Log } from '#platform';
import type { GraphqlContext } from '../graphql.context.ts';

/**
 * Logs what went wrong around an answer rather than in it, such as an access log that could not be written: the answer was kept
 * back. Apollo would print the error as it is; the log reduces it to what cannot hold participant data.
 */
export class UnexpectedErrors implements ApolloServerPlugin<GraphqlContext> {
  constructor(private readonly log: Log) {}

  async unexpectedErrorProcessingRequest({ error }: { readonly error: unknown }): Promise<void> {
    this.log.error({ err: error }, 'An answer was kept back');
  }
}

const silent = (): void => undefined;

/** Instead of the console. */
export const apolloLog = { debug: silent, info: silent, warn: silent, error: silent };
