import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Unauthenticated } from './access.error.ts';
import type { Principal } from './principal.ts';

/** Whoever calls a resolver. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = GqlExecutionContext.create(context).getContext<{ principal?: Principal }>();
  if (principal === undefined) throw new Unauthenticated();
  return principal;
});
