import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import { CommandReach } from '../access/command-reach.ts';
import type { Principal } from '../access/principal.ts';
import { CommandMetaInput } from '../commands/command-meta.input.ts';
import { CommandSender } from '../commands/command-sender.ts';
import { ReceiptModel } from '../commands/receipt.model.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { commandInput } from '../graphql/schema/command-inputs.ts';
import { checkedSubmission } from './worksheet-submission.ts';
import { WorksheetShelf } from './worksheet.shelf.ts';

const SubmitWorksheetInput = commandInput('SubmitWorksheet', {
  takes: 'An attempt and the answers that belong to it, as JSON text bound to the version they were given to.',
  derives: 'attemptId',
  omits: ['answered'],
});

interface Submission {
  readonly assignmentId: string;
  readonly worksheet: { readonly templateId: string; readonly version: number };
  readonly answers: string;
}

/** Work done on worksheets. */
@Resolver()
export class WorksheetCommandsResolver {
  constructor(
    private readonly commands: CommandSender,
    private readonly shelf: WorksheetShelf,
    private readonly reach: CommandReach,
  ) {}

  @Mutation(() => ReceiptModel, {
    description:
      'Records an attempt with its worksheet answers, also those to a version that was superseded since. Both or neither.',
  })
  @Allow('attempt:write')
  async submitWorksheet(
    @Args('meta', { type: () => CommandMetaInput }) meta: CommandMetaInput,
    @Args('input', { type: () => SubmitWorksheetInput }) input: Submission,
    @Caller() caller: Principal,
  ): Promise<ReceiptModel> {
    const {
      assignmentId,
      worksheet: { templateId, version },
    } = input;
    // Before anything is told of worksheets: what is out of reach is answered like what does not exist.
    await this.reach.check(caller, 'attempt:write', { type: 'SubmitWorksheet', assignmentId });
    const worksheet = await this.shelf.find(templateId, version, await this.reach.studyOf(assignmentId));
    if (worksheet === undefined)
      throw new BadInput([{ field: 'input.worksheet', problem: 'names no version that was ever put into use' }]);
    const checked = { ...input, ...checkedSubmission(worksheet, input.answers) };
    return this.commands.send('SubmitWorksheet', checked, {
      meta,
      caller,
      allow: 'attempt:write',
      derives: 'attemptId',
    });
  }
}
