import { type FieldProblem, REFUSALS, type Refusal, type RefusalCode } from '#domain';

/** Why a command was not carried out. `code` and `message` are safe to show: they never hold participant content. */
export abstract class CommandError extends Error {
  abstract readonly code: string;
}

/** The command or its context is malformed; nothing was decided. Sending it unchanged will fail again. */
export class InvalidCommand extends CommandError {
  override readonly name = 'InvalidCommand';
  readonly code = 'InvalidCommand';
  constructor(readonly problems: readonly FieldProblem[]) {
    super(problems.map(({ field, problem }) => `${field}: ${problem}`).join('; '));
  }
}

/** The domain said no. Nothing was written, and the same command may be tried again. */
export class CommandRefused extends CommandError {
  override readonly name = 'CommandRefused';
  readonly code: RefusalCode;
  readonly details: Refusal['details'];
  constructor({ refused, details }: Refusal) {
    super(REFUSALS[refused]);
    this.code = refused;
    this.details = details;
  }
}

/** The id was used before, for a command with other content. */
export class CommandIdReused extends CommandError {
  override readonly name = 'CommandIdReused';
  readonly code = 'CommandIdReused';
  constructor(readonly commandId: string) {
    super(`Command id ${commandId} was used before for another command; a new command needs a new id.`);
  }
}

/** Others kept writing to the same record. Nothing was written, and the same command may be tried again. */
export class TooMuchContention extends CommandError {
  override readonly name = 'TooMuchContention';
  readonly code = 'TooMuchContention';
  constructor(attempts: number) {
    super(`The record was being changed by others ${attempts} times in a row; please try again.`);
  }
}
