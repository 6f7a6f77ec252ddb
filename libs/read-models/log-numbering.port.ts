import type { Position } from '#event-store';

/** What read models need of the ledger: the way between positions, log indexes and moments. */
export interface LogNumbering {
  /** Index of the last event at or before a position; -1 before the first. */
  indexAt(position: Position): Promise<number>;
  /** Resolves when the ledger has numbered everything up to the position; rejects when `signal` aborts. */
  waitFor(position: Position, options: { readonly signal: AbortSignal }): Promise<unknown>;
  /** Index of the longest prefix whose every event was recorded at or before the moment; -1 when there is none. */
  indexAtTime(instant: string): Promise<number>;
}
