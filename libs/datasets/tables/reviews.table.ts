import { ReviewRow } from '#read-models';
import { INFORMANTS } from './code.lists.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

const fields = {
  reviewId: { stays: 'the same in every release' },
  assignmentId: { stays: 'aid stands for it' },
  participantId: PID,
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  version: { column: 'version', label: ['Version', 'Version'], kind: 'integer', rule: { role: 'open' } },
  sessionId: { stays: 'session_no stands for it' },
  sessionNumber: {
    column: 'session_no',
    label: ['Session number', 'Sessionsnummer'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  reviewerRole: {
    column: 'reviewer_role',
    label: ['Reviewed by', 'Genomgången av'],
    kind: 'category',
    codes: INFORMANTS,
    rule: { role: 'open' },
  },
  barriers: { stays: 'given as barrier_codes' },
  helpfulness: {
    column: 'helpfulness',
    label: ['Helpfulness, looking back', 'Nytta, i efterhand'],
    kind: 'integer',
    range: [0, 4],
    rule: { role: 'open' },
  },
  note: {
    column: 'note',
    label: ['Note', 'Anteckning'],
    kind: 'freetext',
    rule: { role: 'freetext', export: 'length' },
  },
  occurredAt: { stays: 'a moment' },
  localDate: { column: 'day', label: ['Day', 'Dag'], kind: 'day', rule: { role: 'time' } },
  recordedAt: { stays: 'a moment' },
} as const satisfies FieldsOf<ReviewRow>;

export const reviewsTable = tableSource<ReviewRow>({
  name: 'reviews',
  title: ['Reviews', 'Genomgångar'],
  grain: ['One review of one assignment', 'En genomgång av en uppgift'],
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
  ],
  load: (request) => storedRows(request, ReviewRow),
  record: ({ assignmentId, reviewId }) => ({ stream: `assignment-${assignmentId}`, isOf: ({ id }) => id === reviewId }),
  personOf: ({ participantId }) => participantId,
  order: ({ occurredAt, reviewId }) => `${occurredAt}/${reviewId}`,
});
