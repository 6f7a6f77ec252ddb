import { type AnswerValues, checkAnswers, stateOf } from '#worksheets/filling';
import type { Language } from '../../language/language.ts';
import type { InputOf } from './commands.ts';
import { filesOf } from './files.ts';
import { type Form, isRisk, itemsOf, plainAttempt } from './forms.ts';
import type { HandingIn, Phone } from './phone.ts';
import type { Task } from './today.ts';

export interface Finished {
  readonly task: Task;
  readonly form: Form;
  readonly values: AnswerValues;
  readonly title: string;
  readonly language: Language;
  readonly startedAt: string;
}

/** The screen of the first answer that is too long to be taken; everything else is taken as it is. */
export function tooLong({ document }: Form, values: AnswerValues): string | undefined {
  if (document === undefined) return undefined;
  const { id, version } = document;
  const checked = checkAnswers(document, { worksheet: { id, version }, values }, 'draft');
  const fault = checked.ok ? undefined : checked.faults.find(({ code }) => code === 'TooLong' || code === 'TooLarge');
  const [, field = '', row, column] = /^values\.([\w-]+)(?:\[(\d+)\]\.([\w-]+))?/.exec(fault?.path ?? '') ?? [];
  if (fault === undefined) return undefined;
  return row === undefined ? field : `${field}/${row}/${column ?? ''}`;
}

/**
 * Hands in what was filled in, under the id of its draft: handed in twice, it is there once.
 * @returns whether an answer is a matter of safety
 */
export async function handIn(phone: Phone, finished: Finished): Promise<{ readonly risk: boolean }> {
  const { task } = finished;
  await phone.handIn(task.id, (draft) => {
    if (task.kind === 'measure') return measureOf(phone.person, { ...finished, task }, draft);
    return finished.form.document === undefined
      ? plainOf({ ...finished, task }, draft)
      : worksheetOf({ ...finished, task }, draft);
  });
  return { risk: task.kind === 'measure' && riskIn(task.instrument, finished.values) };
}

const riskIn = (instrument: Parameters<typeof isRisk>[0], values: AnswerValues): boolean =>
  Object.entries(values).some(([item, value]) => isRisk(instrument, item, value));

type Of<Kind extends Task['kind']> = Finished & { readonly task: Extract<Task, { kind: Kind }> };

/** When it was done, by the phone's clock, which may have been set back meanwhile. */
function period(startedAt: string): { readonly startedAt: string; readonly endedAt: string } {
  const endedAt = new Date().toISOString();
  return { startedAt: startedAt < endedAt ? startedAt : endedAt, endedAt };
}

function worksheetOf({ task, form, values, title, language, startedAt }: Of<'homework'>, draft: string): HandingIn {
  const { id, version } = form.worksheet;
  const worksheet = { id, version };
  const answers = { worksheet, language, values };
  const checked =
    form.document === undefined ? undefined : checkAnswers({ ...form.document, version }, answers, 'draft');
  const { assignmentId } = task.homework;
  const input: InputOf<'submitWorksheet'> = {
    ...{ assignmentId, attemptId: draft, performer: 'CLIENT', informant: 'CLIENT', ...period(startedAt) },
    ...(task.occurrence === undefined ? {} : { occurrence: task.occurrence }),
    outcome: stateOf(form.worksheet, values).unanswered.length === 0 ? 'FULL' : 'PART',
    worksheet: { templateId: id, version },
    // What the validator would not take goes as it stands: the server says why, and the text is kept.
    answers: JSON.stringify(checked?.ok === true ? checked.answers : answers),
  };
  const files = filesOf(values, { assignmentId, attemptId: draft });
  return { command: { name: 'submitWorksheet', input }, told: { title, files } };
}

function plainOf({ task, values, title, startedAt }: Of<'homework'>, draft: string): HandingIn {
  const { assignmentId } = task.homework;
  const input: InputOf<'recordAttempt'> = {
    ...{ assignmentId, attemptId: draft, performer: 'CLIENT', informant: 'CLIENT', ...period(startedAt) },
    ...(task.occurrence === undefined ? {} : { occurrence: task.occurrence }),
    ...plainAttempt(values),
  };
  return { command: { name: 'recordAttempt', input }, told: { title } };
}

function measureOf(participantId: string, { task, values, title }: Of<'measure'>, draft: string): HandingIn {
  const { instrument, measure } = task;
  const input: InputOf<'recordMeasure'> = {
    ...{ participantId, measureId: draft, informant: 'CLIENT', timing: 'BETWEEN_SESSIONS' },
    instrument: { instrumentId: instrument.instrumentId, version: instrument.version },
    occasion: measure.occasion,
    items: itemsOf(instrument, values),
    ...(instrument.recallDays === null ? {} : { recallDays: instrument.recallDays }),
  };
  return { command: { name: 'recordMeasure', input }, told: { title } };
}
