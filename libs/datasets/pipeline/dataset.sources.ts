import type { ReadSnapshot } from '#read-models';
import type { DatasetSpecification } from '../contract/dataset.format.ts';

/** Somebody’s arm as it is stored, sealed. */
export interface SealedArm {
  readonly participantId: string;
  readonly arm: unknown;
}

/** What was said of the log up to an index. */
export interface LogPrefix {
  /** SHA-256, hexadecimal. */
  readonly root: string;
  /** The day of the last event, UTC. */
  readonly date: string;
}

/** Who of a study has been erased by now: their words do not leave, also from before. */
export interface Erasures {
  readonly epoch: number;
  readonly people: ReadonlySet<string>;
}

/** A release to the same recipient, recorded before the index. */
export interface EarlierRelease {
  readonly releaseId: string;
  readonly specification: DatasetSpecification;
}

/** What an export needs beside itself. Everything but erasures is the same each time for the same index. */
export interface DatasetSources {
  /** Read models of the study as of an index, for everybody’s rows. The caller closes it. */
  readonly snapshot: (studyId: string, index: number) => Promise<ReadSnapshot>;
  readonly log: (index: number) => Promise<LogPrefix>;
  /** 32 bytes. @throws ExportRefused for a key that is not there. */
  readonly releaseKey: (studyId: string, releaseKeyId: string) => Promise<Uint8Array>;
  readonly openArms: (arms: readonly SealedArm[]) => Promise<ReadonlyMap<string, string>>;
  readonly erasures: (studyId: string) => Promise<Erasures>;
  readonly earlier: (studyId: string, recipient: string, index: number) => Promise<readonly EarlierRelease[]>;
}
