import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ArmRow } from './arm.row.ts';

export const arms = foldInto(ArmRow)({
  name: 'arms',
  version: 1,
  key: ({ data }) => ({ participantId: data.participantId }),
  on: {
    ParticipantAllocated: (_row, { stream, data, metadata }) => ({
      participantId: data.participantId,
      stream,
      studyId: recordIdOf(stream),
      siteId: metadata.siteId ?? null,
      arm: data.arm,
    }),
  },
});
