import { status as code } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { deleted, nameOf } from './append.service.ts';
import { asServiceError, refusal } from './call.guard.ts';
import { AllSubscription } from './all.subscription.ts';
import type { LogModel, LogRecord } from './log.model.ts';
import { compare, refuseNoPlace } from './log.place.ts';
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
