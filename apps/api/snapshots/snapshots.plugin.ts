import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphqlContext } from '../graphql/graphql.context.ts';

/** Ends the snapshots of a request once its answer is made, also where that is an error. */
export class SnapshotsPlugin implements ApolloServerPlugin<GraphqlContext> {
  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return {
      willSendResponse: async ({ contextValue }) => {
        await contextValue.snapshots.end();
      },
    };
  }

  async unexpectedErrorProcessingRequest({
    requestContext,
  }: Parameters<
    NonNullable<ApolloServerPlugin<GraphqlContext>['unexpectedErrorProcessingRequest']>
  >[0]): Promise<void> {
    await requestContext.contextValue.snapshots.end();
  }
}
