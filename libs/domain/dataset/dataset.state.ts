import type { DatasetEvent } from './dataset.events.ts';

export type ReleaseStatus = 'waiting' | 'requested' | 'approved' | 'cancelled' | 'refused' | 'released' | 'recalled';

type Requested = Extract<DatasetEvent, { type: 'DatasetRequested' }>['data'];
type Specified = Extract<DatasetEvent, { type: 'DatasetSpecified' }>['data'];

export interface Release {
  readonly status: ReleaseStatus;
  readonly asked: Requested;
}

/** Everything that left a study, or was to leave it: what one recipient has is decided in one place. */
export interface DatasetState {
  readonly approval: 'requester' | 'second-person';
  /** Newest specification by data set. */
  readonly datasets: ReadonlyMap<string, Specified>;
  readonly releases: ReadonlyMap<string, Release>;
  /** Release key → the one recipient it is for. */
  readonly keys: ReadonlyMap<string, string>;
  /** Protocol and hierarchy → its lines, as JSON: fixed with their first use. */
  readonly hierarchies: ReadonlyMap<string, string>;
}

export const NO_DATASETS: DatasetState = {
  approval: 'requester',
  datasets: new Map(),
  releases: new Map(),
  keys: new Map(),
  hierarchies: new Map(),
};

/** Hierarchies of a specification by protocol and name. */
export function hierarchiesIn(specification: Specified['specification']): ReadonlyMap<string, string> {
  const { protocol, hierarchies } = specification;
  if (typeof protocol !== 'string' || typeof hierarchies !== 'object' || hierarchies === null) return new Map();
  return new Map(Object.entries(hierarchies).map(([name, lines]) => [`${protocol}/${name}`, JSON.stringify(lines)]));
}

function withStatus(state: DatasetState, releaseId: string, status: ReleaseStatus): DatasetState {
  const release = state.releases.get(releaseId);
  if (release === undefined) return state;
  return { ...state, releases: new Map(state.releases).set(releaseId, { ...release, status }) };
}

export function evolveDatasets(state: DatasetState, event: DatasetEvent): DatasetState {
  switch (event.type) {
    case 'ReleasePolicySet':
      return { ...state, approval: event.data.approval };
    case 'DatasetSpecified':
      return {
        ...state,
        datasets: new Map(state.datasets).set(event.data.datasetId, event.data),
        hierarchies: new Map([...state.hierarchies, ...hierarchiesIn(event.data.specification)]),
      };
    case 'DatasetRequested': {
      const { releaseId, releaseKeyId, recipient, needsApproval } = event.data;
      const status = needsApproval ? 'waiting' : 'requested';
      return {
        ...state,
        releases: new Map(state.releases).set(releaseId, { status, asked: event.data }),
        keys: new Map(state.keys).set(releaseKeyId, recipient),
      };
    }
    case 'DatasetApproved':
      return withStatus(state, event.data.releaseId, 'approved');
    case 'DatasetCancelled':
      return withStatus(state, event.data.releaseId, 'cancelled');
    case 'DatasetRefused':
      return withStatus(state, event.data.releaseId, 'refused');
    case 'DatasetReleased':
      return withStatus(state, event.data.releaseId, 'released');
    case 'DatasetRecalled':
      return withStatus(state, event.data.releaseId, 'recalled');
  }
}

/** Releases that a recipient has, or had. */
export function heldBy({ releases }: DatasetState, recipient: string): readonly string[] {
  return [...releases]
    .filter(
      ([, { status, asked }]) => asked.recipient === recipient && (status === 'released' || status === 'recalled'),
    )
    .map(([releaseId]) => releaseId);
}
