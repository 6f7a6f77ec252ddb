import { AttemptRow } from '#read-models';
import { INFORMANTS, PERFORMERS } from './code.lists.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

const fields = {
  assignmentId: { stays: 'aid stands for it' },
  attemptId: { stays: 'the same in every release' },
  stream: { stays: 'where it is stored' },
  participantId: PID,
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  version: { column: 'version', label: ['Version', 'Version'], kind: 'integer', rule: { role: 'open' } },
  occurrence: { stays: 'the day is in occurrences' },
  performer: {
    column: 'performer',
    label: ['Performer', 'Utförare'],
    kind: 'category',
    codes: PERFORMERS,
    rule: { role: 'open' },
  },
  informant: {
    column: 'informant',
    label: ['Informant', 'Uppgiftslämnare'],
    kind: 'category',
    codes: INFORMANTS,
    rule: { role: 'open' },
  },
  state: {
    column: 'state',
    label: ['State', 'Tillstånd'],
    kind: 'category',
    codes: ['started', 'recorded', 'abandoned'],
    rule: { role: 'open' },
  },
  outcome: {
    column: 'outcome',
    label: ['Outcome', 'Utfall'],
    kind: 'category',
    codes: ['full', 'part', 'alternative', 'unable'],
    rule: { role: 'open' },
  },
  alternative: {
    column: 'alternative',
    label: ['An alternative was done', 'Ett alternativ gjordes'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  byProxy: {
    column: 'by_proxy',
    label: ['Told by somebody else', 'Berättat av någon annan'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  startedAt: { stays: 'a moment' },
  endedAt: { stays: 'a moment' },
  minutes: {
    column: 'minutes',
    label: ['Time spent', 'Tidsåtgång'],
    kind: 'number',
    unit: 'min',
    rule: { role: 'open' },
  },
  occurredAt: { stays: 'a moment' },
  localDate: { column: 'started_day', label: ['Day', 'Dag'], kind: 'day', rule: { role: 'time' } },
  doneAmount: { column: 'units', label: ['Quantity done', 'Utförd mängd'], kind: 'number', rule: { role: 'open' } },
  doneUnit: {
    column: 'unit',
    label: ['Unit of the quantity', 'Mängdens enhet'],
    kind: 'category',
    codes: ['minutes', 'times', 'records', 'pages', 'modules', 'items', 'days', 'steps', 'programme-days'],
    rule: { role: 'open' },
  },
  difficulty: { column: 'difficulty', label: ['Difficulty', 'Svårighet'], kind: 'integer', rule: { role: 'open' } },
  mastery: { column: 'mastery', label: ['Mastery', 'Bemästrande'], kind: 'integer', rule: { role: 'open' } },
  pleasure: { column: 'pleasure', label: ['Pleasure', 'Glädje'], kind: 'integer', rule: { role: 'open' } },
  helpfulness: { column: 'helpfulness', label: ['Helpfulness', 'Nytta'], kind: 'integer', rule: { role: 'open' } },
  distressBefore: {
    column: 'distress_before',
    label: ['Distress before', 'Obehag före'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  distressAfter: {
    column: 'distress_after',
    label: ['Distress after', 'Obehag efter'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  barriers: { stays: 'given as barrier_codes' },
  note: {
    column: 'note',
    label: ['Note', 'Anteckning'],
    kind: 'freetext',
    rule: { role: 'freetext', export: 'length' },
  },
  entryLagHours: { stays: 'given as entry_lag' },
  visibility: { stays: 'a right, not a measure' },
  feedback: {
    column: 'feedback',
    label: ['Feedback given', 'Återkoppling given'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  source: {
    column: 'source',
    label: ['Entered through', 'Inmatad via'],
    kind: 'category',
    codes: ['web', 'phone-offline', 'paper', 'import', 'system'],
    rule: { role: 'open' },
  },
  recordedAt: { stays: 'a moment' },
} as const satisfies FieldsOf<AttemptRow>;

/** Entries that tell an attempt. */
const OF_ATTEMPTS: readonly string[] = ['AttemptStarted', 'AttemptRecorded', 'AttemptAbandoned', 'WorksheetAnswered'];

export const attemptsTable = tableSource<AttemptRow>({
  name: 'attempts',
  title: ['Attempts', 'Försök'],
  grain: ['One attempt', 'Ett försök'],
  fields,
  computed: [
    {
      column: 'aid',
      label: ['Assignment', 'Uppgift'],
      kind: 'integer',
      formula: [
        'Number of the assignment within the person, in the order in which they were made',
        'Uppgiftens nummer inom personen, i den ordning de gavs',
      ],
      rule: { role: 'open' },
      value: ({ assignmentId }, { assignmentNumber }) => assignmentNumber(assignmentId),
    },
    {
      column: 'barrier_codes',
      label: ['Barriers', 'Hinder'],
      kind: 'text',
      rule: { role: 'open' },
      value: ({ barriers }) => (barriers.length === 0 ? null : [...barriers].sort().join(' ')),
    },
    {
      column: 'entry_lag',
      label: ['Days from the work to its entry', 'Dagar från utförande till inmatning'],
      kind: 'length',
      unit: 'd',
      rule: { role: 'interval' },
      value: ({ entryLagHours }) => entryLagHours / 24,
    },
  ],
  load: (request) => storedRows(request, AttemptRow),
  record: ({ stream, attemptId }) => ({
    stream,
    isOf: ({ type, data }) => OF_ATTEMPTS.includes(type) && 'attemptId' in data && data.attemptId === attemptId,
  }),
  personOf: ({ participantId }) => participantId,
  order: ({ occurredAt, attemptId }) => `${occurredAt}/${attemptId}`,
});
