import type { Command } from './commands.ts';
import { orderedId } from './ordered.id.ts';

/** A file that goes before the answers that name it. */
export interface WaitingFile {
  readonly attachmentId: string;
  readonly commandId: string;
  readonly assignmentId: string;
  readonly attemptId: string;
  readonly description?: string;
}

/** Something the person did that the server does not know yet. Its id is older than every later one's. */
export interface Waiting {
  readonly commandId: string;
  readonly command: Command;
  /** The phone's clock when it happened. */
  readonly occurredAt: string;
  readonly source: 'WEB' | 'PHONE_OFFLINE';
  /** What it is, in the person's words and language: shown while it waits or when it is refused. */
  readonly title: string;
  readonly files: readonly WaitingFile[];
}

/** Something the server will not take; kept and shown until the person throws it away. */
export interface Refused {
  readonly waiting: Waiting;
  readonly code: string;
  readonly message: string;
  readonly at: string;
}

export interface Told {
  readonly title: string;
  readonly files?: readonly WaitingFile[];
  /** When it happened, where that was earlier. */
  readonly occurredAt?: string;
}

/** A command that is to be sent, bound to its id for ever. @param online whether there is a connection now */
export function waitingFor(command: Command, { title, files = [], occurredAt }: Told, online: boolean): Waiting {
  return {
    ...{ commandId: orderedId(), command, title, files },
    occurredAt: occurredAt ?? new Date().toISOString(),
    source: online ? 'WEB' : 'PHONE_OFFLINE',
  };
}

/** Whether a record of the phone is something that waits; versions that are to come may have written others. */
export function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null) return false;
  if (!('commandId' in value) || !('command' in value) || !('occurredAt' in value)) return false;
  const { command } = value;
  return typeof command === 'object' && command !== null && 'name' in command && 'input' in command;
}

export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'waiting' in value && isWaiting(value.waiting);
