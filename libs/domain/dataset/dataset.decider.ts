import { z } from 'zod';
import { type Decider, type Decision, type Given, type Refusal, refuse } from '../kernel/decider.ts';
import { id } from '../kernel/primitives.ts';
import { sameContent } from '../kernel/same-content.ts';
import { type DatasetEvent, datasetEvents, datasetUpcasts } from './dataset.events.ts';
import {
  type DatasetState,
  evolveDatasets,
  heldBy,
  hierarchiesIn,
  NO_DATASETS,
  type Release,
  type ReleaseStatus,
} from './dataset.state.ts';

const study = { studyId: id };
const told = datasetEvents;
export const datasetCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('SetReleasePolicy'), ...study, ...told.ReleasePolicySet.data.shape }),
  z.strictObject({ type: z.literal('SpecifyDataset'), ...study, ...told.DatasetSpecified.data.shape }),
  z.strictObject({
    type: z.literal('RequestDataset'),
    ...study,
    ...told.DatasetRequested.data.pick({
      releaseId: true,
      datasetId: true,
      version: true,
      index: true,
      requestedBy: true,
    }).shape,
  }),
  z.strictObject({ type: z.literal('ApproveDataset'), ...study, ...told.DatasetApproved.data.shape }),
  z.strictObject({ type: z.literal('CancelDataset'), ...study, ...told.DatasetCancelled.data.shape }),
  z.strictObject({ type: z.literal('RefuseDataset'), ...study, ...told.DatasetRefused.data.shape }),
  z.strictObject({ type: z.literal('ReleaseDataset'), ...study, ...told.DatasetReleased.data.shape }),
  z.strictObject({ type: z.literal('RecallDataset'), ...study, ...told.DatasetRecalled.data.shape }),
]);
export type DatasetCommand = z.infer<typeof datasetCommands>;
type Of<Type extends DatasetCommand['type']> = Extract<DatasetCommand, { type: Type }>;

/** What a specification says of a release; the library that knows its schema has checked it before. */
const asked = z.object({
  tier: told.DatasetRequested.data.shape.tier,
  recipient: told.DatasetRequested.data.shape.recipient,
  purpose: told.DatasetRequested.data.shape.purpose,
  releaseKeyId: told.DatasetRequested.data.shape.releaseKeyId,
  expires: told.DatasetRequested.data.shape.expires,
});

const PENDING: readonly ReleaseStatus[] = ['waiting', 'requested', 'approved'];
const GOING: readonly ReleaseStatus[] = ['requested', 'approved'];

function decide(command: DatasetCommand, state: DatasetState, given: Given): Decision<DatasetEvent> {
  if (!given.study.registered) return refuse('StudyNotRegistered', { studyId: command.studyId });
  switch (command.type) {
    case 'SetReleasePolicy': {
      const { approval, reason } = command;
      return state.approval === approval
        ? refuse('ReleasePolicyUnchanged')
        : [{ type: 'ReleasePolicySet', data: { approval, reason } }];
    }
    case 'SpecifyDataset':
      return specify(command, state);
    case 'RequestDataset':
      return request(command, state);
    case 'ApproveDataset': {
      const { releaseId, approvedBy, reason } = command;
      const release = releaseIn(state, releaseId, ['waiting']);
      if ('refused' in release) return release;
      if (release.asked.requestedBy === approvedBy) return refuse('SecondPersonNeeded');
      return [{ type: 'DatasetApproved', data: { releaseId, approvedBy, reason } }];
    }
    case 'CancelDataset': {
      const { releaseId, reason } = command;
      const release = releaseIn(state, releaseId, PENDING);
      return 'refused' in release ? release : [{ type: 'DatasetCancelled', data: { releaseId, reason } }];
    }
    case 'RefuseDataset': {
      const { type: _, studyId: _study, ...data } = command;
      const release = releaseIn(state, data.releaseId, GOING);
      return 'refused' in release ? release : [{ type: 'DatasetRefused', data }];
    }
    case 'ReleaseDataset':
      return release(command, state);
    case 'RecallDataset': {
      const { releaseId, reason } = command;
      const found = releaseIn(state, releaseId, ['released']);
      return 'refused' in found ? found : [{ type: 'DatasetRecalled', data: { releaseId, reason } }];
    }
  }
}

