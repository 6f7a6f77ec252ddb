import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ProtocolAmendmentRow } from './protocol-amendment.row.ts';

export const protocolAmendments = foldInto(ProtocolAmendmentRow)({
  name: 'protocol_amendments',
  version: 2,
  key: ({ stream, data }) => ({ studyId: recordIdOf(stream), version: data.version }),
  on: {
    ProtocolPublished: (_row, { stream, data, metadata, recordedAt }) => ({
      ...data,
      protocol: data.protocol ?? null,
      publishedDate: metadata.localDate,
      studyId: recordIdOf(stream),
      stream,
      publishedAt: metadata.occurredAt,
      recordedAt,
    }),
  },
});
