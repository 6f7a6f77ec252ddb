/** What every engine refuses before it stores: checked once, at the boundary, with the field in the message. */
import {
  InvalidEvent,
  MAX_EVENT_BYTES,
  MAX_EVENTS_PER_APPEND,
  streamName,
  type NewEvent,
  type RecordedEvent,
  type StreamWrite,
} from './port.ts';

/** Lower case only: PostgreSQL would hand back another spelling than it was given. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TYPE = /^[A-Z][A-Za-z0-9]{0,99}$/;
/** RFC 8785 writes paired surrogates as themselves, so an escaped one is unpaired. */
const ESCAPED_SURROGATE = /(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]/;
const UNPAIRED_SURROGATE = /\p{Surrogate}/u;
const RECORDED_AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const MAX_REVISION = 2_147_483_647;

/** @throws InvalidEvent naming the field. */
export function checkWrite(write: StreamWrite): void {
  streamName(write.stream);
  const { expected, events } = write;
  if (typeof expected === 'number' && !isRevision(expected)) {
    throw new InvalidEvent(`expected: ${String(expected)} is not a revision`);
  }
  if (events.length === 0) throw new InvalidEvent('events: none');
  if (events.length > MAX_EVENTS_PER_APPEND) {
    throw new InvalidEvent(`events: ${String(events.length)}, at most ${String(MAX_EVENTS_PER_APPEND)} in one append`);
  }
  checkEvents(events);
}

/** @throws InvalidEvent naming the field. */
export function checkRestored(events: readonly RecordedEvent[]): void {
  checkEvents(events);
  events.forEach(({ stream, revision, recordedAt }, index) => {
    streamName(stream);
    if (!isRevision(revision)) throw new InvalidEvent(`events[${String(index)}].revision: ${String(revision)}`);
    if (!RECORDED_AT.test(recordedAt) || Number.isNaN(Date.parse(recordedAt))) {
      throw new InvalidEvent(`events[${String(index)}].recordedAt: not an ISO 8601 UTC time in milliseconds`);
    }
  });
}

function isRevision(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MAX_REVISION;
}

function checkEvents(events: readonly NewEvent[]): void {
  const ids = new Set<string>();
  events.forEach((event, index) => {
    const refusal = flawOf(event) ?? (ids.has(event.id) ? `id: ${event.id} twice in one append` : undefined);
    if (refusal !== undefined) throw new InvalidEvent(`events[${String(index)}].${refusal}`);
    ids.add(event.id);
  });
}

function flawOf({ id, type, data, metadata }: NewEvent): string | undefined {
  if (typeof id !== 'string' || !UUID.test(id)) return 'id: not a UUID in lower case';
  if (typeof type !== 'string' || !TYPE.test(type))
    return 'type: not a name in PascalCase of 1 to 100 letters and digits';
  const flaw = flawOfJson('data', data) ?? flawOfJson('metadata', metadata);
  if (flaw !== undefined) return flaw;
  const bytes = Buffer.byteLength(data) + Buffer.byteLength(metadata);
  return bytes > MAX_EVENT_BYTES
    ? `data: ${String(bytes)} bytes with metadata, at most ${String(MAX_EVENT_BYTES)}`
    : undefined;
}

function flawOfJson(field: string, text: string): string | undefined {
  if (typeof text !== 'string') return `${field}: not text`;
  // Cheap before the parse: a text this long is over the limit in any encoding.
  if (text.length > MAX_EVENT_BYTES) return `${field}: more than ${String(MAX_EVENT_BYTES)} bytes`;
  if (UNPAIRED_SURROGATE.test(text) || ESCAPED_SURROGATE.test(text)) return `${field}: holds an unpaired surrogate`;
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return `${field}: not JSON`;
  }
}
