import { v5 as uuidv5 } from 'uuid';
import type { Category } from '#domain';
import { type CallerContext, CommandIdReused, CommandRefused, type ExecuteRequest, type Receipt } from '#platform';
import type { ReadSnapshot } from '#read-models';

/** Commands of process managers are named in this space, by what led to them: the same cause gives the same command. */
const NAMESPACE = '6f1c9a70-54f0-5d0b-9a51-0c8f1f2f6d5e';

/** A command of the domain; the executor checks the rest of it. */
export type IntendedCommand = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What a process manager wants done, and what led to it. */
export interface Intention {
  readonly category: Category;
  readonly command: IntendedCommand;
  /** What led to it, and to nothing else: an event, or an obligation with the moment it came to. */
  readonly cause: string;
}

/** `refused`: it was done already, or is not needed any more; whoever was faster is right. */
export type Outcome = { readonly done: Receipt } | { readonly refused: string };

export interface TurnParts {
  /** ISO 8601: the moment this turn is about, by the clock of the installation or of a dry run. */
  readonly now: string;
  /** The read models, up with everything that earlier turns did. */
  readonly snapshot: ReadSnapshot;
  readonly execute: (request: ExecuteRequest) => Promise<Receipt>;
  /** Ends the turn between two commands: the process stops, or another leads now. */
  readonly signal: AbortSignal;
}

/** One look at the record, and what is done about it. */
export class Turn {
  readonly now: string;
  readonly snapshot: ReadSnapshot;
  readonly signal: AbortSignal;
  readonly #execute: TurnParts['execute'];

  constructor({ now, snapshot, execute, signal }: TurnParts) {
    this.now = now;
    this.snapshot = snapshot;
    this.signal = signal;
    this.#execute = execute;
  }

  /** Does something once, however often and by however many processes it is intended: its command is named by its cause. */
  async intend({ category, command, cause }: Intention): Promise<Outcome> {
    return this.#send(category, command, uuidv5(`${cause}/${command.type}`, NAMESPACE));
  }

  /** Does something for which only one may be the first: a second is refused, even with the same cause. */
  async claim(category: Category, command: IntendedCommand): Promise<Outcome> {
    return this.#send(category, command, crypto.randomUUID());
  }

  /** An id for a record that this cause leads to, and no other. */
  static idFor(cause: string): string {
    return uuidv5(cause, NAMESPACE);
  }

  async #send(category: Category, command: IntendedCommand, commandId: string): Promise<Outcome> {
    this.signal.throwIfAborted();
    const context: CallerContext = {
      commandId,
      actor: { id: 'system', role: 'system' },
      source: 'system',
      occurredAt: this.now,
    };
    try {
      return { done: await this.#execute({ category, command, context }) };
    } catch (error) {
      if (error instanceof CommandRefused || error instanceof CommandIdReused) return { refused: error.code };
      throw error;
    }
  }
}

/**
 * Watches the record and issues commands. It remembers nothing: what it has done is in the log, what is to be done follows
 * from the read models and the time. A restart, a rebuild or a second process changes nothing.
 */
export interface ProcessManager {
  readonly name: string;
  run(turn: Turn): Promise<void>;
}
