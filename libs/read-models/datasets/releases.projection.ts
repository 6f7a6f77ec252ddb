import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ReleaseRow } from './release.row.ts';

export const releases = foldInto(ReleaseRow)({
  name: 'releases',
  version: 1,
  key: ({ stream, data }) => ({ studyId: recordIdOf(stream), releaseId: data.releaseId }),
  on: {
    DatasetRequested: (_row, { stream, data, metadata, recordedAt }) => ({
      studyId: recordIdOf(stream),
      releaseId: data.releaseId,
      stream,
      datasetId: data.datasetId,
      version: data.version,
      logIndex: data.index,
      status: data.needsApproval ? 'waiting' : 'requested',
      tier: data.tier,
      recipient: data.recipient,
      purpose: data.purpose,
      releaseKeyId: data.releaseKeyId,
      expires: data.expires ?? null,
      requestedBy: data.requestedBy,
      approvedBy: null,
      reason: null,
      problems: [],
      manifest: null,
      files: [],
      people: null,
      k: null,
      erasureEpoch: null,
      requestedAt: metadata.occurredAt,
      releasedAt: null,
      updatedAt: recordedAt,
    }),
    DatasetApproved: (row, { data, recordedAt }) =>
      row && { ...row, status: 'approved', approvedBy: data.approvedBy, updatedAt: recordedAt },
    DatasetCancelled: (row, { data, recordedAt }) =>
      row && { ...row, status: 'cancelled', reason: data.reason, updatedAt: recordedAt },
    DatasetRefused: (row, { data, recordedAt }) =>
      row && {
        ...row,
        status: 'refused',
        reason: `${data.stage}: ${data.cause}`,
        problems: data.problems,
        updatedAt: recordedAt,
      },
    DatasetReleased: (row, { data, metadata, recordedAt }) =>
      row && {
        ...row,
        status: 'released',
        manifest: data.manifest,
        files: data.files,
        people: data.people,
        k: data.k,
        erasureEpoch: data.erasureEpoch,
        releasedAt: metadata.occurredAt,
        updatedAt: recordedAt,
      },
    DatasetRecalled: (row, { data, recordedAt }) =>
      row && { ...row, status: 'recalled', reason: data.reason, updatedAt: recordedAt },
  },
});
