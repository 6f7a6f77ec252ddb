import type { handleBidiStreamingCall, handleClientStreamingCall, sendUnaryData } from '@grpc/grpc-js';
import { status as code } from '@grpc/grpc-js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { asServiceError, refusal, type CallGuard } from './call.guard.ts';
import type { Expected, LogModel, Outcome, Proposed } from './log.model.ts';
import { any, empty, shared, status, streams } from './protocol.ts';
import type { ServerFaults } from './server.faults.ts';

export interface AppendParts {
  readonly log: LogModel;
  readonly guard: CallGuard;
  readonly faults: ServerFaults;
  /** Bytes of one append. */
  readonly maxAppendSize: number;
}

type Message = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

export function appendService(parts: AppendParts): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, callback) => {
    const requests: AppendReq[] = [];
    call.on('data', (request: AppendReq) => requests.push(request));
    call.on('error', () => undefined);
    call.on('end', () => {
      const answer = async () => {
        await parts.guard.admit(call.metadata);
        answerAppend(parts, requests, callback);
      };
      answer().catch((error: unknown) => callback(asServiceError(error)));
    });
  };
}

function answerAppend(parts: AppendParts, requests: readonly AppendReq[], callback: sendUnaryData<AppendResp>): void {
  const { log, faults, maxAppendSize } = parts;
  const options = requests[0]?.getOptions();
  if (!options) throw refusal(code.INVALID_ARGUMENT, 'no options');
  const stream = nameOf(options.getStreamIdentifier()?.getStreamName_asU8());
  const messages = requests.slice(1).flatMap((request) => request.getProposedMessage() ?? []);
  if (messages.reduce((size, message) => size + sizeOf(message), 0) > maxAppendSize) {
    throw refusal(code.INVALID_ARGUMENT, `Maximum Append Size of ${String(maxAppendSize)} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(maxAppendSize),
    });
  }
  if (faults.isBusy()) throw refusal(code.UNAVAILABLE, 'Server Is Too Busy');
  const cut = faults.appending();
  if (cut === 'before') return faults.cut();
  const expected = expectedBy(options, () => options.getRevision());
  const outcome = log.append(stream, expected, messages.map(proposed));
  if (cut === 'after') return faults.cut();
  callback(null, appendResponse(stream, expected, outcome));
}

interface ExpectedOptions {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

function expectedBy(options: ExpectedOptions, revision: () => string): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(revision());
}

function appendResponse(stream: string, expected: Expected, outcome: Outcome): AppendResp {
  const response = new streams.AppendResp();
  if (outcome.kind === 'deleted') throw deleted(stream);
  if (outcome.kind === 'wrong-version') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (outcome.current < 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(outcome.current));
    if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
    else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
    else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
    else wrong.setExpectedRevision(String(expected));
    return response.setWrongExpectedVersion(wrong);
  }
  const position = new streams.AppendResp.Position();
  position.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
  const success = new streams.AppendResp.Success();
  return response.setSuccess(success.setCurrentRevision(String(outcome.last)).setPosition(position));
}

export function deleted(stream: string) {
  const trailers = { exception: 'stream-deleted', 'stream-name': stream };
  return refusal(code.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, trailers);
}

/** Of the stream of all batched appends of a client: each has its own answer. */
export function batchAppendService(parts: AppendParts): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    const pending = new Map<string, { options: BatchAppendReq.Options; messages: BatchAppendReq.ProposedMessage[] }>();
    const admitted = parts.guard.admit(call.metadata).catch((error: unknown) => call.destroy(asServiceError(error)));
    call.on('data', (request: BatchAppendReq) => {
      const correlation = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      if (options) pending.set(correlation, { options, messages: [] });
      const write = pending.get(correlation);
      write?.messages.push(...request.getProposedMessagesList());
      if (!write || !request.getIsFinal()) return;
      pending.delete(correlation);
      void admitted.then(() => {
        const response = batchResponse(parts, write.options, write.messages);
        if (response) call.write(response.setCorrelationId(request.getCorrelationId()));
      });
    });
    call.on('error', () => undefined);
    call.on('end', () => call.end());
  };
}

function batchResponse(
  { log, faults, maxAppendSize }: AppendParts,
  options: BatchAppendReq.Options,
  messages: readonly BatchAppendReq.ProposedMessage[],
): BatchAppendResp | undefined {
  const response = new streams.BatchAppendResp().setStreamIdentifier(options.getStreamIdentifier());
  if (messages.reduce((size, message) => size + sizeOf(message), 0) > maxAppendSize) {
    const problem = new shared.MaximumAppendSizeExceeded().setMaxappendsize(maxAppendSize);
    return response.setError(problemOf('MaximumAppendSizeExceeded', problem.serializeBinary()));
  }
  const cut = faults.appending();
  if (cut === 'before') return void faults.cut();
  const stream = nameOf(options.getStreamIdentifier()?.getStreamName_asU8());
  const expected = expectedBy(options, () => options.getStreamPosition());
  const outcome = log.append(stream, expected, messages.map(proposed));
  if (cut === 'after') return void faults.cut();
  if (outcome.kind === 'deleted') {
    const problem = new shared.StreamDeleted().setStreamIdentifier(options.getStreamIdentifier());
    return response.setError(problemOf('StreamDeleted', problem.serializeBinary()));
  }
  if (outcome.kind === 'wrong-version') {
    const problem = new shared.WrongExpectedVersion();
    if (outcome.current < 0) problem.setCurrentNoStream(new empty.Empty());
    else problem.setCurrentStreamRevision(String(outcome.current));
    return response.setError(problemOf('WrongExpectedVersion', problem.serializeBinary()));
  }
  const position = new shared.AllStreamPosition();
  position.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
  const success = new streams.BatchAppendResp.Success();
  return response.setSuccess(success.setCurrentRevision(String(outcome.last)).setPosition(position));
}

function problemOf(name: string, bytes: Uint8Array) {
  const details = new any.Any();
  details.pack(bytes, `event_store.client.${name}`);
  return new status.Status().setMessage(name).setDetails(details);
}

function proposed(message: Message): Proposed {
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  const contentType = properties.get('content-type');
  if (type === undefined || contentType === undefined) {
    throw refusal(code.INVALID_ARGUMENT, "Required Metadata Property 'type' is missing", {
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    });
  }
  return {
    id: message.getId()?.getString() ?? '',
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asB64(),
    metadata: message.getCustomMetadata_asB64(),
  };
}

function sizeOf(message: Message): number {
  const type = message.getMetadataMap().get('type') ?? '';
  return 2 * type.length + message.getData_asU8().length + message.getCustomMetadata_asU8().length;
}

export function nameOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}
