import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { type Category, actor, instant, occurredPrecision, source } from '#domain';

/**
 * Who sends a command, and when it happened. Times are ISO 8601, UTC, milliseconds.
 * `occurredAt` defaults to now; `sentAt` is the device's own clock at the moment of sending.
 */
export const callerContext = z.strictObject({
  /** Made by the client, UUIDv7 by preference; sending the same command again under it is always safe. */
  commandId: z.uuid().toLowerCase(),
  actor,
  source,
  occurredAt: instant.optional(),
  occurredPrecision: occurredPrecision.optional(),
  sentAt: instant.optional(),
  /** Of the whole conversation; the command's own id when left out. */
  correlationId: z.uuid().toLowerCase().optional(),
  /** The event or command that led to this one; the command's own id when left out. */
  causationId: z.uuid().toLowerCase().optional(),
});
export type CallerContext = z.infer<typeof callerContext>;

/** One command for one stream. Both parts are checked by the executor: hand in whatever the caller sent. */
export interface ExecuteRequest {
  readonly category: Category;
  readonly command: unknown;
  readonly context: CallerContext;
}

/** What a command wrote. A resend gets an equal one, however much later. */
export interface Receipt {
  readonly commandId: string;
  readonly stream: string;
  /** Of the last event written, counted from 0. */
  readonly revision: number;
  /** Of the last event written, in decimal digits: hand it back as `after` to read one's own write. */
  readonly position: string;
  readonly eventIds: readonly string[];
  /** ISO 8601, UTC, milliseconds. */
  readonly recordedAt: string;
}

/** The one command of the command bus: `commandBus.execute(new Execute('assignment', input, context))`. */
export class Execute extends Command<Receipt> implements ExecuteRequest {
  constructor(
    readonly category: Category,
    readonly command: unknown,
    readonly context: CallerContext,
  ) {
    super();
  }
}
