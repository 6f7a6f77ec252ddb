import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { commandInputs } from '../graphql/schema/command-inputs.ts';

/** Commands that write to a rating. */
@Resolver()
export class RatingCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, { description: 'Records a filled-in rating form.' })
  @Allow('rating:write')
  recordRating(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.RecordRating }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('RecordRating', input, { meta, caller });
  }
}
