import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { InstrumentRow } from './instrument.row.ts';

export const instruments = foldInto(InstrumentRow)({
  name: 'instruments',
  version: 1,
  key: ({ stream, data }) => ({
    studyId: recordIdOf(stream),
    instrumentId: data.instrumentId,
    version: data.version,
  }),
  on: {
    InstrumentPublished: (_row, { stream, data, metadata, recordedAt }) => ({
      studyId: recordIdOf(stream),
      instrumentId: data.instrumentId,
      version: data.version,
      stream,
      title: titleOf(data.instrument),
      instrument: data.instrument,
      publishedAt: metadata.occurredAt,
      recordedAt,
    }),
  },
});

/** A title that a text column can hold; the instrument itself is kept as it came. */
function titleOf({ title }: Readonly<Record<string, unknown>>): string | null {
  return typeof title === 'string' && !title.includes('\u0000') && title.isWellFormed() ? title : null;
}
