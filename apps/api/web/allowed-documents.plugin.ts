import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { isAllowed } from './allowed.documents.ts';

/** May ask whatever the schema has, also with a browser’s session: GraphiQL is for them. */
const FREELY = 'graphql:explore';

/**
 * Outside a demonstration, a session of a browser asks the web app’s own operations and nothing else, unless its person may
 * explore. Keys of scripts ask freely; strangers are refused by every field anyhow.
 */
export class AllowedDocumentsPlugin implements ApolloServerPlugin<GraphqlContext> {
  constructor(private readonly demonstration: boolean) {}

  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return {
      didResolveOperation: async ({ contextValue: { caller, principal }, source }) => {
        if (this.demonstration || caller?.sessionId === undefined) return;
        if (principal?.permissions.has(FREELY) === true || isAllowed(source)) return;
        throw new GraphQLError('Browsers ask the operations of the web app here; scripts ask others, with a key.', {
          extensions: { code: 'DOCUMENT_NOT_ALLOWED', http: { status: 403 } },
        });
      },
    };
  }
}
