import { RatingScoreRow } from '#read-models';
import { INFORMANTS } from './code.lists.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

/** What observers say of a therapist’s work is about the therapist too: it leaves where that therapist agreed. */
const COMPETENCE = `(rater_role <> 'observer' OR NOT EXISTS (
  SELECT FROM sessions s CROSS JOIN unnest(s.deliverers) AS d WHERE s.session_id = target_session_id
   AND NOT EXISTS (SELECT FROM therapists t WHERE t.therapist_id = d AND t.study_id = s.study_id
     AND t.consent_scopes @> ARRAY['fidelity-rating', 'data-sharing'])))`;

const fields = {
  participantId: PID,
  ratingId: { stays: 'the same in every release' },
  kind: {
    column: 'kind',
    label: ['Item or scale', 'Fråga eller skala'],
    kind: 'category',
    codes: ['item', 'scale'],
    rule: { role: 'open' },
  },
  name: {
    column: 'subscale',
    label: ['Item or scale name', 'Frågans eller skalans namn'],
    kind: 'text',
    rule: { role: 'open' },
  },
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  formId: { column: 'instrument', label: ['Rating form', 'Skattningsformulär'], kind: 'text', rule: { role: 'open' } },
  formVersion: {
    column: 'form_version',
    label: ['Version of the form', 'Formulärets version'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  raterId: { stays: 'staff are not in data sets' },
  raterRole: {
    column: 'rater_role',
    label: ['Rater', 'Skattare'],
    kind: 'category',
    codes: INFORMANTS,
    rule: { role: 'open' },
  },
  targetKind: {
    column: 'target',
    label: ['What was rated', 'Vad som skattades'],
    kind: 'category',
    codes: ['assignment', 'session', 'interval'],
    rule: { role: 'open' },
  },
  targetAssignmentId: { stays: 'aid stands for it' },
  targetVersion: {
    column: 'version',
    label: ['Version rated', 'Skattad version'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  targetSessionId: { stays: 'its day is day' },
  targetFrom: { stays: 'a moment' },
  targetTo: { stays: 'a moment' },
  retrospective: {
    column: 'retrospective',
    label: ['Looking back', 'I efterhand'],
    kind: 'boolean',
    rule: { role: 'open' },
  },
  value: { column: 'value', label: ['Value', 'Värde'], kind: 'number', rule: { role: 'open' } },
  missing: { column: 'n_missing', label: ['Items missing', 'Saknade frågor'], kind: 'integer', rule: { role: 'open' } },
  occurredAt: { stays: 'a moment' },
  localDate: { column: 'day', label: ['Day', 'Dag'], kind: 'day', rule: { role: 'time' } },
} as const satisfies FieldsOf<RatingScoreRow>;

export const ratingsTable = tableSource<RatingScoreRow>({
  name: 'ratings',
  title: ['Ratings', 'Skattningar'],
  grain: ['One score of one rating', 'Ett värde i en skattning'],
  fields,
  computed: [
    {
      column: 'aid',
      label: ['Assignment', 'Uppgift'],
      kind: 'integer',
      rule: { role: 'open' },
      value: ({ targetAssignmentId }, { assignmentNumber }) =>
        targetAssignmentId === null ? null : assignmentNumber(targetAssignmentId),
    },
  ],
  load: (request) => storedRows(request, RatingScoreRow, COMPETENCE),
  record: ({ ratingId }) => ({ stream: `rating-${ratingId}`, isOf: ({ type }) => type === 'RatingRecorded' }),
  personOf: ({ participantId }) => participantId,
  order: ({ occurredAt, ratingId, kind, name }) => `${occurredAt}/${ratingId}/${kind}/${name}`,
});
