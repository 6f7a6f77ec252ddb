/** The server's place in `$all` as the one number that the port carries. */
import { END, START, type Position as ServerPosition } from '@eventstore/db-client';
import type { Position } from '../port.ts';

/** Beyond any file the server could keep: what older servers write for "not told". */
const NOT_TOLD = 2n ** 62n;

/**
 * `2 · commit`, plus 1 when the prepare position has come to the commit. An event stands at (c, c). A checkpoint may be
 * (c, 0), "everything before the event at c": without the odd bit that event would be lost on the way back.
 * @returns undefined when the server did not tell
 */
export function positionOf(place: ServerPosition | undefined): Position | undefined {
  if (place === undefined || place.commit >= NOT_TOLD) return undefined;
  return ((place.commit << 1n) | (place.prepare >= place.commit ? 1n : 0n)) as Position;
}

/** Where a read or a subscription has to begin so that nothing after `position` is missed. */
export function placeAfter(position: Position): ServerPosition | typeof START {
  if (position < 0n) return START;
  const commit = position >> 1n;
  return { commit, prepare: (position & 1n) === 1n ? commit : 0n };
}

export { END };
