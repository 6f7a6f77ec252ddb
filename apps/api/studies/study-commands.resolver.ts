import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { commandInputs } from '../graphql/schema/command-inputs.ts';

/** Commands that write to a study. */
@Resolver()
export class StudyCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, { description: 'Registers a study.' })
  @Allow('study:write')
  registerStudy(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.RegisterStudy }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('RegisterStudy', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Publishes the next protocol version, saying what changed and why.' })
  @Allow('study:write')
  publishProtocol(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.PublishProtocol }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('PublishProtocol', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Opens a site of a study.' })
  @Allow('study:write')
  openSite(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.OpenSite }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('OpenSite', input, { meta, caller });
  }
}
