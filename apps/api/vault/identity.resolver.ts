import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { Identities } from './identities.ts';
import { IdentityModel } from './identity.model.ts';

/** Who a participant is. */
@Resolver(() => IdentityModel)
export class IdentityResolver {
  constructor(@Inject(Identities) private readonly identities: Identities) {}

  @Query(() => IdentityModel, {
    nullable: true,
    description: 'Names and contacts of a participant, for their site alone. None where nothing is kept.',
  })
  @Allow('vault:read')
  async identity(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Caller() caller: Principal,
    @Context() { notes }: GraphqlContext,
  ): Promise<IdentityModel | null> {
    const found = await this.identities.read(caller, participantId);
    if (found !== null && !found.erased) notes.data(participantId, 'identity', 'vault');
    return found;
  }
}
