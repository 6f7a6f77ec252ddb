import { describe, it } from '@jest/globals';
import { specificationOf } from '../kernel/decider.specification.ts';
import { type DatasetCommand, datasetDecider } from './dataset.decider.ts';
import type { DatasetEvent } from './dataset.events.ts';
import { EXAMPLE_DATASET } from './dataset.specification.ts';

const { given } = specificationOf(datasetDecider);
const studyId = 'S';
const hash = 'ab'.repeat(32);
const specified = (datasetId = 'd', changes = {}, version = 1): DatasetEvent => ({
  type: 'DatasetSpecified',
  data: { datasetId, version, specification: { ...EXAMPLE_DATASET, ...changes } },
});
const request = (releaseId: string, datasetId = 'd'): DatasetCommand => ({
  ...{ type: 'RequestDataset', studyId, releaseId, datasetId, version: 1, index: 7, requestedBy: 'ana' },
});
const requested = (releaseId: string, needsApproval = false, datasetId = 'd', changes = {}): DatasetEvent => ({
  type: 'DatasetRequested',
  data: {
    ...{ releaseId, datasetId, version: 1, index: 7, tier: 'controlled', recipient: 'lab-x', releaseKeyId: 'rk-1' },
    ...{ purpose: 'Dose and outcome', requestedBy: 'ana', needsApproval },
    ...changes,
  },
});
const result = (releaseId: string, earlier: string[] = []) => ({
  ...{
    releaseId,
    earlier,
    manifest: hash,
    files: [],
    riskReport: hash,
    people: 60,
    k: 5,
    erasureEpoch: 0,
    software: '1',
  },
});
const release = (releaseId: string, earlier: string[] = []): DatasetCommand => ({
  ...{ type: 'ReleaseDataset', studyId, ...result(releaseId, earlier) },
});
const released = (releaseId: string): DatasetEvent => ({ type: 'DatasetReleased', data: result(releaseId) });
const policy: DatasetEvent = { type: 'ReleasePolicySet', data: { approval: 'second-person', reason: 'Board' } };
const approve = (approvedBy: string): DatasetCommand => ({
  ...{ type: 'ApproveDataset', studyId, releaseId: 'r1', approvedBy, reason: 'Read' },
});

describe('data sets of a study', () => {
  it('are specified version by version, with hierarchies that stay what they were', () => {
    const specify = (version: number, changes = {}): DatasetCommand => ({
      ...{
        type: 'SpecifyDataset',
        studyId,
        datasetId: 'd',
        version,
        specification: { ...EXAMPLE_DATASET, ...changes },
      },
    });
    given().when(specify(1)).then(specified());
    given(specified()).when(specify(2)).thenRefused('DatasetUnchanged');
    given(specified())
      .when(specify(3, { purpose: 'Other' }))
      .thenRefused('DefinitionVersionOutOfOrder', { next: 2 });
    const hierarchies = { age5: [['20', 'twenties']] };
    given(specified()).when(specify(2, { hierarchies })).thenRefused('HierarchyIsFixed', { hierarchy: 'HW@1/age5' });
    given(specified())
      .when(specify(2, { hierarchies, protocol: 'HW@2' }))
      .then(specified('d', { hierarchies, protocol: 'HW@2' }, 2));
  });

  it('are asked for by version, under a key of the recipient’s own', () => {
    given(specified()).when(request('r1')).then(requested('r1'));
    given().when(request('r1')).thenRefused('NoSuchDataset', { newest: 0 });
    given(specified(), requested('r1')).when(request('r1')).thenRefused('ReleaseIdTaken');
    given(specified(), requested('r1'), specified('e', { recipient: 'lab-y' }))
      .when(request('r2', 'e'))
      .thenRefused('ReleaseKeyOfAnother');
    given(specified('d', { recipient: 7 }))
      .when(request('r1'))
      .thenRefused('DatasetUnusable');
  });

  it('wait for a second person where the study says so', () => {
    const asked = [specified(), policy, requested('r1', true)];
    given(specified(), policy).when(request('r1')).then(requested('r1', true));
    given(...asked)
      .when(release('r1'))
      .thenRefused('ReleaseNotThere', { status: 'waiting' });
    given(...asked)
      .when(approve('ana'))
      .thenRefused('SecondPersonNeeded');
    const approved: DatasetEvent = {
      type: 'DatasetApproved',
      data: { releaseId: 'r1', approvedBy: 'bo', reason: 'Read' },
    };
    given(...asked)
      .when(approve('bo'))
      .then(approved);
    given(...asked, approved)
      .when(release('r1'))
      .then(released('r1'));
    given(specified(), requested('r1')).when(approve('bo')).thenRefused('ReleaseNotThere', { status: 'requested' });
  });

  it('are released with what the recipient had, and no other way', () => {
    const two = [specified(), requested('r1'), requested('r2'), released('r1')];
    given(...two)
      .when(release('r2'))
      .thenRefused('ReleasedMeanwhile');
    given(...two)
      .when(release('r2', ['r1']))
      .then({ type: 'DatasetReleased', data: result('r2', ['r1']) });
    given(...two)
      .when(release('r1'))
      .thenRefused('ReleaseNotThere', { status: 'released' });
  });

  it('are cancelled before and recalled after', () => {
    const cancel: DatasetCommand = { type: 'CancelDataset', studyId, releaseId: 'r1', reason: 'Not needed' };
    const recall: DatasetCommand = { type: 'RecallDataset', studyId, releaseId: 'r1', reason: 'A column too many' };
    const asked = [specified(), requested('r1')];
    given(...asked)
      .when(cancel)
      .then({ type: 'DatasetCancelled', data: { releaseId: 'r1', reason: 'Not needed' } });
    given(...asked, released('r1'))
      .when(cancel)
      .thenRefused('ReleaseNotThere', { status: 'released' });
    given(...asked, released('r1'))
      .when(recall)
      .then({ type: 'DatasetRecalled', data: { releaseId: 'r1', reason: 'A column too many' } });
    given(...asked)
      .when(recall)
      .thenRefused('ReleaseNotThere', { status: 'requested' });
    given().when(recall).thenRefused('NoSuchRelease');
  });
});
