import { OutcomeRow } from '#read-models';
import { INSTRUMENT, INSTRUMENT_VERSION, OCCASION, RATER } from './shared.columns.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

const fields = {
  participantId: PID,
  measureId: { stays: 'the same in every release' },
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  instrumentId: INSTRUMENT,
  instrumentVersion: INSTRUMENT_VERSION,
  instrumentSource: {
    column: 'instrument_source',
    label: ['Where the instrument comes from', 'Instrumentets ursprung'],
    kind: 'category',
    codes: ['built-in', 'study', 'unknown'],
    rule: { role: 'open' },
  },
  occasion: OCCASION,
  day: { stays: 'given as taken' },
  timing: {
    column: 'timing',
    label: ['Before or after the session', 'Före eller efter sessionen'],
    kind: 'category',
    codes: ['before-session', 'after-session', 'between-sessions', 'unknown'],
    rule: { role: 'open' },
  },
  recallDays: {
    column: 'recall_days',
    label: ['Recall period', 'Minnesperiod'],
    kind: 'integer',
    unit: 'd',
    rule: { role: 'open' },
  },
  recallOverlaps: {
    column: 'recall_overlaps',
    label: ['Recall reaches into the interval before', 'Minnesperioden når förra intervallet'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  informant: RATER,
  raterId: { stays: 'staff are not in data sets' },
  assessorBlind: {
    column: 'assessor_blind',
    label: ['Assessor blind', 'Blindad bedömare'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  windowOk: {
    column: 'window_ok',
    label: ['Within its window', 'Inom sitt fönster'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  total: { column: 'total', label: ['Total', 'Summa'], kind: 'number', rule: { role: 'sensitive' } },
  totalFrom: {
    column: 'total_from',
    label: ['Where the total comes from', 'Summans ursprung'],
    kind: 'category',
    rule: { role: 'open' },
  },
  scales: { stays: 'subscales have rows in subscales' },
  itemsMissing: {
    column: 'n_items_missing',
    label: ['Items missing', 'Saknade frågor'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  severity: { column: 'severity', label: ['Severity', 'Svårighetsgrad'], kind: 'category', rule: { role: 'open' } },
  riskItems: { stays: 'safety, not analysis' },
  scoringVersion: {
    column: 'scoring_version',
    label: ['Version of the scoring', 'Poängsättningens version'],
    kind: 'text',
    rule: { role: 'open' },
  },
  problem: {
    column: 'problem',
    label: ['Why there is no score', 'Varför poäng saknas'],
    kind: 'category',
    codes: [
      'unknown-instrument',
      'impossible-answer',
      'too-many-missing',
      'total-out-of-range',
      'total-differs',
      'no-total',
    ],
    rule: { role: 'open' },
  },
  occurredAt: { stays: 'a moment' },
  localDate: { column: 'taken', label: ['Taken', 'Gjord'], kind: 'day', rule: { role: 'time' } },
  recordedAt: { stays: 'a moment' },
} as const satisfies FieldsOf<OutcomeRow>;

export const outcomesTable = tableSource<OutcomeRow>({
  name: 'outcomes',
  title: ['Outcomes', 'Utfall'],
  grain: ['One instrument on one occasion of one person', 'Ett instrument vid ett tillfälle för en person'],
  fields,
  load: (request) => storedRows(request, OutcomeRow),
  record: ({ measureId }) => ({ stream: `measure-${measureId}`, isOf: ({ type }) => type === 'MeasureRecorded' }),
  personOf: ({ participantId }) => participantId,
  order: ({ occurredAt, measureId }) => `${occurredAt}/${measureId}`,
});
