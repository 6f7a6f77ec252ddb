import { status as code } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { deleted, nameOf } from './append.service.ts';
import { asServiceError, refusal } from './call.guard.ts';
import { AllSubscription } from './all.subscription.ts';
import type { LogModel, LogRecord } from './log.model.ts';
import { refuseNoPlace } from './log.place.ts';
import { streams } from './protocol.ts';
import { type ReadCall, type ReadParts, ReadWriter } from './read.writer.ts';

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
  let sent = 0;
  for (const record of records) {
    if (sent >= count || writer.gone) return;
    await writer.event(record);
    sent += 1;
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

function recordsOfLog(log: LogModel, options: ReadReq.Options): Iterable<LogRecord> {
  if (options.hasFilter()) throw refusal(code.UNIMPLEMENTED, 'filtered reads of $all');
  const range = options.getAll();
  const at = range?.getPosition();
  const { length } = log.records;
  let start = range?.hasEnd() ? length : 0;
  if (at) {
    refuseNoPlace(log, Number(at.getCommitPosition()));
    start = log.firstAt([Number(at.getCommitPosition()), Number(at.getPreparePosition())]);
  }
  return backwards(options) ? log.range(start - 1, -1) : log.range(start, length);
}
