import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ReadSnapshot } from '#read-models';
import type { GraphqlContext } from '../graphql/graphql.context.ts';

/** Key, in the answer, of the first-level field that a field is part of. */
export function rootKeyOf({ path }: Pick<GraphQLResolveInfo, 'path'>): string {
  let step = path;
  while (step.prev !== undefined) step = step.prev;
  return String(step.key);
}

/** In a nested field: the snapshot its first-level field opened. */
export const Snapshot = createParamDecorator((_: unknown, context: ExecutionContext): Promise<ReadSnapshot> => {
  const execution = GqlExecutionContext.create(context);
  const { snapshots } = execution.getContext<GraphqlContext>();
  return snapshots.of(rootKeyOf(execution.getInfo<GraphQLResolveInfo>()));
});
