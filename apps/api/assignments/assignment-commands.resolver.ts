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
export class AssignmentCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, { description: 'Gives a participant homework.' })
  @Allow('assignment:write')
  assignHomework(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.AssignHomework }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('AssignHomework', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, {
    description: 'Changes the terms of homework that is under way, as its next version.',
  })
  @Allow('assignment:write')
  adjustAssignment(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.AdjustAssignment }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('AdjustAssignment', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Says how an obligation ended, without recording an attempt.' })
  @Allow('assignment:write')
  reportOccurrence(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.ReportOccurrence }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('ReportOccurrence', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Says that the homework as a whole is done.' })
  @Allow('assignment:write')
  completeHomework(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.CompleteHomework }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('CompleteHomework', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Says that the due moment passed. What nobody reported stays unknown.' })
  @Allow('assignment:write')
  expireAssignment(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.ExpireAssignment }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('ExpireAssignment', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Takes homework back.' })
  @Allow('assignment:write')
  withdrawAssignment(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.WithdrawAssignment }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('WithdrawAssignment', input, { meta, caller });
  }
}
