import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { Identities } from './identities.ts';
import { IdentityInput } from './identity.model.ts';

/** Writes to the vault. */
@Resolver()
export class IdentityCommandsResolver {
  constructor(@Inject(Identities) private readonly identities: Identities) {}

  @Mutation(() => Boolean, {
    description:
      'Keeps names and contacts of a participant for their site, in the place of what was kept. False where the participant was erased.',
  })
  @Allow('vault:write')
  recordIdentity(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args('identity') identity: IdentityInput,
    @Caller() caller: Principal,
  ): Promise<boolean> {
    return this.identities.write(caller, participantId, identity);
  }
}
