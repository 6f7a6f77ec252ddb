import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { commandInputs } from '../graphql/schema/command-inputs.ts';

/** Commands that write to a measure. */
@Resolver()
export class MeasureCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, { description: 'Records an outcome measure.' })
  @Allow('measure:write')
  recordMeasure(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.RecordMeasure }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('RecordMeasure', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Records that an outcome measure was not taken.' })
  @Allow('measure:write')
  missMeasure(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.MissMeasure }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('MissMeasure', input, { meta, caller });
  }
}
