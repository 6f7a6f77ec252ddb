import type { Fact } from '#domain';
import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ParticipantFlowRow } from './participant-flow.row.ts';

export const flow = foldInto(ParticipantFlowRow)({
  name: 'flow',
  version: 1,
  key: ({ stream }) => ({ participantId: recordIdOf(stream) }),
  on: {
    ParticipantScreened: (row, fact) => ({
      ...(row ?? begun(fact, fact.data.studyId)),
      siteId: fact.data.siteId ?? row?.siteId ?? null,
      screenedAt: fact.metadata.occurredAt,
      eligible: fact.data.eligible,
      exclusions: fact.data.exclusions,
    }),
    ConsentGiven: (row, fact) => {
      const { occurredAt, studyId } = fact.metadata;
      const own = row ?? (studyId === undefined ? undefined : begun(fact, studyId));
      return own && { ...own, consentedAt: own.consentedAt ?? occurredAt };
    },
    ParticipantEnrolled: (row, fact) => ({
      ...(row ?? begun(fact, fact.data.studyId)),
      studyId: fact.data.studyId,
      siteId: fact.data.siteId ?? row?.siteId ?? null,
      enrolledAt: fact.metadata.occurredAt,
    }),
    ParticipantDiscontinued: (row, { data: { from, reason }, metadata: { occurredAt } }) =>
      row && {
        ...row,
        ...(from === 'study'
          ? { leftStudyAt: occurredAt, leftStudyReason: reason }
          : { leftInterventionAt: occurredAt, leftInterventionReason: reason }),
      },
    ParticipantCompleted: (row, { metadata: { occurredAt } }) => row && { ...row, completedAt: occurredAt },
  },
});

function begun({ stream, metadata }: Fact, studyId: string): ParticipantFlowRow {
  return {
    participantId: recordIdOf(stream),
    stream,
    studyId,
    siteId: metadata.siteId ?? null,
    ...{ screenedAt: null, eligible: null, exclusions: [], consentedAt: null, enrolledAt: null, completedAt: null },
    ...{ leftInterventionAt: null, leftInterventionReason: null, leftStudyAt: null, leftStudyReason: null },
  };
}
