import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { commandInputs } from '../graphql/schema/command-inputs.ts';

/** Commands that write to a participant. */
@Resolver()
export class ParticipantCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, { description: 'Enrols a person under a code that says nothing about them.' })
  @Allow('participant:write')
  enrolParticipant(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.EnrolParticipant }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('EnrolParticipant', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Says that a participant left before the end, and why.' })
  @Allow('participant:write')
  discontinueParticipant(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.DiscontinueParticipant }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('DiscontinueParticipant', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, { description: 'Says that a participant reached the end as planned.' })
  @Allow('participant:write')
  completeParticipant(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.CompleteParticipant }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('CompleteParticipant', input, { meta, caller });
  }

  @Mutation(() => ReceiptModel, {
    description: 'Destroys the participant’s key: sealed content is gone everywhere and for ever, the trail stays.',
  })
  @Allow('participant:erase')
  erasePersonalData(
    @Args('meta') meta: CommandMetaInput,
    @Args('input', { type: () => commandInputs.ErasePersonalData }) input: object,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    return this.commands.send('ErasePersonalData', input, { meta, caller });
  }
}
