/** How one projection is. */
export interface ProjectionStatus {
  readonly name: string;
  readonly state: 'running' | 'stopped';
  /** Events of the log it has still to have. */
  readonly lag: number;
  /** Age of the oldest of those, in milliseconds. */
  readonly lagMilliseconds: number;
}

/** What `/health` answers. `behind`: all runs, and something is catching up. `failing`: something stands still. */
export interface Health {
  readonly status: 'ok' | 'behind' | 'failing';
  readonly version: string;
  readonly demonstration: boolean;
  /** Index of the last event of the log; 0 before the first. Null while the database does not answer. */
  readonly log: { readonly index: number | null; readonly numbering: 'running' | 'stopped' };
  readonly runner: string;
  readonly projections: readonly ProjectionStatus[];
}
