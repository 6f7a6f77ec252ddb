import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { AllocationRow } from './allocation.row.ts';

export const allocations = foldInto(AllocationRow)({
  name: 'allocations',
  version: 1,
  key: ({ data }) => ({ participantId: data.participantId }),
  on: {
    ParticipantAllocated: (_row, { stream, data, metadata, recordedAt }) => ({
      participantId: data.participantId,
      stream,
      studyId: recordIdOf(stream),
      siteId: metadata.siteId ?? null,
      number: data.number,
      origin: data.origin,
      allocatedAt: metadata.occurredAt,
      recordedAt,
    }),
  },
});
