import { IntervalRow } from '#read-models';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, sortable, tableSource } from './table.source.ts';
import { metricColumns } from './interval.metrics.columns.ts';

const fields = {
  participantId: PID,
  definitionId: { stays: 'the specification names it' },
  definitionVersion: { stays: 'the specification names it' },
  denominator: {
    column: 'denominator',
    label: ['Denominator', 'Nämnare'],
    kind: 'category',
    codes: ['as-assigned', 'as-adjusted'],
    rule: { role: 'open' },
  },
  interval: { column: 'interval', label: ['Interval', 'Intervall'], kind: 'integer', rule: { role: 'open' } },
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  openedBy: {
    column: 'opened_by',
    label: ['Opened by', 'Öppnad av'],
    kind: 'category',
    codes: ['session', 'module', 'calendar', 'early-close'],
    rule: { role: 'open' },
  },
  openingSessionNumber: {
    column: 'session_no',
    label: ['Session that opens it', 'Session som öppnar det'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  fromAt: { stays: 'a moment' },
  toAt: { stays: 'a moment' },
  fromDate: { column: 'from_day', label: ['From', 'Från'], kind: 'day', rule: { role: 'time' } },
  toDate: { stays: 'the next interval begins there' },
  lengthDays: {
    column: 'length_days',
    label: ['Length', 'Längd'],
    kind: 'length',
    unit: 'd',
    rule: { role: 'interval' },
  },
  closedBy: { column: 'closed_by', label: ['Closed by', 'Stängd av'], kind: 'category', rule: { role: 'open' } },
  n: { column: 'n', label: ['Obligations due', 'Förfallna åtaganden'], kind: 'integer', rule: { role: 'open' } },
  nUnknown: { column: 'n_unknown', label: ['Unknown', 'Okända'], kind: 'integer', rule: { role: 'open' } },
  reportingRate: {
    column: 'reporting_rate',
    label: ['Reporting rate', 'Rapporteringsgrad'],
    kind: 'number',
    range: [0, 1],
    rule: { role: 'open' },
  },
  hMean: { column: 'h_mean', label: ['Mean of the person', 'Personens medel'], kind: 'number', rule: { role: 'open' } },
  hDev: {
    column: 'h_dev',
    label: ['Deviation from the mean of the person', 'Avvikelse från personens medel'],
    kind: 'number',
    rule: { role: 'open' },
  },
  value: {
    column: 'value',
    label: ['Value of the definition', 'Definitionens värde'],
    kind: 'number',
    rule: { role: 'open' },
  },
  best: { column: 'best', label: ['Best case', 'Bästa fall'], kind: 'number', rule: { role: 'open' } },
  worst: { column: 'worst', label: ['Worst case', 'Sämsta fall'], kind: 'number', rule: { role: 'open' } },
  adherent: {
    column: 'adherent',
    label: ['Adherent', 'Följsam'],
    kind: 'category',
    codes: ['adherent', 'non-adherent', 'unknown'],
    rule: { role: 'open' },
  },
  ...metricColumns,
} as const satisfies FieldsOf<IntervalRow>;

export const intervalsTable = tableSource<IntervalRow>({
  name: 'intervals',
  title: ['Intervals', 'Intervall'],
  grain: ['One interval of one person under one denominator', 'Ett intervall för en person med en nämnare'],
  fields,
  computed: [
    {
      column: 'y_k',
      label: ['Outcome at the start', 'Utfall vid start'],
      kind: 'number',
      formula: [
        'Last total of the primary outcome on or before the first day',
        'Senaste summan av primärt utfall till och med första dagen',
      ],
      rule: { role: 'open' },
      value: ({ fromDate }, { scores }) => scores.findLast(({ date }) => date <= fromDate)?.value ?? null,
    },
    {
      column: 'y_k1',
      label: ['Outcome at the end', 'Utfall vid slut'],
      kind: 'number',
      formula: [
        'Last total of the primary outcome after the first day, up to the last',
        'Senaste summan av primärt utfall efter första dagen, till och med den sista',
      ],
      rule: { role: 'open' },
      value: ({ fromDate, toDate }, { scores }) =>
        toDate === null ? null : (scores.findLast(({ date }) => date > fromDate && date <= toDate)?.value ?? null),
    },
  ],
  load: (request) =>
    storedRows(request, IntervalRow, 'definition_id = $3 AND definition_version = $4', [
      request.definition.definitionId,
      request.definition.version,
    ]),
  personOf: ({ participantId }) => participantId,
  order: ({ interval, denominator }) => `${sortable(interval)}/${denominator}`,
});
