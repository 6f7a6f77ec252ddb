import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { Forbidden, Unauthenticated } from './access.error.ts';
import { permissionOfField } from './field.permissions.ts';
import type { Principal } from './principal.ts';

interface CallerContext {
  readonly principal?: Principal | undefined;
}

type Resolver = GraphQLFieldResolver<unknown, CallerContext>;

/** First-level fields ask by `@Allow`, which is a guard of their own. */
const FIRST_LEVEL: readonly string[] = ['Query', 'Mutation', 'Subscription'];

/**
 * Puts a guard before every field of every type, also before those that no resolver stands behind. Changes the schema it is given.
 */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || FIRST_LEVEL.includes(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = guarded(type.name, field.name, field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

function guarded(type: string, field: string, resolve: Resolver): Resolver {
  const permission = permissionOfField(type, field);
  if (permission === 'open') return resolve;
  return (source, args, context, info) => {
    const { principal } = context;
    if (principal === undefined) throw new Unauthenticated();
    if (permission === undefined || !principal.permissions.has(permission)) throw new Forbidden(permission);
    return resolve(source, args, context, info);
  };
}
