import type { Worksheet } from '#worksheets/filling';
import { type Day as CalendarDay, dayIn, daysAfter, weekOf } from './calendar.ts';
import type { Day, DueMeasure, Entry, Homework, Instrument, Occurrence } from './participant.day.ts';
import type { Waiting } from './waiting.ts';

/** Something to do: a piece of homework, perhaps on a certain day, or a questionnaire. */
export type Task =
  | {
      readonly kind: 'homework';
      /** Stands in addresses and drafts. */
      readonly id: string;
      readonly homework: Homework;
      /** The day asked for, of recurring work. */
      readonly occurrence: CalendarDay | undefined;
      readonly dueOn: CalendarDay | undefined;
    }
  | {
      readonly kind: 'measure';
      readonly id: string;
      readonly measure: DueMeasure;
      readonly instrument: Instrument;
      readonly dueOn: CalendarDay;
    };

export interface Done {
  readonly title: string;
  readonly on: CalendarDay;
  /** Still on this phone. */
  readonly waits: boolean;
  readonly assignmentId: string | undefined;
  readonly attemptId: string | undefined;
}

export interface Today {
  readonly date: CalendarDay;
  /** First what is most pressing. */
  readonly tasks: readonly Task[];
  /** Without a day; to be done whenever. */
  readonly anyTime: readonly Task[];
  readonly suggested: readonly Homework[];
  readonly doneThisWeek: readonly Done[];
}

/** The worksheet that homework is done on, in the version that its terms name; none for homework without one. */
export function documentOf(
  { terms: { template } }: Homework,
  { assignedWorksheets }: Day['known'],
): Worksheet | undefined {
  const found = assignedWorksheets.find(
    ({ templateId, version }) => templateId === template?.templateId && version === template.version,
  );
  // The server has read it by the format's own parser; the version that counts is the one it was put into use as.
  return found === undefined ? undefined : { ...(found.document as Worksheet), version: found.version };
}

export const titleOf = ({ terms: { title } }: Homework): string => title.text ?? '';

const JOURNAL = 'journal-';
/** The journal that a participant keeps for themselves: the same id on every phone. */
export const journalOf = (participantId: string): string => `${JOURNAL}${participantId}`;
const isJournal = ({ assignmentId }: { readonly assignmentId: string }): boolean => assignmentId.startsWith(JOURNAL);

/** What there is to do, from what the server knew last and what was done here since. Pure. */
export function todayOf(day: Day, told: readonly Waiting[], now: Date): Today {
  const { known } = day;
  const date = dayIn(known.participant?.timeZone ?? 'UTC', now);
  const here = doneHere(told);
  const tasks = known.assignments.nodes.flatMap((homework) =>
    homework.status === 'ACTIVE' && !isJournal(homework) ? tasksOf(homework, known.occurrences.nodes, date) : [],
  );
  const open = tasks.filter((task) => !here.has(task.id));
  const measures = measuresOf(day).filter(({ id }) => !here.has(id));
  const dated = [...measures, ...open.filter(({ dueOn }) => dueOn !== undefined && dueOn <= daysAfter(date, 7))];
  const declined = new Set(
    told.flatMap(({ command }) => (command.name === 'declineAssignment' ? [command.input.assignmentId] : [])),
  );
  return {
    date,
    tasks: dated.filter((task) => !isDeclined(task, declined)).sort(byUrgency),
    anyTime: open.filter((task) => !dated.includes(task) && !isDeclined(task, declined)),
    suggested: known.assignments.nodes.filter((one) => one.status === 'PROPOSED' && !declined.has(one.assignmentId)),
    doneThisWeek: doneIn(weekOf(date), day, told),
  };
}

const isDeclined = (task: Task, declined: ReadonlySet<string | number>): boolean =>
  task.kind === 'homework' && declined.has(task.homework.assignmentId);

const byUrgency = (one: Task, other: Task): number => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999');

/** Work of one piece of homework that is to be done: the one of today where it recurs, the whole otherwise. */
function tasksOf(homework: Homework, occurrences: readonly Occurrence[], today: CalendarDay): readonly Task[] {
  const { assignmentId, terms } = homework;
  const own = occurrences.filter((one) => one.assignmentId === assignmentId);
  if (terms.due.kind === 'RECURRING') {
    const { from, to, weekdays } = terms.due;
    const asked = (from ?? '') <= today && today <= (to ?? '9999') && weekdays.includes(weekdayOf(today));
    const done = own.some(({ dueDate, state }) => dueDate === today && isOver(state));
    return asked && !done ? [homeworkTask(homework, today, today)] : [];
  }
  const whole = own.find(({ occurrence }) => occurrence === 'whole');
  const over = whole !== undefined && isOver(whole.state);
  // What has no moment to be due may be done again and again.
  if (over && terms.due.kind !== 'OPEN') return [];
  return [homeworkTask(homework, undefined, terms.due.date ?? whole?.dueDate ?? undefined)];
}

