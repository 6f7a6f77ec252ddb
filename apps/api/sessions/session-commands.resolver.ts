import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { commandInputs } from '../graphql/schema/command-inputs.ts';

/** Commands that write to a session. */
@Resolver()
export class SessionCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, { description: 'Records a session that took place.' })
  @Allow('session:write')
  holdSession(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.HoldSession }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('HoldSession', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Records a session that did not take place.' })
  @Allow('session:write')
  missSession(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.MissSession }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('MissSession', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Records what a session said of homework.' })
  @Allow('session:write')
  logHomeworkSection(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.LogHomeworkSection }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('LogHomeworkSection', input, { meta, caller });
  }
}
