import { type DataCheck, WHOLE } from '#domain';

/** A statement over what a study has on record, `$1`, and what it is given from `$3` on. */
interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

type Check = DataCheck['check'];
type CheckOf<Kind extends Check['kind']> = Extract<Check, { kind: Kind }>;

/** What is doubted: the columns of a finding, in one shape for every kind of rule. */
const doubted = (category: string, record: string, field: string, part = "''"): string =>
  `x.participant_id AS "participantId", '${category}' AS category, x.${record} AS "recordId", ${field} AS field, ${part} AS part`;

const MEASURE = (field: string): string => doubted('measure', 'measure_id', `'${field}'`);
const ATTEMPT = (field: string): string => doubted('assignment', 'assignment_id', `'${field}'`, 'x.attempt_id');

/** Findings of a rule, before it is known which of them are asked about already. */
export function statementOf(check: Check): Statement {
  switch (check.kind) {
    case 'range':
      return rangeOf(check);
    case 'missing':
      return { text: MISSING[check.of], parameters: [] };
    case 'contradiction':
      return { text: CONTRADICTIONS[check.of], parameters: [] };
    case 'out-of-window':
      return { text: OUT_OF_WINDOW, parameters: [check.instrumentId ?? null] };
    case 'informants-disagree':
      return { text: DISAGREEMENTS, parameters: [check.one, check.other] };
  }
}

const beyond = (figure: string): string => `(${figure} < $3::float8 OR ${figure} > $4::float8)`;

function rangeOf({ of, instrumentId, min, max }: CheckOf<'range'>): Statement {
  const bounds = [min ?? null, max ?? null];
  if (of !== 'measure-total') return { text: RANGES[of], parameters: bounds };
  const text = `SELECT ${MEASURE('total')} FROM outcomes x WHERE x.study_id = $1 AND ${beyond('x.total')}
    AND ($5::text IS NULL OR x.instrument_id = $5::text)`;
  return { text, parameters: [...bounds, instrumentId ?? null] };
}

const RANGES: Readonly<Record<Exclude<CheckOf<'range'>['of'], 'measure-total'>, string>> = {
  'planned-minutes': `SELECT ${doubted('assignment', 'assignment_id', `'terms.dose'`)} FROM assignments x
    WHERE x.study_id = $1 AND x.dose_unit = 'minutes' AND ${beyond('x.dose_amount')}`,
  'attempt-minutes': `SELECT ${ATTEMPT('minutes')} FROM attempts x WHERE x.study_id = $1 AND ${beyond('x.minutes')}`,
  'session-minutes': `SELECT ${doubted('session', 'session_id', `'minutes'`)} FROM sessions x
    WHERE x.study_id = $1 AND ${beyond('x.minutes')}`,
};

const MISSING: Readonly<Record<CheckOf<'missing'>['of'], string>> = {
  'measure-total': `SELECT ${MEASURE('total')} FROM outcomes x WHERE x.study_id = $1 AND x.total IS NULL`,
  'measure-items': `SELECT ${MEASURE('items')} FROM measures x
    WHERE x.study_id = $1 AND x.status = 'recorded' AND x.items_missing > 0`,
  'session-homework': `SELECT ${doubted('session', 'session_id', `'homework'`)} FROM sessions x
    WHERE x.study_id = $1 AND x.state = 'held' AND x.homework_assigned IS NULL`,
  'attempt-difficulty': `SELECT ${ATTEMPT('difficulty')} FROM attempts x
    WHERE x.study_id = $1 AND x.state = 'recorded' AND x.difficulty IS NULL`,
};

const CONTRADICTIONS: Readonly<Record<CheckOf<'contradiction'>['of'], string>> = {
  'completed-before-assigned': `SELECT ${doubted('assignment', 'assignment_id', `'completedAt'`)} FROM assignments x
    WHERE x.study_id = $1 AND x.completed_at < x.assigned_at`,
  'attempt-before-assigned': `SELECT ${ATTEMPT('occurredAt')} FROM attempts x
    JOIN assignments a ON a.assignment_id = x.assignment_id WHERE x.study_id = $1 AND x.occurred_at < a.assigned_at`,
  'session-before-enrolment': `SELECT ${doubted('session', 'session_id', `'occurredAt'`)} FROM sessions x
    JOIN participants e ON e.participant_id = x.participant_id
    WHERE x.study_id = $1 AND x.state = 'held' AND x.local_date < e.enrolled_date`,
};

const OUT_OF_WINDOW = `SELECT ${MEASURE('occurredAt')} FROM measures x JOIN due_measures d
    ON d.participant_id = x.participant_id AND d.instrument_id = x.instrument_id AND d.occasion = x.occasion
  WHERE x.study_id = $1 AND x.status = 'recorded' AND ($3::text IS NULL OR x.instrument_id = $3::text)
    AND (x.local_date < d.opens_on OR x.local_date > d.closes_on)`;

/** Work that is asked for once may be named as a whole, or not at all. */
const obligation = (named: string): string => `coalesce(nullif(${named}, '${WHOLE}'), '')`;

/** What attempts and reports say of an obligation. A report that was corrected or voided is not held against anybody. */
const TOLD = `SELECT t.assignment_id, t.participant_id, ${obligation('t.occurrence')} AS occurrence, t.informant,
    t.outcome IN ('full', 'part', 'alternative') AS done
  FROM attempts t WHERE t.study_id = $1 AND t.state = 'recorded' AND t.outcome IS NOT NULL
  UNION ALL SELECT a.assignment_id, a.participant_id, ${obligation(`(f.data::json ->> 'occurrence')`)},
    f.data::json ->> 'informant', f.data::json ->> 'state' IN ('done', 'part', 'alternative')
  FROM facts f JOIN assignments a ON a.stream = f.stream
  WHERE f.study_id = $1 AND f.type = 'OccurrenceReported' AND NOT EXISTS (SELECT FROM facts c
    WHERE c.stream = f.stream AND c.type IN ('EntryCorrected', 'EntryVoided') AND c.data::json ->> 'entryId' = f.event_id)`;

const DISAGREEMENTS = `SELECT DISTINCT ${doubted(
  'assignment',
  'assignment_id',
  `CASE WHEN x.occurrence = '' THEN 'outcome' ELSE 'outcome.' || x.occurrence END`,
  'x.occurrence',
)} FROM (${TOLD}) x JOIN (${TOLD}) y ON y.assignment_id = x.assignment_id AND y.occurrence = x.occurrence
  WHERE x.informant = $3::text AND y.informant = $4::text AND x.done <> y.done`;
