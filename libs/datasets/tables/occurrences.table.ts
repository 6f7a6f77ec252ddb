import { OccurrenceRow } from '#read-models';
import { INFORMANTS } from './code.lists.ts';
import { assignmentColumn } from './shared.columns.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

const fields = {
  assignmentId: { stays: 'aid stands for it' },
  occurrence: { stays: 'its day is due_day' },
  participantId: PID,
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  version: {
    column: 'version',
    label: ['Version in force', 'Gällande version'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  asAssigned: {
    column: 'as_assigned',
    label: ['Counts as assigned', 'Räknas som given'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  doseAmount: { column: 'q', label: ['Prescribed quantity', 'Given mängd'], kind: 'number', rule: { role: 'open' } },
  doseUnit: {
    column: 'unit',
    label: ['Unit of the quantity', 'Mängdens enhet'],
    kind: 'category',
    codes: ['minutes', 'times', 'records', 'pages', 'modules', 'items', 'days', 'steps', 'programme-days'],
    rule: { role: 'open' },
  },
  dueAt: { stays: 'a moment' },
  dueDate: { column: 'due_day', label: ['Due', 'Ska vara klar'], kind: 'day', rule: { role: 'time' } },
  state: {
    column: 'state',
    label: ['State', 'Tillstånd'],
    kind: 'category',
    codes: ['done', 'part', 'alternative', 'not-done', 'unknown', 'void', 'open'],
    rule: { role: 'open' },
  },
  reason: {
    column: 'void_reason',
    label: ['Why it is void', 'Varför den är struken'],
    kind: 'category',
    codes: ['illness', 'holiday', 'hospital', 'outage', 'bereavement', 'protocol', 'entered-in-error', 'other'],
    rule: { role: 'open' },
  },
  reportedBy: {
    column: 'reported_by',
    label: ['Reported by', 'Rapporterad av'],
    kind: 'category',
    codes: INFORMANTS,
    rule: { role: 'open' },
  },
  reports: { column: 'reports', label: ['Reports', 'Rapporter'], kind: 'integer', rule: { role: 'open' } },
  reportedAmount: {
    column: 'reported_quantity',
    label: ['Reported quantity', 'Rapporterad mängd'],
    kind: 'number',
    rule: { role: 'open' },
  },
  reportedUnit: {
    column: 'reported_unit',
    label: ['Unit of the reported quantity', 'Enhet för rapporterad mängd'],
    kind: 'category',
    codes: ['minutes', 'times', 'records', 'pages', 'modules', 'items', 'days', 'steps', 'programme-days'],
    rule: { role: 'open' },
  },
  attempts: { column: 'attempts', label: ['Attempts', 'Försök'], kind: 'integer', rule: { role: 'open' } },
  completedAt: { stays: 'a moment' },
  takenAwayAt: { stays: 'a moment' },
  reviewed: { column: 'reviewed', label: ['Reviewed', 'Genomgången'], kind: 'boolean', rule: { role: 'open' } },
} as const satisfies FieldsOf<OccurrenceRow>;

export const occurrencesTable = tableSource<OccurrenceRow>({
  name: 'occurrences',
  title: ['Occurrences', 'Tillfällen'],
  grain: ['One obligation', 'Ett åtagande'],
  fields,
  computed: [assignmentColumn(({ assignmentId }) => assignmentId)],
  load: (request) => storedRows(request, OccurrenceRow),
  personOf: ({ participantId }) => participantId,
  order: ({ dueAt, assignmentId, occurrence }) => `${dueAt ?? '~'}/${assignmentId}/${occurrence}`,
});
