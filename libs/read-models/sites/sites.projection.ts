import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { SiteRow } from './site.row.ts';

export const sites = foldInto(SiteRow)({
  name: 'sites',
  version: 1,
  key: ({ stream, data }) => ({ studyId: recordIdOf(stream), siteId: data.siteId }),
  on: {
    SiteOpened: (_row, { stream, data, metadata, recordedAt }) => ({
      studyId: recordIdOf(stream),
      siteId: data.siteId,
      stream,
      name: data.name,
      timeZone: data.timeZone,
      openedAt: metadata.occurredAt,
      recordedAt,
    }),
  },
});
