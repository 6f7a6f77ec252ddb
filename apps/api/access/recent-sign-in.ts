import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { refuse } from '#domain';
import { CommandRefused } from '#platform';
import type { Caller } from './caller.ts';

/** How long ago a person may have proved who they are when they sign a record (21 CFR 11.200), in milliseconds. */
export const RECENT = 5 * 60_000;

/** Who calls, and how they proved it. */
export const SignedIn = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined =>
    GqlExecutionContext.create(context).getContext<{ caller?: Caller }>().caller,
);

/** A signature is a person’s, who has just shown that they are there. @throws CommandRefused */
export function requireRecentSignIn(caller: Caller | undefined, now: Date): void {
  const age = caller === undefined ? Infinity : now.getTime() - caller.authenticatedAt.getTime();
  if (age > RECENT || caller?.key !== undefined) {
    throw new CommandRefused(refuse('SignInNotRecent', { minutes: RECENT / 60_000 }));
  }
}
