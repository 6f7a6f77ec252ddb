import { recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldStreamInto } from '../kernel/projection.ts';
import { TemplateRow } from './template.row.ts';

/** A draft has number 0 and becomes the version it is published as. */
const DRAFT = 0;

export const templates = foldStreamInto(TemplateRow)({
  name: 'templates',
  version: 1,
  on: {
    TemplateDrafted: (rows, fact) => [
      ...rows.filter(({ version }) => version !== DRAFT),
      {
        ...scopeOf(fact),
        ...{ templateId: recordIdOf(fact.stream), version: DRAFT, status: 'draft' },
        ...{ title: fact.data.title, content: fact.data.content },
        ...{ changedAt: fact.metadata.occurredAt, recordedAt: fact.recordedAt },
      },
    ],
    TemplatePublished: (rows, { data, metadata, recordedAt }) =>
      rows.map((row) => {
        if (row.version !== DRAFT) return row.status === 'in-use' ? { ...row, status: 'superseded' } : row;
        return { ...row, version: data.version, status: 'in-use', changedAt: metadata.occurredAt, recordedAt };
      }),
    TemplateRetired: (rows, { metadata, recordedAt }) =>
      rows.map((row) => ({ ...row, status: 'retired', changedAt: metadata.occurredAt, recordedAt })),
  },
});
