import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { commandInputs } from '../graphql/schema/command-inputs.ts';
import { checkPublication } from './definition-input.ts';

/** Commands that write adherence definitions to a study. */
@Resolver()
export class AdherenceCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, {
    description: 'Publishes the next version of an adherence definition, after checking that it can be evaluated.',
  })
  @Allow('adherence:publish')
  async publishAdherenceDefinition(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.PublishAdherenceDefinition }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    checkPublication(input);
    return this.commands.send('PublishAdherenceDefinition', input, { meta, caller });
  }
}
