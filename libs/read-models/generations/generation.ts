import type { Position } from '#event-store';

export type GenerationStatus = 'building' | 'live' | 'ready' | 'retired';

/** What the tables of a generation hold. */
export type GenerationScope =
  | { readonly kind: 'live' }
  /** One study as it was known at a log index. */
  | { readonly kind: 'as-of'; readonly studyId: string; readonly upToIndex: number };

/** One set of tables, in a PostgreSQL schema of its own. */
export interface Generation {
  readonly number: number;
  readonly scope: GenerationScope;
  readonly status: GenerationStatus;
  /** Which tables and which projection versions it was made by. */
  readonly fingerprint: Fingerprint;
}

/** Digests of the entities' tables and of the projection versions. Rows of other projections are out of date; other tables cannot be read. */
export interface Fingerprint {
  readonly tables: string;
  readonly projections: string;
}

export function schemaOf(number: number): string {
  return `read_models_${number}`;
}

export function isSame(one: Fingerprint, other: Fingerprint): boolean {
  return one.tables === other.tables && one.projections === other.projections;
}

/** Where a projection stands in a generation. */
export interface Checkpoint {
  readonly position: Position;
  /** Why it stopped; null while it runs. */
  readonly problem: string | null;
}

/** Another runner moved a checkpoint in between: this one's rows were given up. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

/** The generation is no longer the one to write to: another one was swapped in. */
export class GenerationReplaced extends Error {
  override readonly name = 'GenerationReplaced';
}

/** A generation could not be filled; the one before it stays. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
}
