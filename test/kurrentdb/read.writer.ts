import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { CallGuard } from './call.guard.ts';
import type { LogModel, LogRecord } from './log.model.ts';
import { shared, streams } from './protocol.ts';
import type { ServerFaults } from './server.faults.ts';

export interface ReadParts {
  readonly log: LogModel;
  readonly guard: CallGuard;
  readonly faults: ServerFaults;
}

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Writes responses at the reader's pace. */
export class ReadWriter {
  #resume = (): void => undefined;

  constructor(
    private readonly call: ReadCall,
    private readonly textIds: boolean,
  ) {
    for (const event of ['drain', 'cancelled', 'close']) call.on(event, () => this.#resume());
  }

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
    await new Promise<void>((resolve) => (this.#resume = resolve));
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
