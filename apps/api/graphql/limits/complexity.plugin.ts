import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { getVariableValues } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { GraphqlContext } from '../graphql.context.ts';
import { limitError } from './limit.error.ts';
import { LIMITS } from './limits.ts';

const estimators = [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })];

/** Refuses, before anything is executed, an operation whose answer could have too many fields. */
export class ComplexityPlugin implements ApolloServerPlugin<GraphqlContext> {
  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return {
      async didResolveOperation({ request, document, operation, schema, operationName }) {
        const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], request.variables ?? {});
        // Execution will say what is wrong with the variables, and execute nothing.
        if (errors !== undefined) return;
        const complexity = getComplexity({
          schema,
          query: document,
          estimators,
          ...(request.variables === undefined ? {} : { variables: request.variables }),
          ...(operationName === null ? {} : { operationName }),
        });
        if (complexity > LIMITS.complexity) {
          throw limitError(
            'COMPLEXITY_LIMIT',
            'fields to answer (pages counted as full)',
            complexity,
            LIMITS.complexity,
          );
        }
      },
    };
  }
}
