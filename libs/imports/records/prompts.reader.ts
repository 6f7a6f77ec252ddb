import type { ReadMoment } from '../attempts/moment.reader.ts';
import type { Cells } from '../attempts/row.cells.ts';
import type { PromptsStatement } from '../mapping/statement.schema.ts';
import type { ImportEntry } from '../rows/import.row.ts';
import { attemptCommand } from '../run/import.ids.ts';
import type { MomentOf } from './record.moments.ts';
import {
  NOTHING_SAID,
  type RowSubject,
  type StatementReader,
  type StatementSettings,
  occurred,
} from './statement.reader.ts';

interface Prompt {
  readonly assignmentId: string;
  readonly occurrence: string;
  readonly scheduled: ReadMoment;
  readonly sent: ReadMoment | undefined;
  readonly started: ReadMoment | undefined;
  readonly stopped: ReadMoment | undefined;
}

const SLOT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/;

/** Prompts: each is an obligation that falls due, and is answered by an attempt, or not at all. */
export function promptsReader(statement: PromptsStatement, { moments, ids }: StatementSettings): StatementReader {
  const scheduledAt = moments.time(statement.scheduled);
  const times = [statement.sent, statement.started, statement.stopped].map((source) =>
    source === undefined ? undefined : { column: [source.column].flat()[0] ?? '', read: moments.time(source) },
  );
  return {
    read: (cells, row) => {
      const scheduled = scheduledAt(cells);
      const slot = slotOf(cells, statement);
      const [sent, started, stopped] = times.map((time) => time && optionally(time, cells));
      if (scheduled === undefined || slot === undefined) return NOTHING_SAID;
      orderly(cells, statement, { sent, started, stopped });
      const name = slot === '' ? statement.name : `${statement.name}-${slot}`;
      const assignmentId = `${row.participantId}:${name}`;
      const occurrence = moments.dayOf(scheduled.at, cells);
      const { initiatedBy, days, terms } = statement;
      const prompt: Prompt = {
        assignmentId,
        occurrence,
        scheduled,
        sent: statement.sent === undefined ? scheduled : sent,
        started,
        stopped,
      };
      return {
        entries: [due(prompt, row, ids), ...answer(prompt, statement, row, ids)],
        assignment: {
          assignmentId,
          name,
          initiatedBy,
          terms: { ...terms, due: { kind: 'daily', days } },
          ...scheduled,
          day: occurrence,
        },
      };
    },
  };
}

/** @returns empty where prompts have no place within the day, undefined where it is missing */
function slotOf(cells: Cells, { slot: column }: PromptsStatement): string | undefined {
  if (column === undefined) return '';
  const slot = cells.required(column, 'the prompt’s place is missing');
  if (slot !== undefined && !SLOT.test(slot)) {
    cells.problem(column, 'consists of more than 20 letters, digits or . _ -');
  }
  return slot;
}

function optionally(time: { readonly column: string; readonly read: MomentOf }, cells: Cells): ReadMoment | undefined {
  return cells.optional(time.column) === undefined ? undefined : time.read(cells);
}

function orderly(
  cells: Cells,
  statement: PromptsStatement,
  { sent, started, stopped }: Readonly<Record<'sent' | 'started' | 'stopped', ReadMoment | undefined>>,
): void {
  const [startColumn = ''] = [statement.started.column].flat();
  const [stopColumn = ''] = [statement.stopped?.column ?? ''].flat();
  if (stopped !== undefined && started === undefined) cells.problem(stopColumn, 'stops what never started');
  if (stopped !== undefined && started !== undefined && stopped.at < started.at) {
    cells.problem(stopColumn, 'stops before it starts');
  }
  if (started === undefined || statement.sent === undefined) return;
  if (sent === undefined) cells.problem(startColumn, 'answers a prompt that was not sent');
  else if (started.at < sent.at) cells.problem(startColumn, 'answers a prompt before it was sent');
}

/** Entries that are bound to a version of the assignment, which the log knows. */
const VERSIONED: ReadonlySet<string> = new Set([
  'OccurrenceDue',
  'AttemptStarted',
  'AttemptRecorded',
  'AttemptAbandoned',
]);

type Ids = StatementSettings['ids'];

function entry(
  prompt: Prompt,
  event: ImportEntry['event'],
  type: string,
  commandId: string,
  content: Readonly<Record<string, unknown>>,
  at: ReadMoment,
): ImportEntry {
  const { assignmentId } = prompt;
  return {
    category: 'assignment',
    recordId: assignmentId,
    event,
    commandId,
    command: { type, assignmentId, ...content },
    ...occurred(at),
    content,
    addedByLog: VERSIONED.has(event) ? ['version'] : [],
  };
}

function due(prompt: Prompt, { rowId }: RowSubject, ids: Ids): ImportEntry {
  const { occurrence, scheduled } = prompt;
  const content = { occurrence, dueAt: new Date(scheduled.at).toISOString(), dueDate: occurrence };
  return entry(prompt, 'OccurrenceDue', 'DueOccurrence', ids.commandAbout(rowId, 'DueOccurrence'), content, scheduled);
}

function answer(prompt: Prompt, statement: PromptsStatement, row: RowSubject, ids: Ids): readonly ImportEntry[] {
  const { occurrence, sent, started, scheduled } = prompt;
  if (started !== undefined) return attempt(prompt, started, statement, row);
  if (sent === undefined) {
    if (statement.unsent.kind === 'unknown') return [];
    const content = { occurrence, reason: statement.unsent.reason };
    const commandId = ids.commandAbout(row.rowId, 'VoidOccurrence');
    return [entry(prompt, 'OccurrenceVoided', 'VoidOccurrence', commandId, content, scheduled)];
  }
  if (statement.unanswered.kind === 'unknown') return [];
  const content = { occurrence, informant: statement.informant, state: statement.unanswered.state };
  const commandId = ids.commandAbout(row.rowId, 'ReportOccurrence');
  return [entry(prompt, 'OccurrenceReported', 'ReportOccurrence', commandId, content, sent)];
}

function attempt(
  prompt: Prompt,
  started: ReadMoment,
  { performer, informant, stoppedMeans, notStopped }: PromptsStatement,
  { rowId: attemptId }: RowSubject,
): readonly ImportEntry[] {
  const { occurrence, stopped } = prompt;
  const startedAt = new Date(started.at).toISOString();
  const begun = { attemptId, occurrence, performer, startedAt };
  const start = entry(
    prompt,
    'AttemptStarted',
    'StartAttempt',
    attemptCommand(attemptId, 'StartAttempt'),
    begun,
    started,
  );
  if (stopped === undefined && notStopped === 'started') return [start];
  if (stopped === undefined && notStopped === 'abandoned') {
    const content = { attemptId, occurrence, informant, barriers: [] };
    const commandId = attemptCommand(attemptId, 'AbandonAttempt');
    return [start, entry(prompt, 'AttemptAbandoned', 'AbandonAttempt', commandId, content, started)];
  }
  const content = {
    ...begun,
    informant,
    outcome: stopped === undefined ? 'part' : stoppedMeans,
    ...(stopped === undefined ? {} : { endedAt: new Date(stopped.at).toISOString() }),
  };
  const commandId = attemptCommand(attemptId, 'RecordAttempt');
  return [start, entry(prompt, 'AttemptRecorded', 'RecordAttempt', commandId, content, stopped ?? started)];
}
