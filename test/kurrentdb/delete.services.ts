import type { handleUnaryCall } from '@grpc/grpc-js';
import { status as code } from '@grpc/grpc-js';
import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import { deleted, nameOf, type AppendParts } from './append.service.ts';
import { asServiceError, refusal } from './call.guard.ts';
import type { Expected, Outcome } from './log.model.ts';
import { streams } from './protocol.ts';

interface DeleteServices {
  readonly delete: handleUnaryCall<DeleteReq, DeleteResp>;
  readonly tombstone: handleUnaryCall<TombstoneReq, TombstoneResp>;
}

/** Soft, which truncates a stream by its metadata, and hard, for good. */
export function deleteServices({ log, guard }: AppendParts): DeleteServices {
  return {
    delete: (call, callback) => {
      const answer = async () => {
        await guard.admit(call.metadata);
        const position = carryOut(call.request, (stream, expected) => log.delete(stream, expected, false));
        const place = new streams.DeleteResp.Position();
        place.setCommitPosition(position).setPreparePosition(position);
        callback(null, new streams.DeleteResp().setPosition(place));
      };
      answer().catch((error: unknown) => callback(asServiceError(error)));
    },
    tombstone: (call, callback) => {
      const answer = async () => {
        await guard.admit(call.metadata);
        const position = carryOut(call.request, (stream, expected) => log.delete(stream, expected, true));
        const place = new streams.TombstoneResp.Position();
        place.setCommitPosition(position).setPreparePosition(position);
        callback(null, new streams.TombstoneResp().setPosition(place));
      };
      answer().catch((error: unknown) => callback(asServiceError(error)));
    },
  };
}

function carryOut(request: DeleteReq | TombstoneReq, work: (stream: string, expected: Expected) => Outcome): string {
  const options = request.getOptions();
  const stream = nameOf(options?.getStreamIdentifier()?.getStreamName_asU8());
  const outcome = work(stream, expectedBy(options));
  if (outcome.kind === 'deleted') throw deleted(stream);
  if (outcome.kind === 'wrong-version') {
    throw refusal(code.FAILED_PRECONDITION, 'delete failed due to WrongExpectedVersion', {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': '0',
      'actual-version': String(outcome.current),
    });
  }
  return String(outcome.position);
}

function expectedBy(options: DeleteReq.Options | TombstoneReq.Options | undefined): Expected {
  if (!options || options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(options.getRevision());
}
