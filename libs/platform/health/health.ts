import type { EngineName } from '#event-store';
import type { NumberingState } from '../engine/numbering.ts';
import type { RunnerState } from '#read-models';

/** How one projection is. */
export interface ProjectionStatus {
  readonly name: string;
  readonly state: 'running' | 'stopped';
  /** Events of the log it has still to have. */
  readonly lag: number;
  /** Age of the oldest of those, in milliseconds. */
  readonly lagMilliseconds: number;
}

/** For a process that does not do it itself: whether another does. */
export type Elsewhere = 'elsewhere' | 'nobody';

/** Reminders, expiry and safety alerts, for the health report of the process that runs them or stands by. */
export interface OtherWork {
  readonly state: string;
  /** Parts whose last turn failed. */
  readonly failing: readonly string[];
}

/** Injection token of `OtherWork`, where a process has it. */
export const OTHER_WORK = Symbol('OtherWork');

/** What `/health` answers. `behind`: all runs, and something is catching up. `failing`: something stands still. */
export interface Health {
  readonly status: 'ok' | 'behind' | 'failing';
  readonly version: string;
  readonly demonstration: boolean;
  /** Index of the last event of the log; 0 before the first. Null while the database does not answer. */
  readonly log: {
    readonly index: number | null;
    readonly numbering: NumberingState | Elsewhere | 'unknown';
    /** What keeps the events. */
    readonly engine: EngineName;
  };
  /** Of this process. `standby`: another process runs the projections, and this one would take over. */
  readonly runner: RunnerState | Elsewhere | 'unknown';
  /** Reminders, expiry and safety alerts: of this process, and what of them fails. Null where it does not know of them. */
  readonly processes: OtherWork | null;
  readonly projections: readonly ProjectionStatus[];
}
