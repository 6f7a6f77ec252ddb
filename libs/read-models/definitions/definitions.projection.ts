import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { DefinitionRow } from './definition.row.ts';

export const definitions = foldInto(DefinitionRow)({
  name: 'definitions',
  version: 1,
  key: ({ stream, data }) => ({
    studyId: recordIdOf(stream),
    definitionId: data.definitionId,
    version: data.version,
  }),
  on: {
    AdherenceDefinitionPublished: (_row, { stream, data, metadata, recordedAt }) => ({
      studyId: recordIdOf(stream),
      definitionId: data.definitionId,
      version: data.version,
      stream,
      title: titleOf(data.definition),
      definition: data.definition,
      publishedAt: metadata.occurredAt,
      recordedAt,
    }),
  },
});

/** A title that a text column can hold; the definition itself is kept as it came. */
function titleOf({ title }: Readonly<Record<string, unknown>>): string | null {
  return typeof title === 'string' && !title.includes('\u0000') && title.isWellFormed() ? title : null;
}
