import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ReadSnapshot } from '#read-models';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import type { ReadArgs } from './read.args.ts';
import { rootKeyOf } from './snapshot.decorator.ts';

/** Opens the snapshot of a first-level field; what is nested below answers from it. */
export interface RootSnapshot {
  /** @param studyId needed with `asOf`: a past moment is prepared for one study. */
  open(args: ReadArgs, studyId?: string): Promise<ReadSnapshot>;
  /** Now, whatever is asked: to find out to which study something belongs. */
  now(): Promise<ReadSnapshot>;
}

/** In a first-level field: opens its snapshot. */
export const Root = createParamDecorator((_: unknown, context: ExecutionContext): RootSnapshot => {
  const execution = GqlExecutionContext.create(context);
  const { snapshots } = execution.getContext<GraphqlContext>();
  const key = rootKeyOf(execution.getInfo<GraphQLResolveInfo>());
  return {
    open: ({ asOf, afterPosition }, studyId) =>
      snapshots.openFor(key, {
        studyId: asOf === null || asOf === undefined ? undefined : studyId,
        asOf: momentOf(asOf),
        after: afterPosition ?? undefined,
      }),
    now: () => snapshots.openFor(key, {}),
  };
});

function momentOf(asOf: ReadArgs['asOf']): number | { readonly time: string } | undefined {
  if (asOf?.index !== undefined) return asOf.index;
  return asOf?.time === undefined ? undefined : { time: asOf.time };
}
