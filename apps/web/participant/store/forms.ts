import type { AnswerValues, Field, Text, Worksheet } from '#worksheets/filling';
import { sayer } from '../../language/messages.ts';
import { LANGUAGES } from '../../language/language.ts';
import { formMessages, type FormMessage } from './forms.messages.ts';
import type { InputOf } from './commands.ts';
import type { Day, Homework, Instrument } from './participant.day.ts';
import { documentOf, type Task } from './today.ts';

/** What is filled in: a worksheet, or questions made to look like one. */
export interface Form {
  readonly worksheet: Pick<Worksheet, 'id' | 'version' | 'languages' | 'fields'>;
  /** The whole of it, where there is one to be read and printed. */
  readonly document: Worksheet | undefined;
}

const said = (key: FormMessage): Text =>
  Object.fromEntries(LANGUAGES.map((language) => [language, sayer(formMessages, language)(key)]));

/** The form of a task, in the version that the homework names. */
export function formOf(task: Task, { known }: Day): Form {
  if (task.kind === 'measure') return { worksheet: questionnaire(task.instrument), document: undefined };
  const document = documentOf(task.homework, known);
  if (document === undefined) return { worksheet: plain(task.homework), document };
  return { worksheet: document, document };
}

/** The form that a draft was begun on, where it is still known; the present one otherwise. */
export function boundForm(
  task: Task,
  day: Day,
  bound: Form['worksheet'] | { id: string; version: number } | undefined,
): Form {
  const present = formOf(task, day);
  if (bound === undefined || bound.version === present.worksheet.version) return present;
  const { assignedWorksheets } = day.known;
  const earlier = assignedWorksheets.find(
    ({ templateId, version }) => templateId === bound.id && version === bound.version,
  );
  if (earlier === undefined) return present;
  const document = earlier.document as Worksheet;
  return { worksheet: { ...document, version: earlier.version }, document };
}

/** Homework without a worksheet: how it went, and anything to say about it. */
function plain({ assignmentId, terms: { dose } }: Homework): Form['worksheet'] {
  const options = (['full', 'part', 'alternative', 'unable'] as const).map((value) => ({ value, label: said(value) }));
  const amount: readonly Field[] =
    dose?.unit === 'MINUTES'
      ? [{ id: 'minutes', kind: 'duration', label: said('minutes'), required: false, maxMinutes: 1_440 }]
      : [];
  return {
    ...{ id: assignmentId, version: 1, languages: [...LANGUAGES] },
    fields: [
      { id: 'went', kind: 'choice', label: said('went'), required: false, many: false, options },
      ...amount,
      { id: 'note', kind: 'note', label: said('note'), hint: said('noteHint'), required: false, lines: 4 },
    ],
  };
}

const OUTCOMES: Readonly<Record<string, InputOf<'recordAttempt'>['outcome']>> = {
  ...{ full: 'FULL', part: 'PART', alternative: 'ALTERNATIVE', unable: 'UNABLE' },
};

/** What a plain form says of an attempt. */
export function plainAttempt({
  went,
  note,
  minutes,
}: AnswerValues): Pick<InputOf<'recordAttempt'>, 'outcome' | 'note' | 'done'> {
  return {
    outcome: OUTCOMES[typeof went === 'string' ? went : 'full'] ?? 'FULL',
    note: typeof note === 'string' && note.trim() !== '' ? note : null,
    done: typeof minutes === 'number' ? { amount: minutes, unit: 'MINUTES' } : null,
  };
}

/** A questionnaire: an item a screen, in its own words. */
function questionnaire({ instrumentId, version, items, answers, stem }: Instrument): Form['worksheet'] {
  const hint = stem === null ? {} : { hint: { en: stem } };
  const fields = items.map(({ code, text, min, max }): Field => {
    const options = answers
      .filter(({ value }) => value >= min && value <= max)
      .map(({ value, label }) => ({ value: String(value), label: { en: label } }));
    return { id: code, kind: 'choice', label: { en: text ?? code }, ...hint, required: true, many: false, options };
  });
  return { id: instrumentId, version, languages: ['en'], fields };
}

/** Answers as items of a measure; an item that was passed over has no value. */
export function itemsOf({ items }: Instrument, values: AnswerValues): InputOf<'recordMeasure'>['items'] {
  return items.map(({ code }) => {
    const value = values[code];
    return { item: code, value: typeof value === 'string' ? Number(value) : null };
  });
}

/** Items of which an answer above nothing is a matter of safety. */
export function isRisk({ riskItems }: Instrument, item: string, value: unknown): boolean {
  return riskItems.includes(item) && Number(value ?? 0) > 0;
}
