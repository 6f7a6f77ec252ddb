import { z } from 'zod';
import { id, instant, localDate, timeZone } from './primitives.ts';

/** How sharp `occurredAt` is: a paper diary often knows only the day. */
export const occurredPrecision = z.enum(['instant', 'minute', 'day', 'week', 'unknown']);

export const source = z.enum(['web', 'phone-offline', 'paper', 'import', 'system']);

/** The caller, by pseudonymous id. */
export const actor = z.strictObject({ id, role: id, siteId: id.optional() });
export type Actor = z.infer<typeof actor>;

/**
 * What every event carries besides its data. `occurredAt` is when it happened and may be back-dated; `recordedAt` is the
 * store's own and not here. `localDate` and `offset` are the participant's calendar at `occurredAt`.
 */
export const eventMetadata = z.strictObject({
  commandId: z.uuid(),
  /** Keyed digest of the command's content, by which a resend is told from a reused id. */
  commandDigest: z.string(),
  causationId: z.uuid(),
  correlationId: z.uuid(),
  actor,
  occurredAt: instant,
  occurredPrecision,
  localDate,
  offset: z.string().regex(/^[+-]\d\d:\d\d$/),
  timeZone,
  /** What the device claimed, where the server corrected `occurredAt` by the measured skew. */
  claimedAt: instant.optional(),
  clockSuspect: z.literal(true).optional(),
  studyId: id.optional(),
  siteId: id.optional(),
  participantId: id.optional(),
  protocolVersion: z.int().min(0),
  schemaVersion: z.int().min(1),
  source,
});
export type EventMetadata = z.infer<typeof eventMetadata>;

/** One event type of a stream: its current stored shape, its version and what it means. */
export interface EventShape {
  readonly version: number;
  readonly about: string;
  readonly data: z.ZodType;
}

/** The event types of one stream. A stored shape is never edited: raise the version and add an upcaster. */
export type EventShapes = Readonly<Record<string, EventShape>>;

/** An event as deciders write it: name and data. */
export type EventOf<Shapes extends EventShapes> = {
  [Type in keyof Shapes & string]: { readonly type: Type; readonly data: z.infer<Shapes[Type]['data']> };
}[keyof Shapes & string];

export interface AnyEvent {
  readonly type: string;
  readonly data: unknown;
}

/** An event as it stands in the log, decoded and upcast to today's shape. */
export type Recorded<Event extends AnyEvent> = Event & {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
};
