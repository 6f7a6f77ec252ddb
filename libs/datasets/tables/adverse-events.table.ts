import { AdverseEventRow } from '#read-models';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

const fields = {
  participantId: PID,
  adverseEventId: { stays: 'the same in every release' },
  stream: { stays: 'where it is stored' },
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  serious: { column: 'serious', label: ['Serious', 'Allvarlig'], kind: 'boolean', rule: { role: 'sensitive' } },
  severity: {
    column: 'severity',
    label: ['Severity', 'Svårighetsgrad'],
    kind: 'category',
    codes: ['mild', 'moderate', 'severe'],
    rule: { role: 'open' },
  },
  relatedness: {
    column: 'relatedness',
    label: ['Relatedness', 'Samband'],
    kind: 'category',
    codes: ['unrelated', 'unlikely', 'possible', 'probable', 'definite', 'not-assessed'],
    rule: { role: 'open' },
  },
  expected: { column: 'expected', label: ['Expected', 'Väntad'], kind: 'boolean', rule: { role: 'open' } },
  onset: { column: 'onset', label: ['Onset', 'Började'], kind: 'day', rule: { role: 'time' } },
  outcome: {
    column: 'outcome',
    label: ['Outcome', 'Utgång'],
    kind: 'category',
    codes: ['recovered', 'recovering', 'not-recovered', 'fatal', 'unknown'],
    rule: { role: 'open' },
  },
  description: {
    column: 'description',
    label: ['Description', 'Beskrivning'],
    kind: 'freetext',
    rule: { role: 'freetext', export: 'length' },
  },
  occurredAt: { stays: 'a moment' },
  recordedAt: { stays: 'a moment' },
} as const satisfies FieldsOf<AdverseEventRow>;

export const adverseEventsTable = tableSource<AdverseEventRow>({
  name: 'adverse_events',
  title: ['Adverse events', 'Negativa händelser'],
  grain: ['One event', 'En händelse'],
  fields,
  load: (request) => storedRows(request, AdverseEventRow),
  record: ({ stream, adverseEventId }) => ({
    stream,
    isOf: ({ data }) => 'adverseEventId' in data && data.adverseEventId === adverseEventId,
  }),
  personOf: ({ participantId }) => participantId,
  order: ({ occurredAt, adverseEventId }) => `${occurredAt}/${adverseEventId}`,
});
