import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ParticipantRow } from './participant.row.ts';

export const participants = foldInto(ParticipantRow)({
  name: 'participants',
  version: 1,
  key: ({ stream }) => ({ participantId: recordIdOf(stream) }),
  on: {
    ParticipantEnrolled: (_row, { stream, data, metadata, recordedAt }) => ({
      participantId: recordIdOf(stream),
      stream,
      studyId: data.studyId,
      siteId: data.siteId ?? null,
      code: data.code,
      timeZone: data.timeZone,
      protocolVersion: data.protocolVersion,
      status: 'enrolled',
      enrolledAt: metadata.occurredAt,
      enrolledDate: metadata.localDate,
      ...STILL_HERE,
      personalDataErased: false,
      recordedAt,
      updatedAt: recordedAt,
    }),
    ParticipantDiscontinued: (row, { data, metadata, recordedAt }) =>
      row && {
        ...row,
        status: 'left',
        endedAt: metadata.occurredAt,
        endedDate: metadata.localDate,
        endedFrom: data.from,
        endReason: data.reason,
        endNote: data.note ?? null,
        updatedAt: recordedAt,
      },
    ParticipantCompleted: (row, { metadata, recordedAt }) =>
      row && {
        ...row,
        ...STILL_HERE,
        status: 'completed',
        endedAt: metadata.occurredAt,
        endedDate: metadata.localDate,
        updatedAt: recordedAt,
      },
    PersonalDataErased: (row, { recordedAt }) => row && { ...row, personalDataErased: true, updatedAt: recordedAt },
  },
});

const STILL_HERE = { endedAt: null, endedDate: null, endedFrom: null, endReason: null, endNote: null } as const;
