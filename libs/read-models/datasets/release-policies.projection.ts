import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ReleasePolicyRow } from './release-policy.row.ts';

export const releasePolicies = foldInto(ReleasePolicyRow)({
  name: 'release_policies',
  version: 1,
  key: ({ stream }) => ({ studyId: recordIdOf(stream) }),
  on: {
    ReleasePolicySet: (_row, { stream, data, metadata }) => ({
      studyId: recordIdOf(stream),
      stream,
      approval: data.approval,
      reason: data.reason,
      since: metadata.occurredAt,
    }),
  },
});
