import { MeasureReceiptRow } from '#read-models';
import { INSTRUMENT, INSTRUMENT_VERSION, OCCASION } from './shared.columns.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

const fields = {
  participantId: PID,
  measureId: { stays: 'the same in every release' },
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  instrumentId: INSTRUMENT,
  instrumentVersion: INSTRUMENT_VERSION,
  occasion: OCCASION,
  scheduled: { column: 'expected', label: ['Expected', 'Väntad'], kind: 'boolean', rule: { role: 'open' } },
  dueDate: { column: 'due_day', label: ['Due', 'Ska vara klar'], kind: 'day', rule: { role: 'time' } },
  windowFrom: { stays: 'a date of the schedule' },
  windowTo: { stays: 'a date of the schedule' },
  status: {
    column: 'status',
    label: ['Status', 'Status'],
    kind: 'category',
    codes: ['received', 'early', 'late', 'missed', 'pending', 'overdue'],
    rule: { role: 'open' },
  },
  receivedDate: { column: 'received_day', label: ['Received', 'Mottagen'], kind: 'day', rule: { role: 'time' } },
  reason: {
    column: 'reason',
    label: ['Why it is missing', 'Varför den saknas'],
    kind: 'category',
    codes: ['unknown', 'technical', 'drop-out', 'did-not-attend', 'declined', 'not-administered'],
    rule: { role: 'open' },
  },
  reasonFrom: {
    column: 'reason_from',
    label: ['Where the reason comes from', 'Skälets ursprung'],
    kind: 'category',
    codes: ['recorded', 'participant-left'],
    rule: { role: 'open' },
  },
  knownUntil: { stays: 'a moment' },
} as const satisfies FieldsOf<MeasureReceiptRow>;

export const missingnessTable = tableSource<MeasureReceiptRow>({
  name: 'missingness',
  title: ['Missingness', 'Bortfall'],
  grain: ['One expected or received measure', 'En väntad eller mottagen mätning'],
  fields,
  load: (request) => storedRows(request, MeasureReceiptRow),
  personOf: ({ participantId }) => participantId,
  order: ({ dueDate, receivedDate, measureId }) => `${dueDate ?? receivedDate ?? '~'}/${measureId}`,
});
