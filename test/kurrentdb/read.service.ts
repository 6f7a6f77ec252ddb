import { once } from 'node:events';
import { status as code, type ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { deleted, nameOf } from './append.service.ts';
import { asServiceError, refusal, type CallGuard } from './call.guard.ts';
import { AllSubscription } from './all.subscription.ts';
import type { LogModel, LogRecord } from './log.model.ts';
import { shared, streams } from './protocol.ts';
import type { ServerFaults } from './server.faults.ts';

export interface ReadParts {
  readonly log: LogModel;
  readonly guard: CallGuard;
  readonly faults: ServerFaults;
}

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

export function readService(parts: ReadParts): (call: ReadCall) => void {
  return (call) => {
    call.on('error', () => undefined);
    answer(parts, call).then(
      () => call.end(),
      (error: unknown) => call.emit('error', asServiceError(error)),
    );
  };
}

async function answer(parts: ReadParts, call: ReadCall): Promise<void> {
  await parts.guard.admit(call.metadata);
  const options = call.request.getOptions();
  if (!options) throw refusal(code.INVALID_ARGUMENT, 'no options');
  const writer = new ReadWriter(call, options.getUuidOption()?.hasString() ?? false);
  if (options.hasAll() && options.hasSubscription()) return new AllSubscription(parts, options, writer).run();
  if (options.hasSubscription()) throw refusal(code.UNIMPLEMENTED, 'subscriptions to one stream');
  const records = options.hasAll() ? recordsOfLog(parts.log, options) : recordsOfStream(parts.log, options);
  if (records === undefined) return writer.notFound(nameOf(identifierOf(options)));
  const count = Number(options.getCount());
  for (const record of records.slice(0, count)) {
    await writer.event(record);
    if (writer.gone) return;
  }
}

const identifierOf = (options: ReadReq.Options) => options.getStream()?.getStreamIdentifier()?.getStreamName_asU8();
const backwards = (options: ReadReq.Options) =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

function recordsOfStream(log: LogModel, options: ReadReq.Options): readonly LogRecord[] | undefined {
  const stream = nameOf(identifierOf(options));
  if (log.isTombstoned(stream)) throw deleted(stream);
  const shown = log.shown(stream);
  const range = options.getStream();
  if (!shown || !range) return undefined;
  const from = range.hasRevision() ? Number(range.getRevision()) : range.hasEnd() ? Infinity : 0;
  if (backwards(options)) return shown.filter(({ revision }) => revision <= from).reverse();
  return shown.filter(({ revision }) => revision >= from);
}

function recordsOfLog(log: LogModel, options: ReadReq.Options): readonly LogRecord[] {
  if (options.hasFilter()) throw refusal(code.UNIMPLEMENTED, 'filtered reads of $all');
  const range = options.getAll();
  const at = range?.getPosition();
  if (!at) {
    const whole = backwards(options) === (range?.hasEnd() ?? false);
    if (!whole) return [];
    return backwards(options) ? log.records.toReversed() : log.records.slice();
  }
  const place = [Number(at.getCommitPosition()), Number(at.getPreparePosition())] as const;
  const start = log.records.findIndex(({ position }) => compare([position, position], place) >= 0);
  refuseNoPlace(log, place[0]);
  if (backwards(options)) return log.records.slice(0, Math.max(0, start)).reverse();
  return start < 0 ? [] : log.records.slice(start);
}

/** By commit, then by prepare. */
export function compare(one: readonly [number, number], other: readonly [number, number]): number {
  return one[0] - other[0] || one[1] - other[1];
}

/** The real server reads its file from there: a number between two records makes no sense to it. */
export function refuseNoPlace(log: LogModel, commit: number): void {
  const known = commit <= 0 || log.records.some(({ position, end }) => position === commit || end === commit);
  if (!known) throw refusal(code.INVALID_ARGUMENT, `no record begins at ${String(commit)}`);
}

/** Writes responses at the reader's pace. */
export class ReadWriter {
  constructor(
    private readonly call: ReadCall,
    private readonly textIds: boolean,
  ) {}

  get gone(): boolean {
    return this.call.cancelled || this.call.destroyed;
  }

  onGone(listener: () => void): void {
    this.call.on('cancelled', listener).on('close', listener);
  }

  async event(record: LogRecord): Promise<void> {
    const event = new streams.ReadResp.ReadEvent().setCommitPosition(String(record.position));
    await this.write(new streams.ReadResp().setEvent(event.setEvent(this.#recorded(record))));
  }

  async notFound(stream: string): Promise<void> {
    const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
    const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier);
    await this.write(new streams.ReadResp().setStreamNotFound(missing));
  }

  async write(response: ReadResp): Promise<void> {
    if (this.gone || this.call.write(response)) return;
    await Promise.race([once(this.call, 'drain'), once(this.call, 'cancelled'), once(this.call, 'close')]);
  }

  #recorded({ id, stream, revision, position, type, isJson, created, data, metadata }: LogRecord) {
    const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
    const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
      .setId(this.#id(id))
      .setStreamIdentifier(identifier)
      .setStreamRevision(String(revision))
      .setCommitPosition(String(position))
      .setPreparePosition(String(position))
      .setCustomMetadata(metadata)
      .setData(data);
    const properties = recorded.getMetadataMap();
    properties.set('type', type);
    properties.set('content-type', isJson ? 'application/json' : 'application/octet-stream');
    properties.set('created', String(BigInt(created) * 10_000n));
    return recorded;
  }

  #id(id: string) {
    if (this.textIds) return new shared.UUID().setString(id);
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    const structured = new shared.UUID.Structured();
    structured.setMostSignificantBits(String(bytes.readBigInt64BE(0)));
    return new shared.UUID().setStructured(structured.setLeastSignificantBits(String(bytes.readBigInt64BE(8))));
  }
}
