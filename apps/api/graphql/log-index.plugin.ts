import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphqlContext } from './graphql.context.ts';

/** Says in `extensions.log` which index of the log each first-level field was answered at. */
export class LogIndexPlugin implements ApolloServerPlugin<GraphqlContext> {
  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return {
      willSendResponse: async ({ contextValue, response }) => {
        const { body } = response;
        const indexes = contextValue.snapshots.logIndexes;
        if (body.kind !== 'single' || indexes.size === 0) return;
        const log = { index: Math.min(...indexes.values()), fields: Object.fromEntries(indexes) };
        body.singleResult.extensions = { ...body.singleResult.extensions, log };
      },
    };
  }
}
