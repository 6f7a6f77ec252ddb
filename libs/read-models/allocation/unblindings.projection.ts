import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { UnblindingRow } from './unblinding.row.ts';

export const unblindings = foldInto(UnblindingRow)({
  name: 'unblindings',
  version: 1,
  key: ({ data }) => ({ participantId: data.participantId, revealedTo: data.revealedTo }),
  on: {
    ParticipantUnblinded: (_row, { stream, data, metadata, recordedAt }) => ({
      participantId: data.participantId,
      revealedTo: data.revealedTo,
      stream,
      studyId: recordIdOf(stream),
      siteId: metadata.siteId ?? null,
      reason: data.reason,
      note: data.note ?? null,
      unblindedAt: metadata.occurredAt,
      recordedAt,
    }),
  },
});
