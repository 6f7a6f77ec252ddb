import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor } from './command.executor.ts';
import { Execute, type Receipt } from './execute.command.ts';

/** The one command handler of the command bus. */
@CommandHandler(Execute)
export class ExecuteHandler implements ICommandHandler<Execute> {
  readonly #executor: CommandExecutor;

  constructor(executor: CommandExecutor) {
    this.#executor = executor;
  }

  async execute(command: Execute): Promise<Receipt> {
    return this.#executor.execute(command);
  }
}
