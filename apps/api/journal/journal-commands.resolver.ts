import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { KeepJournalInput } from './keep-journal.input.ts';

/** A journal has the same id on every phone, so that two phones keep one. */
const journalOf = (participantId: string): string => `journal-${participantId}`;

/** The journal that a participant keeps because they want to; see docs/adr/0059. */
@Resolver()
export class JournalCommandsResolver {
  constructor(private readonly commands: CommandSender) {}

  @Mutation(() => ReceiptModel, {
    description:
      'Begins the private journal of a participant: open homework that they set themselves. Its entries are attempts, each shared or not.',
  })
  @Allow('work:write')
  async keepJournal(
    @Args('meta', { type: () => CommandMetaInput }) meta: CommandMetaInput,
    @Args('input', { type: () => KeepJournalInput }) { participantId, title }: KeepJournalInput,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    const input = { participantId, assignmentId: journalOf(participantId), initiatedBy: 'client', terms: terms(title) };
    return this.commands.send('AssignHomework', input, { meta, caller, allow: 'work:write' });
  }
}

function terms(title: string) {
  return {
    ...{ title, focus: 'self-monitoring', medium: 'journal', due: { kind: 'open' } },
    ...{ performers: ['client'], setting: 'programme', visibility: 'private' },
  };
}
