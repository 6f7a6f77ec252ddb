import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { AttachmentRow } from './attachment.row.ts';

export const attachments = foldInto(AttachmentRow)({
  name: 'attachments',
  version: 1,
  key: ({ stream, data }) => ({ assignmentId: recordIdOf(stream), attachmentId: data.attachmentId }),
  on: {
    AttachmentStored: (_row, fact) => ({
      ...scopeOf(fact),
      ...{ assignmentId: recordIdOf(fact.stream), attachmentId: fact.data.attachmentId, participantId: personOf(fact) },
      ...{ kind: fact.data.kind, mediaType: fact.data.mediaType, bytes: fact.data.bytes, sha256: fact.data.sha256 },
      ...{ attemptId: fact.data.attemptId ?? null, description: fact.data.description ?? null },
      ...{ occurredAt: fact.metadata.occurredAt, recordedAt: fact.recordedAt },
    }),
  },
});
