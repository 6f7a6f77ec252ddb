/**
 * How an event of the port lies in KurrentDB. Its data are the canonical JSON as it is, declared as bytes: the client
 * would parse and rewrite what is declared as JSON. Its metadata are a JSON object of strings, the form that every
 * server and client of the family keeps:
 *
 *     { "intersession": "1", "write": "<of the append>", "metadata": "<canonical JSON>", "recordedAt": "<of a copy>" }
 */
import type { AllStreamResolvedEvent, EventData, ResolvedEvent } from '@eventstore/db-client';
import type { NewEvent, Position, RecordedEvent, StreamName } from '../port.ts';
import { positionOf } from './log.position.ts';

const FORM = '1';

/** An event as the server holds it. */
export interface StoredEvent extends RecordedEvent {
  /** Which append wrote it: two that send the same ids can be told apart. */
  readonly write: string;
}

/** @param recordedAt when an earlier log stored it; absent, the server's own time counts */
export function toEventData(event: NewEvent, write: string, recordedAt?: string): EventData {
  const { id, type, data, metadata } = event;
  return {
    id,
    type,
    contentType: 'application/octet-stream',
    data: new Uint8Array(Buffer.from(data)),
    metadata: { intersession: FORM, write, metadata, ...(recordedAt !== undefined && { recordedAt }) },
  };
}

type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** @returns undefined for what is not an event of this log: the server's own, links, metadata of streams, another program's */
export function fromResolved({ event, link }: Resolved): StoredEvent | undefined {
  if (event === undefined || link !== undefined) return undefined;
  if (event.type.startsWith('$') || event.streamId.startsWith('$')) return undefined;
  const { data, position } = event;
  const envelope = readEnvelope(event.metadata);
  if (envelope === undefined || !(data instanceof Uint8Array)) return undefined;
  return {
    id: event.id,
    type: event.type,
    data: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8'),
    metadata: envelope.metadata,
    stream: event.streamId as StreamName,
    revision: Number(event.revision),
    position: told(positionOf(position)),
    recordedAt: envelope.recordedAt ?? event.created.toISOString(),
    write: envelope.write,
  };
}

/** Of any event in `$all`, this log's or not. */
export function placeOf({ event, link }: AllStreamResolvedEvent): Position | undefined {
  return positionOf((link ?? event)?.position);
}

/** The part that the port carries. */
export function withoutWrite({ write: _, ...event }: StoredEvent): RecordedEvent {
  return event;
}

function told(position: Position | undefined): Position {
  if (position === undefined) throw new Error('the server does not tell the position of an event: it is too old');
  return position;
}

interface Envelope {
  readonly write: string;
  readonly metadata: string;
  readonly recordedAt: string | undefined;
}

function readEnvelope(value: unknown): Envelope | undefined {
  if (typeof value !== 'object' || value === null || !('intersession' in value)) return undefined;
  const { intersession, write, metadata, recordedAt } = value as Record<string, unknown>;
  if (intersession !== FORM || typeof write !== 'string' || typeof metadata !== 'string') return undefined;
  if (recordedAt !== undefined && typeof recordedAt !== 'string') return undefined;
  return { write, metadata, recordedAt };
}
