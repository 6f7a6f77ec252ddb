import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { GraphqlContext } from '../graphql.context.ts';
import type { ErrorFormatter } from './error-formatter.ts';

/** Apollo formats errors without their request; this remembers which request each one belongs to. */
export class ErrorCorrelation implements ApolloServerPlugin<GraphqlContext> {
  readonly #requests = new WeakMap<object, string>();

  constructor(private readonly formatter: ErrorFormatter) {}

  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return {
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) this.#requests.set(error, contextValue.correlationId);
      },
    };
  }

  readonly formatError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const correlationId = typeof error === 'object' && error !== null ? this.#requests.get(error) : undefined;
    return this.formatter.format(formatted, error, correlationId);
  };
}
