import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { commandInputs } from '../graphql/schema/command-inputs.ts';

/** Commands that write to a record, whatever its kind. */
@Resolver()
export class EntryCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, {
    description: 'Says that an earlier entry should read otherwise. The earlier entry stays in the log.',
  })
  @Allow('entry:correct')
  correctEntry(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.CorrectEntry }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('CorrectEntry', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, {
    description: 'Says that an earlier entry should not have been made. It stays in the log and counts nowhere.',
  })
  @Allow('entry:correct')
  voidEntry(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.VoidEntry }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('VoidEntry', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Vouches for a record as it stands.' })
  @Allow('record:sign')
  signRecord(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.SignRecord }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('SignRecord', input, { meta, caller });
  }
}
