/** Places in the log as the protocol names them: by commit, then by prepare. */
import { status as code } from '@grpc/grpc-js';
import { refusal } from './call.guard.ts';
import type { LogModel } from './log.model.ts';

export type Place = readonly [commit: number, prepare: number];

/** The real server reads its file from there: a number between two records makes no sense to it. */
export function refuseNoPlace(log: LogModel, commit: number): void {
  if (commit <= 0) return;
  const index = log.firstAt([commit, 0]);
  if (log.records[index]?.position === commit || log.records[index - 1]?.end === commit) return;
  throw refusal(code.INVALID_ARGUMENT, `no record begins at ${String(commit)}`);
}
