import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { StudyRow } from './study.row.ts';

export const studies = foldInto(StudyRow)({
  name: 'studies',
  version: 2,
  key: ({ stream }) => ({ studyId: recordIdOf(stream) }),
  on: {
    StudyRegistered: (_row, { stream, data, metadata, recordedAt }) => ({
      studyId: recordIdOf(stream),
      stream,
      title: data.title,
      timeZone: data.timeZone,
      protocolVersion: 0,
      life: 'undeclared',
      registeredAt: metadata.occurredAt,
      recordedAt,
      updatedAt: recordedAt,
    }),
    ProtocolPublished: (row, { data, recordedAt }) =>
      row && { ...row, protocolVersion: data.version, life: declared(row.life, data.protocol), updatedAt: recordedAt },
    DryRunStarted: (row, { recordedAt }) => row && { ...row, life: 'dry-run', updatedAt: recordedAt },
    StudyWentLive: (row, { recordedAt }) => row && { ...row, life: 'live', updatedAt: recordedAt },
    StudyClosed: (row, { recordedAt }) => row && { ...row, life: 'closed', updatedAt: recordedAt },
  },
});

/** With its first document a study is a draft. */
function declared(life: StudyRow['life'], document: unknown): StudyRow['life'] {
  return life === 'undeclared' && document !== undefined ? 'draft' : life;
}
