import { Inject } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { Identity } from '#platform';
import { Unauthenticated } from '../access/access.error.ts';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { UNBOUNDED } from '../access/right.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { MeModel } from './me.model.ts';

/** Whoever asks. */
@Resolver()
export class MeResolver {
  constructor(@Inject(Identity) private readonly identity: Identity) {}

  @Query(() => MeModel, { description: 'Whoever asks: who they are here, and what they may do.' })
  @Allow('account:read')
  async me(
    @Caller() { rights, actor, permissions }: Principal,
    @Context() { caller }: GraphqlContext,
  ): Promise<MeModel> {
    if (caller === undefined) throw new Unauthenticated();
    const { accountId, kind, subjectId, secondFactor, key } = caller;
    const isAccount = /^[0-9a-f-]{36}$/.test(accountId) && key === undefined;
    const keys = isAccount ? await this.identity.keys.list(accountId) : [];
    return {
      ...{ kind, subjectId, secondFactor, permissions: [...permissions].sort() },
      roles: rights === UNBOUNDED ? [actor.role] : [...new Set(rights.map(({ role }) => role))].sort(),
      apiKeys: keys.map((one) => ({ ...one, studies: one.studies ?? null, permissions: one.permissions ?? null })),
    };
  }
}
