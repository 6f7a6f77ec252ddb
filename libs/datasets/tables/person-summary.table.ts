import { PersonSummaryRow } from '#read-models';
import { CHANGES } from './code.lists.ts';
import { INSTRUMENT, INSTRUMENT_VERSION, RATER } from './shared.columns.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

const fields = {
  participantId: PID,
  instrumentId: INSTRUMENT,
  informant: RATER,
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  instrumentVersion: INSTRUMENT_VERSION,
  scored: {
    column: 'n_scored',
    label: ['Scored measures', 'Poängsatta mätningar'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  unscored: {
    column: 'n_unscored',
    label: ['Measures without score', 'Mätningar utan poäng'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  preOccasion: {
    column: 'pre_occasion',
    label: ['First occasion', 'Första tillfället'],
    kind: 'text',
    rule: { role: 'open' },
  },
  preAt: { stays: 'a moment' },
  pre: { column: 'pre', label: ['First score', 'Första poäng'], kind: 'number', rule: { role: 'open' } },
  postOccasion: {
    column: 'post_occasion',
    label: ['Last occasion', 'Sista tillfället'],
    kind: 'text',
    rule: { role: 'open' },
  },
  postAt: { stays: 'a moment' },
  post: { column: 'post', label: ['Last score', 'Sista poäng'], kind: 'number', rule: { role: 'open' } },
  change: {
    column: 'change',
    label: ['Change', 'Förändring'],
    kind: 'number',
    formula: ['post - pre', 'post - pre'],
    rule: { role: 'open' },
  },
  percentChange: {
    column: 'percent_change',
    label: ['Change in percent of the first score', 'Förändring i procent'],
    kind: 'number',
    rule: { role: 'open' },
  },
  reliableChangeIndex: {
    column: 'rc',
    label: ['Reliable change index', 'Reliabelt förändringsindex'],
    kind: 'number',
    formula: ['(post - pre) / S_diff', '(post - pre) / S_diff'],
    source: 'Jacobson & Truax, J Consult Clin Psychol 59(1), 1991',
    rule: { role: 'open' },
  },
  reliableByIndex: {
    column: 'reliable_by_index',
    label: ['Reliable change by index', 'Reliabel förändring enligt index'],
    kind: 'category',
    codes: CHANGES,
    rule: { role: 'open' },
  },
  reliableByPoints: {
    column: 'reliable_by_points',
    label: ['Reliable change by points', 'Reliabel förändring enligt poäng'],
    kind: 'category',
    codes: CHANGES,
    rule: { role: 'open' },
  },
  category: {
    column: 'category',
    label: ['Category of change', 'Förändringskategori'],
    kind: 'category',
    codes: ['recovered', 'improved', 'unchanged', 'deteriorated', 'not-clinical-at-start'],
    rule: { role: 'sensitive' },
  },
  response: { column: 'response', label: ['Response', 'Respons'], kind: 'boolean', rule: { role: 'open' } },
  remission: { column: 'remission', label: ['Remission', 'Remission'], kind: 'boolean', rule: { role: 'open' } },
  casenessStart: {
    column: 'caseness_start',
    label: ['Case at the start', 'Fall vid start'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  casenessEnd: {
    column: 'caseness_end',
    label: ['Case at the end', 'Fall vid slut'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  source: {
    column: 'figures_from',
    label: ['Where the figures come from', 'Siffrornas källa'],
    kind: 'text',
    rule: { role: 'open' },
  },
  reason: {
    column: 'reason',
    label: ['Why there is no change', 'Varför förändring saknas'],
    kind: 'category',
    codes: ['no-score', 'one-score', 'versions-differ', 'unknown-instrument'],
    rule: { role: 'open' },
  },
} as const satisfies FieldsOf<PersonSummaryRow>;

export const personSummaryTable = tableSource<PersonSummaryRow>({
  name: 'person_summary',
  title: ['Change by person', 'Förändring per person'],
  grain: ['One instrument of one person', 'Ett instrument för en person'],
  course: false,
  fields,
  load: (request) => storedRows(request, PersonSummaryRow),
  personOf: ({ participantId }) => participantId,
  order: ({ instrumentId, informant }) => `${instrumentId}/${informant}`,
});
