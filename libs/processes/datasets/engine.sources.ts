import type pg from 'pg';
import type { SealOwner } from '#domain';
import {
  DatasetSpecification,
  type DatasetSources,
  type EarlierRelease,
  ExportRefused,
  type PreviewSources,
  type SealedArm,
} from '#datasets';
import { ledgerPrefix } from '#ledger';
import { type Engine, Opener } from '#platform';
import { EVERYTHING, type ReadSnapshot } from '#read-models';

/** ms that a past moment may take to be made ready. */
const PATIENCE = 600_000;
const KEY_OWNER: Extract<SealOwner, 'study'> = 'study';

/** Under which a release key is kept among the keys of participants and studies; no participant’s id has a stroke. */
export function releaseKeyName(studyId: string, releaseKeyId: string): string {
  return `release/${KEY_OWNER}/${studyId}/${releaseKeyId}`;
}

export interface EngineSourcesParts {
  readonly engine: Engine;
  readonly pool: pg.Pool;
  /** Of the release to be made: it is no earlier release of itself. */
  readonly releaseId: string;
  /** `verify`: what was known then counts, and nothing is made. */
  readonly mode: 'make' | 'verify';
}

/** What an export needs, from the engine of this installation. */
export function engineSources({ engine, pool, releaseId, mode }: EngineSourcesParts): DatasetSources {
  const { readModels, keys } = engine;
  const live = async <Result>(read: (snapshot: ReadSnapshot) => Promise<Result>): Promise<Result> => {
    const after = await engine.store.head();
    const snapshot = await readModels.openSnapshot({ scope: EVERYTHING, after, timeoutMs: PATIENCE });
    return read(snapshot).finally(() => snapshot.close());
  };
  return {
    snapshot: (studyId, index) =>
      readModels.openSnapshot({ scope: EVERYTHING, studyId, asOf: index, timeoutMs: PATIENCE }),
    log: async (index) => {
      const { root, latest } = await ledgerPrefix(pool, index);
      return { root, date: (latest ?? new Date(0)).toISOString().slice(0, 10) };
    },
    releaseKey: async (studyId, releaseKeyId) => {
      const name = releaseKeyName(studyId, releaseKeyId);
      const key = mode === 'make' ? await keys.ensure(name) : (await keys.of([name])).get(name);
      if (key === undefined || key === 'destroyed')
        throw new ExportRefused('pseudonymise', 'release-key', [`releaseKeyId: ${releaseKeyId} has no key here`]);
      return key.content;
    },
    openArms: (arms) => openArms(new Opener(keys, 'arms'), arms),
    erasures: (studyId) => live((snapshot) => erasuresOf(snapshot, studyId)),
    earlier: (studyId, recipient, index) =>
      live((snapshot) => earlierReleases(snapshot, { studyId, recipient, index, releaseId, mode })),
  };
}

/** What a preview needs, from the engine of this installation. No key is made and no part of the log is hashed for it. */
export function previewSources({ engine, pool }: Pick<EngineSourcesParts, 'engine' | 'pool'>): PreviewSources {
  const { openArms: open, erasures } = engineSources({ engine, pool, releaseId: '', mode: 'verify' });
  return {
    ...{ openArms: open, erasures },
    log: async (index) => {
      const { rows } = await pool.query<{ latest: Date }>(
        'SELECT latest FROM ledger WHERE "index" <= $1 ORDER BY "index" DESC LIMIT 1',
        [index],
      );
      return { date: (rows[0]?.latest ?? new Date(0)).toISOString().slice(0, 10) };
    },
  };
}

async function openArms(opener: Opener, arms: readonly SealedArm[]): Promise<ReadonlyMap<string, string>> {
  const opened = await opener.openValues(arms.map(({ arm }) => arm));
  return new Map(
    arms.flatMap(({ participantId }, index) => {
      const arm = opened[index];
      return typeof arm === 'string' ? [[participantId, arm] as const] : [];
    }),
  );
}

async function erasuresOf(snapshot: ReadSnapshot, studyId: string) {
  const rows = await snapshot.sql<{ id: string }>(
    'SELECT participant_id AS id FROM participants WHERE study_id = $1 AND personal_data_erased',
    [studyId],
  );
  return { epoch: rows.length, people: new Set(rows.map(({ id }) => id)) };
}

interface EarlierQuestion {
  readonly studyId: string;
  readonly recipient: string;
  readonly index: number;
  readonly releaseId: string;
  readonly mode: 'make' | 'verify';
}

interface StoredRelease {
  readonly id: string;
  readonly index: string;
  readonly recorded: string;
  readonly specification: string;
}

/** Releases to the recipient with where in the log they were recorded: one after the index would go unseen by the risk. */
async function earlierReleases(
  snapshot: ReadSnapshot,
  { studyId, recipient, index, releaseId, mode }: EarlierQuestion,
): Promise<readonly EarlierRelease[]> {
  const found = await snapshot.sql<StoredRelease>(
    `SELECT r.release_id AS id, r.log_index AS index, d.specification,
       (SELECT min(f.log_index) FROM facts f WHERE f.stream = r.stream AND f.type = 'DatasetReleased'
          AND f.data::json ->> 'releaseId' = r.release_id) AS recorded
     FROM releases r JOIN datasets d ON d.study_id = r.study_id AND d.dataset_id = r.dataset_id AND d.version = r.version
     WHERE r.study_id = $1 AND r.recipient = $2 AND r.status IN ('released', 'recalled') AND r.release_id <> $3
     ORDER BY recorded`,
    [studyId, recipient, releaseId],
  );
  const later = found.filter(({ recorded }) => Number(recorded) > index);
  const newest = later.at(-1);
  if (mode === 'make' && newest !== undefined)
    throw new ExportRefused('join', 'index-too-old', [
      `index: ${recipient} got release ${newest.id} after it; ask at ${newest.recorded} or later`,
    ]);
  return found
    .filter(({ recorded }) => Number(recorded) <= index)
    .map((row) => ({
      releaseId: row.id,
      specification: { ...DatasetSpecification.parse(JSON.parse(row.specification)), index: Number(row.index) },
    }));
}
