import type { AssignmentTerms, Fact } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import type { AssignmentTermsColumns } from './assignment-terms.columns.ts';

/** The terms of a first version, or of a proposal. Due dates are days in the participant's time zone (IANA). */
export function termColumns(terms: AssignmentTerms, timeZone: string): AssignmentTermsColumns {
  const { title, focus, medium, performers, setting, visibility } = terms;
  const { difficulty = null, goal = null, rationale = null, instructions = null, confidence = null } = terms;
  const { targetMechanism = null, phase = null, example = null } = terms;
  return {
    ...{ title, focus, medium, performers, setting, visibility },
    ...{ difficulty, goal, rationale, instructions, confidence, targetMechanism, phase, example },
    rationaleGiven: rationale !== null,
    accessibility: terms.accessibility ?? [],
    foreseenObstacles: terms.foreseenObstacles ?? [],
    ...templateColumns(terms.template),
    ...doseColumns(terms.dose),
    ...dueColumns(terms.due, timeZone),
  };
}

type Adjustment = Fact<'AssignmentAdjusted'>['data'];

/** The terms after an adjustment, which names only those that changed and those taken away. */
export function adjustedColumns(
  present: AssignmentTermsColumns,
  { terms: changed, removed = [] }: Pick<Adjustment, 'terms' | 'removed'>,
  timeZone: string,
): AssignmentTermsColumns {
  const kept = removed.reduce<AssignmentTermsColumns>((terms, name) => ({ ...terms, ...TAKEN_AWAY[name] }), present);
  const rationale = changed.rationale ?? kept.rationale;
  return {
    title: changed.title ?? kept.title,
    focus: changed.focus ?? kept.focus,
    medium: changed.medium ?? kept.medium,
    difficulty: changed.difficulty ?? kept.difficulty,
    goal: changed.goal ?? kept.goal,
    targetMechanism: changed.targetMechanism ?? kept.targetMechanism,
    phase: changed.phase ?? kept.phase,
    rationale,
    rationaleGiven: rationale !== null,
    instructions: changed.instructions ?? kept.instructions,
    example: changed.example ?? kept.example,
    accessibility: changed.accessibility ?? kept.accessibility,
    performers: changed.performers ?? kept.performers,
    setting: changed.setting ?? kept.setting,
    visibility: changed.visibility ?? kept.visibility,
    confidence: changed.confidence ?? kept.confidence,
    foreseenObstacles: changed.foreseenObstacles ?? kept.foreseenObstacles,
    ...(changed.template === undefined ? templateOf(kept) : templateColumns(changed.template)),
    ...(changed.dose === undefined ? doseOf(kept) : doseColumns(changed.dose)),
    ...(changed.due === undefined ? dueOf(kept) : dueColumns(changed.due, timeZone)),
  };
}

/** What is left where a term was taken away. */
const TAKEN_AWAY: Readonly<Record<NonNullable<Adjustment['removed']>[number], Partial<AssignmentTermsColumns>>> = {
  template: { templateId: null, templateVersion: null },
  dose: { doseAmount: null, doseUnit: null },
  difficulty: { difficulty: null },
  goal: { goal: null },
  targetMechanism: { targetMechanism: null },
  phase: { phase: null },
  rationale: { rationale: null },
  instructions: { instructions: null },
  example: { example: null },
  accessibility: { accessibility: [] },
  confidence: { confidence: null },
  foreseenObstacles: { foreseenObstacles: [] },
};

function templateColumns(template: AssignmentTerms['template']) {
  return { templateId: template?.templateId ?? null, templateVersion: template?.version ?? null };
}

function templateOf({ templateId, templateVersion }: AssignmentTermsColumns) {
  return { templateId, templateVersion };
}

function doseColumns(dose: AssignmentTerms['dose']) {
  return { doseAmount: dose?.amount ?? null, doseUnit: dose?.unit ?? null };
}

function doseOf({ doseAmount, doseUnit }: AssignmentTermsColumns) {
  return { doseAmount, doseUnit };
}

type DueColumns = Pick<
  AssignmentTermsColumns,
  'dueKind' | 'dueAt' | 'dueDate' | 'dueWeekdays' | 'dueFrom' | 'dueTo' | 'dueBy'
>;

function dueColumns(due: AssignmentTerms['due'], timeZone: string): DueColumns {
  const never = { dueAt: null, dueDate: null, dueWeekdays: [], dueFrom: null, dueTo: null, dueBy: null };
  switch (due.kind) {
    case 'open':
    case 'next-session':
      return { ...never, dueKind: due.kind };
    case 'by':
      return { ...never, dueKind: due.kind, dueAt: due.at, dueDate: localDateOf(due.at, timeZone) };
    case 'recurring': {
      const { kind, weekdays, from, to, by = null } = due;
      return { ...never, dueKind: kind, dueWeekdays: weekdays, dueFrom: from, dueTo: to, dueBy: by };
    }
  }
}

function dueOf({ dueKind, dueAt, dueDate, dueWeekdays, dueFrom, dueTo, dueBy }: AssignmentTermsColumns): DueColumns {
  return { dueKind, dueAt, dueDate, dueWeekdays, dueFrom, dueTo, dueBy };
}
