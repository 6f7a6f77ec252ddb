import type { Position } from '#event-store';
import type { EntityClass } from '../kernel/projection.ts';
import type { ReadSubject, Scope } from '../scope/scope.ts';
import type { Table } from '../storage/table.ts';

/** What to read: now, or as it was known. */
export interface SnapshotRequest {
  /** For whom: which rows and columns there are. */
  readonly scope: Scope;
  /** Needed with `asOf`: a past moment is prepared for one study. */
  readonly studyId?: string | undefined;
  /** A log index, or a moment (ISO 8601 UTC) standing for the longest prefix of the log recorded by then. */
  readonly asOf?: number | { readonly time: string } | undefined;
  /** Read your own writes: answer with nothing older than this position of a receipt. */
  readonly after?: Position | undefined;
  /** How long to wait for `after` or `asOf`. 5 s. */
  readonly timeoutMs?: number | undefined;
}

/**
 * One consistent view of one generation: a read-only REPEATABLE READ transaction on one connection. Everything asked of
 * it, also at the same time, answers from one set of checkpoints. Close it, or the connection is lost to the pool.
 */
export interface ReadSnapshot {
  /** Index of the last event that every row of this answer knows of, from 1; 0 before the first. */
  readonly logIndex: number;
  /** Where each projection stands. */
  readonly positions: ReadonlyMap<string, Position>;
  /** The lowest of `positions`. */
  readonly position: Position;
  /** The study of an `asOf` snapshot; null for the live tables. */
  readonly studyId: string | null;
  table<Row extends object>(entity: EntityClass<Row>): Table<Row>;
  /** Runs one statement in the snapshot, over what its scope leaves of the tables. */
  sql<Raw extends object>(text: string, parameters?: readonly unknown[]): Promise<Raw[]>;
  /**
   * The same, for an answer that is computed from facts: whoever has the right to read `subject` has the facts it needs
   * looked at. Never for what is handed on as it is.
   */
  computing(subject: ReadSubject): Pick<ReadSnapshot, 'sql'>;
  close(): Promise<void>;
}
