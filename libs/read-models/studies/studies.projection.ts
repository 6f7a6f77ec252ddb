import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { StudyRow } from './study.row.ts';

export const studies = foldInto(StudyRow)({
  name: 'studies',
  version: 1,
  key: ({ stream }) => ({ studyId: recordIdOf(stream) }),
  on: {
    StudyRegistered: (_row, { stream, data, metadata, recordedAt }) => ({
      studyId: recordIdOf(stream),
      stream,
      title: data.title,
      timeZone: data.timeZone,
      protocolVersion: 0,
      registeredAt: metadata.occurredAt,
      recordedAt,
      updatedAt: recordedAt,
    }),
    ProtocolPublished: (row, { data, recordedAt }) =>
      row && { ...row, protocolVersion: data.version, updatedAt: recordedAt },
  },
});
