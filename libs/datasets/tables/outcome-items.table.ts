import { OutcomeItemRow } from '#read-models';
import { INSTRUMENT, INSTRUMENT_VERSION, OCCASION, RATER } from './shared.columns.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, sortable, tableSource } from './table.source.ts';

const fields = {
  participantId: PID,
  measureId: { stays: 'the same in every release' },
  item: { column: 'item', label: ['Item', 'Fråga'], kind: 'text', rule: { role: 'open' } },
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  instrumentId: INSTRUMENT,
  instrumentVersion: INSTRUMENT_VERSION,
  occasion: OCCASION,
  informant: RATER,
  itemNumber: { column: 'item_no', label: ['Item number', 'Frågans nummer'], kind: 'integer', rule: { role: 'open' } },
  value: { column: 'value', label: ['Answer', 'Svar'], kind: 'number', rule: { role: 'sensitive' } },
  scored: {
    column: 'scored',
    label: ['Answer as scored', 'Svar som det räknas'],
    kind: 'number',
    rule: { role: 'open' },
  },
  risk: { stays: 'safety, not analysis' },
} as const satisfies FieldsOf<OutcomeItemRow>;

export const outcomeItemsTable = tableSource<OutcomeItemRow>({
  name: 'outcome_items',
  title: ['Outcome items', 'Svar per fråga'],
  grain: ['One answer', 'Ett svar'],
  fields,
  load: (request) => storedRows(request, OutcomeItemRow),
  record: ({ measureId }) => ({ stream: `measure-${measureId}`, isOf: ({ type }) => type === 'MeasureRecorded' }),
  personOf: ({ participantId }) => participantId,
  order: ({ occasion, measureId, itemNumber, item }) => `${occasion}/${measureId}/${sortable(itemNumber)}/${item}`,
});