function releaseIn(state: DatasetState, releaseId: string, among: readonly ReleaseStatus[]): Release | Refusal {
  const release = state.releases.get(releaseId);
  if (release === undefined) return refuse('NoSuchRelease');
  return among.includes(release.status) ? release : refuse('ReleaseNotThere', { status: release.status });
}

function specify(
  { datasetId, version, specification }: Of<'SpecifyDataset'>,
  state: DatasetState,
): Decision<DatasetEvent> {
  const newest = state.datasets.get(datasetId);
  if (newest !== undefined && sameContent(newest.specification, specification)) return refuse('DatasetUnchanged');
  if (version !== (newest?.version ?? 0) + 1)
    return refuse('DefinitionVersionOutOfOrder', { next: (newest?.version ?? 0) + 1 });
  for (const [name, lines] of hierarchiesIn(specification)) {
    const fixed = state.hierarchies.get(name);
    if (fixed !== undefined && fixed !== lines) return refuse('HierarchyIsFixed', { hierarchy: name });
  }
  return [{ type: 'DatasetSpecified', data: { datasetId, version, specification } }];
}

function request(command: Of<'RequestDataset'>, state: DatasetState): Decision<DatasetEvent> {
  const { releaseId, datasetId, version, index, requestedBy } = command;
  if (state.releases.has(releaseId)) return refuse('ReleaseIdTaken');
  const newest = state.datasets.get(datasetId);
  if (newest?.version !== version) return refuse('NoSuchDataset', { newest: newest?.version ?? 0 });
  const parsed = asked.safeParse(newest.specification);
  if (!parsed.success) return refuse('DatasetUnusable');
  const { expires, ...rest } = parsed.data;
  const owner = state.keys.get(rest.releaseKeyId);
  if (owner !== undefined && owner !== rest.recipient) return refuse('ReleaseKeyOfAnother');
  const data = {
    releaseId,
    datasetId,
    version,
    index,
    ...rest,
    ...(expires === undefined ? {} : { expires }),
    requestedBy,
    needsApproval: state.approval === 'second-person',
  };
  return [{ type: 'DatasetRequested', data }];
}

/** The risk was assessed with what the recipient had then: whatever they got meanwhile was not. */
function release(
  { type: _, studyId: _study, ...data }: Of<'ReleaseDataset'>,
  state: DatasetState,
): Decision<DatasetEvent> {
  const found = releaseIn(state, data.releaseId, GOING);
  if ('refused' in found) return found;
  const held = heldBy(state, found.asked.recipient);
  if (held.length !== data.earlier.length || held.some((releaseId) => !data.earlier.includes(releaseId)))
    return refuse('ReleasedMeanwhile');
  return [{ type: 'DatasetReleased', data }];
}

function misfit(state: DatasetState, event: DatasetEvent): string | undefined {
  switch (event.type) {
    case 'ReleasePolicySet':
      return event.data.approval === state.approval ? 'approval' : undefined;
    case 'DatasetSpecified':
      return event.data.version === (state.datasets.get(event.data.datasetId)?.version ?? 0) + 1
        ? undefined
        : 'version';
    case 'DatasetRequested':
      return state.releases.has(event.data.releaseId) ? 'releaseId' : undefined;
    case 'DatasetApproved':
      return misfitAmong(state, event.data.releaseId, ['waiting']);
    case 'DatasetCancelled':
      return misfitAmong(state, event.data.releaseId, PENDING);
    case 'DatasetRefused':
    case 'DatasetReleased':
      return misfitAmong(state, event.data.releaseId, GOING);
    case 'DatasetRecalled':
      return misfitAmong(state, event.data.releaseId, ['released']);
  }
}

const misfitAmong = (state: DatasetState, releaseId: string, among: readonly ReleaseStatus[]): string | undefined =>
  'refused' in releaseIn(state, releaseId, among) ? 'releaseId' : undefined;

/** What leaves a study, to whom and for what: one stream a study, so that two releases to one recipient see each other. */
export const datasetDecider: Decider<DatasetCommand, DatasetState, DatasetEvent> = {
  category: 'dataset',
  events: datasetEvents,
  upcasts: datasetUpcasts,
  keys: ['studyId'],
  // What left cannot be called back by a correction: a recall says so.
  entriesAreFinal: true,
  commands: datasetCommands,
  initialState: NO_DATASETS,
  idOf: (command) => command.studyId,
  subjectOf: (command) => ({ studyId: command.studyId }),
  decide,
  evolve: evolveDatasets,
  misfit,
};
