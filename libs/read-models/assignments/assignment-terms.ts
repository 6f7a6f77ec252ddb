import type { AssignmentTerms, Fact } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import type { AssignmentTermsColumns } from './assignment-terms.columns.ts';

/** The terms of a first version. Due dates are days in the participant's time zone (IANA). */
export function termColumns(terms: AssignmentTerms, timeZone: string): AssignmentTermsColumns {
  const { title, focus, medium, performers, setting, visibility } = terms;
  const { difficulty = null, goal = null, rationale = null, instructions = null, confidence = null } = terms;
  return {
    ...{ title, focus, medium, performers, setting, visibility },
    ...{ difficulty, goal, rationale, instructions, confidence },
    foreseenObstacles: terms.foreseenObstacles ?? [],
    ...templateColumns(terms.template),
    ...doseColumns(terms.dose),
    ...dueColumns(terms.due, timeZone),
  };
}

type ChangedTerms = Fact<'AssignmentAdjusted'>['data']['terms'];

/** The terms after an adjustment, which names only those that changed. */
export function adjustedColumns(
  present: AssignmentTermsColumns,
  changed: ChangedTerms,
  timeZone: string,
): AssignmentTermsColumns {
  return {
    title: changed.title ?? present.title,
    focus: changed.focus ?? present.focus,
    medium: changed.medium ?? present.medium,
    difficulty: changed.difficulty ?? present.difficulty,
    goal: changed.goal ?? present.goal,
    rationale: changed.rationale ?? present.rationale,
    instructions: changed.instructions ?? present.instructions,
    performers: changed.performers ?? present.performers,
    setting: changed.setting ?? present.setting,
    visibility: changed.visibility ?? present.visibility,
    confidence: changed.confidence ?? present.confidence,
    foreseenObstacles: changed.foreseenObstacles ?? present.foreseenObstacles,
    ...(changed.template === undefined ? templateOf(present) : templateColumns(changed.template)),
    ...(changed.dose === undefined ? doseOf(present) : doseColumns(changed.dose)),
    ...(changed.due === undefined ? dueOf(present) : dueColumns(changed.due, timeZone)),
  };
}

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

function dueColumns(due: AssignmentTerms['due'], timeZone: string) {
  if (due.kind !== 'by') return { dueKind: due.kind, dueAt: null, dueDate: null };
  return { dueKind: due.kind, dueAt: due.at, dueDate: localDateOf(due.at, timeZone) };
}

function dueOf({ dueKind, dueAt, dueDate }: AssignmentTermsColumns) {
  return { dueKind, dueAt, dueDate };
}
