import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { WatchDocumentRow } from './watch-document.row.ts';

export const watchDocuments = foldInto(WatchDocumentRow)({
  name: 'watch_documents',
  version: 1,
  key: ({ stream, type, data }) => ({
    studyId: recordIdOf(stream),
    kind: type === 'DutyRotaPublished' ? 'duty-rota' : 'reminder-policy',
    version: data.version,
  }),
  on: {
    ReminderPolicyPublished: (_row, { stream, data, metadata, recordedAt }) => ({
      studyId: recordIdOf(stream),
      kind: 'reminder-policy',
      version: data.version,
      stream,
      document: data.policy,
      reason: data.reason,
      publishedAt: metadata.occurredAt,
      recordedAt,
    }),
    DutyRotaPublished: (_row, { stream, data, metadata, recordedAt }) => ({
      studyId: recordIdOf(stream),
      kind: 'duty-rota',
      version: data.version,
      stream,
      document: data.rota,
      reason: data.reason,
      publishedAt: metadata.occurredAt,
      recordedAt,
    }),
  },
});
