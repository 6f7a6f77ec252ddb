import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { commandInputs } from '../graphql/schema/command-inputs.ts';

/** Commands that write to an assignment. */
@Resolver()
export class AttemptCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, { description: 'Says that somebody began to do the homework.' })
  @Allow('attempt:write')
  startAttempt(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.StartAttempt }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('StartAttempt', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Records an attempt and what came of it.' })
  @Allow('attempt:write')
  recordAttempt(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.RecordAttempt }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('RecordAttempt', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Says that a started attempt was given up, with its barriers.' })
  @Allow('attempt:write')
  abandonAttempt(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.AbandonAttempt }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('AbandonAttempt', input, { meta, caller });
  }
}
