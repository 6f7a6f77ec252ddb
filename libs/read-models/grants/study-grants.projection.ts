import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { CaseloadCoverRow } from './caseload-cover.row.ts';
import { RatingSampleRow } from './rating-sample.row.ts';
import { StaffPostRow } from './staff-post.row.ts';
import { SupervisionRow } from './supervision.row.ts';

/** Roles that are held, or were. */
export const staffPosts = foldInto(StaffPostRow)({
  name: 'staff_posts',
  version: 1,
  key: ({ stream, data: { staffId, role, siteId = '' } }) => ({ studyId: recordIdOf(stream), staffId, role, siteId }),
  on: {
    StaffAppointed: (_row, { stream, data, recordedAt }) => ({
      ...{ stream, studyId: recordIdOf(stream), staffId: data.staffId, role: data.role, siteId: data.siteId ?? '' },
      ...{ fromDate: data.from, toDate: data.to ?? null, removedAt: null, recordedAt },
    }),
    StaffRemoved: (row, { recordedAt }) => row && { ...row, removedAt: recordedAt },
  },
});

/** Who looks after whose participants meanwhile. */
export const caseloadCovers = foldInto(CaseloadCoverRow)({
  name: 'caseload_covers',
  version: 1,
  key: ({ stream, data: { staffId, coveredBy, from } }) => ({
    ...{ studyId: recordIdOf(stream), staffId, coveredBy, fromDate: from },
  }),
  on: {
    CaseloadCovered: (_row, { stream, data: { staffId, coveredBy, from, to } }) => ({
      ...{ stream, studyId: recordIdOf(stream), staffId, coveredBy, fromDate: from, toDate: to },
    }),
  },
});

/** Who supervises whom. */
export const supervisions = foldInto(SupervisionRow)({
  name: 'supervisions',
  version: 1,
  key: ({ stream, data: { supervisorId, staffId } }) => ({ studyId: recordIdOf(stream), supervisorId, staffId }),
  on: {
    SupervisorNamed: (_row, { stream, data: { supervisorId, staffId, from, to } }) => ({
      ...{ stream, studyId: recordIdOf(stream), supervisorId, staffId },
      ...{ fromDate: from, toDate: to ?? null, releasedAt: null },
    }),
    SupervisorReleased: (row, { recordedAt }) => row && { ...row, releasedAt: recordedAt },
  },
});

/** What each rater is to rate. */
export const ratingSamples = foldInto(RatingSampleRow)({
  name: 'rating_samples',
  version: 1,
  key: ({ stream, data: { raterId } }) => ({ studyId: recordIdOf(stream), raterId }),
  on: {
    RatingSampleAssigned: (_row, { stream, data: { raterId, sessions, assignments } }) => ({
      ...{ stream, studyId: recordIdOf(stream), raterId, sessions, assignments },
    }),
  },
});
