import { datasetEvents, releaseApproval } from '#domain';
import type { ReleaseRow } from '#read-models';
import { enumOf, enumOfValues } from './enum.factory.ts';

/** Enums of data sets: the domain’s, how far a release has come, and what a verification showed. */

export const ReleaseApproval = enumOf('ReleaseApproval', releaseApproval, 'Who lets a release of data go.');
export const ReleaseTier = enumOf(
  'ReleaseTier',
  datasetEvents.DatasetRequested.data.shape.tier,
  'How open a release is.',
);

const STATUSES: Readonly<Record<ReleaseRow['status'], true>> = {
  ...{ waiting: true, requested: true, approved: true, cancelled: true },
  ...{ refused: true, released: true, recalled: true },
};
export const ReleaseStatusEnum = enumOfValues(
  'ReleaseStatus',
  Object.keys(STATUSES),
  'How far a release is. Waiting: a second person has to approve it.',
);

export const VerificationOutcomeEnum = enumOfValues(
  'VerificationOutcome',
  ['identical', 'damaged', 'erasure-epoch', 'differs'],
  'What making an archive again showed.',
);