const isOver = (state: Occurrence['state']): boolean => state !== 'OPEN' && state !== 'UNKNOWN';

const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
const weekdayOf = (day: CalendarDay): (typeof WEEKDAYS)[number] =>
  WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'SUNDAY';

export function homeworkTask(
  homework: Homework,
  occurrence: CalendarDay | undefined,
  dueOn: CalendarDay | undefined,
): Extract<Task, { kind: 'homework' }> {
  return { kind: 'homework', id: homeworkId(homework.assignmentId, occurrence), homework, occurrence, dueOn };
}

const homeworkId = (assignmentId: string, occurrence: string | null | undefined): string =>
  `${assignmentId}@${occurrence ?? 'whole'}`;
const measureId = (instrumentId: string, occasion: string): string => `measure:${instrumentId}@${occasion}`;

/** Questionnaires that are due and whose words are here. */
export function measuresOf({ known }: Day): readonly Extract<Task, { kind: 'measure' }>[] {
  return known.dueMeasures.flatMap((measure) => {
    const instrument = known.builtInInstruments.find(({ instrumentId }) => instrumentId === measure.instrumentId);
    if (instrument === undefined || instrument.texts === 'NOT_INSTALLED') return [];
    const id = measureId(measure.instrumentId, measure.occasion);
    return [{ kind: 'measure', id, measure, instrument, dueOn: measure.dueOn } as const];
  });
}

/** Tasks that were dealt with on this phone and that the server may not know yet. */
function doneHere(told: readonly Waiting[]): ReadonlySet<string> {
  return new Set(
    told.flatMap(({ command }) => {
      switch (command.name) {
        case 'submitWorksheet':
        case 'recordAttempt':
        case 'reportOccurrence':
          return [homeworkId(String(command.input.assignmentId), command.input.occurrence)];
        case 'recordMeasure':
          return [measureId(String(command.input.instrument.instrumentId), command.input.occasion)];
        case 'declineAssignment':
        case 'proposeHomework':
        case 'requestClarification':
        case 'changeSharing':
        case 'setReminderPreferences':
        case 'pauseReminders':
        case 'resumeReminders':
        case 'withdrawConsent':
        case 'openHomework':
        case 'keepJournal':
          return [];
      }
    }),
  );
}

/** What was done on these days, newest first; what is still here comes first. */
export function doneIn(days: readonly CalendarDay[], { known }: Day, told: readonly Waiting[]): readonly Done[] {
  const zone = known.participant?.timeZone ?? 'UTC';
  const waiting = told.flatMap(({ command, title, occurredAt }): readonly Done[] => {
    const on = dayIn(zone, new Date(occurredAt));
    if (command.name === 'recordMeasure')
      return [{ title, on, waits: true, assignmentId: undefined, attemptId: String(command.input.measureId) }];
    if (command.name !== 'submitWorksheet' && command.name !== 'recordAttempt') return [];
    const assignmentId = String(command.input.assignmentId);
    if (isJournal({ assignmentId })) return [];
    return [
      {
        title,
        on,
        waits: true,
        assignmentId,
        attemptId: command.input.attemptId === undefined ? undefined : String(command.input.attemptId),
      },
    ];
  });
  const here = new Set(waiting.flatMap(({ attemptId }) => attemptId ?? []));
  const titles = new Map(known.assignments.nodes.map((one) => [one.assignmentId, titleOf(one)]));
  const recorded = known.attempts.nodes.flatMap((entry) => doneOf(entry, titles, here));
  const measured = known.measures.nodes.flatMap(({ measureId: id, instrumentId, localDate: on }): readonly Done[] => {
    const title = known.builtInInstruments.find((one) => one.instrumentId === instrumentId)?.title ?? instrumentId;
    return here.has(id) ? [] : [{ title, on, waits: false, assignmentId: undefined, attemptId: id }];
  });
  return [...waiting, ...recorded, ...measured].filter(({ on }) => days.includes(on));
}

function doneOf(entry: Entry, titles: ReadonlyMap<string, string>, here: ReadonlySet<string>): readonly Done[] {
  const { assignmentId, attemptId, localDate, state } = entry;
  const title = titles.get(assignmentId);
  if (state !== 'RECORDED' || title === undefined || isJournal(entry) || here.has(attemptId)) return [];
  return [{ title, on: localDate, waits: false, assignmentId, attemptId }];
}

/** The task that an address names. */
export function taskById(day: Day, id: string): Task | undefined {
  const measure = measuresOf(day).find((task) => task.id === id);
  if (measure !== undefined) return measure;
  const at = id.lastIndexOf('@');
  const homework = day.known.assignments.nodes.find(({ assignmentId }) => assignmentId === id.slice(0, at));
  if (homework === undefined) return undefined;
  const occurrence = id.slice(at + 1);
  return occurrence === 'whole'
    ? homeworkTask(homework, undefined, homework.terms.due.date ?? undefined)
    : homeworkTask(homework, occurrence, occurrence);
}
