/** Places in the log as the protocol names them. */
import { status as code } from '@grpc/grpc-js';
import { refusal } from './call.guard.ts';
import type { LogModel } from './log.model.ts';

/** By commit, then by prepare. */
export function compare(one: readonly [number, number], other: readonly [number, number]): number {
  return one[0] - other[0] || one[1] - other[1];
}

/** The real server reads its file from there: a number between two records makes no sense to it. */
export function refuseNoPlace(log: LogModel, commit: number): void {
  const known = commit <= 0 || log.records.some(({ position, end }) => position === commit || end === commit);
  if (!known) throw refusal(code.INVALID_ARGUMENT, `no record begins at ${String(commit)}`);
}
