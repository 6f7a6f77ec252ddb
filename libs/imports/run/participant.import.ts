import type { Fact } from '#domain';
import { canonicalJson } from '../attempts/canonical-json.ts';
import { type Comparison, compareEntry } from '../attempts/entry.comparison.ts';
import type { ImportEntry, ImportRow } from '../rows/import.row.ts';
import {
  type ParticipantSetting,
  type Participation,
  knownHistory,
  prepareAssignment,
  prepareParticipant,
} from './participant.preparation.ts';
import { correctionCommand } from './import.ids.ts';
import type { OfferedCorrection, Reject } from './import.summary.ts';
import type { SurveyedAssignment } from './table.survey.ts';

/** What became of one row. */
export type RowOutcome =
  | { readonly kind: 'imported' | 'already-there' | 'merged' }
  | { readonly kind: 'rejected'; readonly rejects: readonly Reject[] }
  | {
      readonly kind: 'corrected' | 'correction-offered' | 'conflict';
      readonly corrections: readonly OfferedCorrection[];
    };

export interface RowResult {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly events: number;
  /** False for what follows from the table as a whole. */
  readonly counted: boolean;
}

export interface ImportSetting extends ParticipantSetting {
  readonly assignments: ReadonlyMap<string, SurveyedAssignment>;
  /** Whether corrections are sent or only offered. */
  readonly correct: boolean;
}

/** Imports rows of one participant, in their order. What the participant needs is made when the first row is. */
export async function importParticipant(
  rows: readonly ImportRow[],
  participation: Participation,
  setting: ImportSetting,
  stopped: () => boolean,
): Promise<readonly RowResult[]> {
  const results: RowResult[] = [];
  const problem = await prepareParticipant(participation, setting);
  const historyOf = knownHistory(participation, setting);
  for (const row of rows) {
    if (stopped()) break;
    const lacking = problem ?? (await assignmentProblem(row, participation, setting));
    results.push(
      lacking === undefined
        ? await importRow(row, historyOf, setting)
        : refused(row, setting.table.participant.column, row.code, lacking),
    );
  }
  return results;
}

async function assignmentProblem(
  { assignment }: ImportRow,
  participation: Participation,
  setting: ImportSetting,
): Promise<string | undefined> {
  if (assignment === undefined) return undefined;
  const { at, precision, day } = assignment;
  const surveyed = setting.assignments.get(assignment.assignmentId) ?? { at, precision, firstDay: day, lastDay: day };
  return prepareAssignment(assignment, surveyed, participation, setting);
}

function refused(
  { line, followsFromTable }: ImportRow,
  column: string,
  value: string,
  reason: string,
  events = 0,
): RowResult {
  const outcome = { kind: 'rejected', rejects: [{ line, column, value, reason }] } as const;
  return { line, outcome, events, counted: followsFromTable !== true };
}

interface Compared {
  readonly entry: ImportEntry;
  readonly comparison: Comparison;
}

async function importRow(
  row: ImportRow,
  historyOf: (entry: ImportEntry) => Promise<readonly Fact[]>,
  setting: ImportSetting,
): Promise<RowResult> {
  const compared: Compared[] = [];
  for (const entry of row.entries) {
    const history = await historyOf(entry);
    const { event, commandId, content, addedByLog } = entry;
    compared.push({ entry, comparison: compareEntry(history, event, commandId, content, addedByLog) });
  }
  let events = 0;
  for (const { entry } of compared.filter(({ comparison }) => comparison.standing === 'absent')) {
    const sent = await sendEntry(entry, setting);
    if ('problem' in sent) return refused(row, '', '', sent.problem, events);
    events += sent.events;
  }
  const added = compared.some(({ comparison }) => comparison.standing === 'absent');
  const corrections: OfferedCorrection[] = [];
  for (const changed of compared) {
    const correction = await correct(changed, row.line, setting);
    corrections.push(...correction.offered);
    events += correction.events;
  }
  const { line, followsFromTable } = row;
  return { line, outcome: outcomeOf(added, corrections), events, counted: followsFromTable !== true };
}

async function sendEntry(
  { category, command, commandId, occurredAt, occurredPrecision }: ImportEntry,
  { ports, actor, dryRun }: ImportSetting,
): Promise<{ readonly events: number } | { readonly problem: string }> {
  if (dryRun) return { events: 0 };
  const context = { commandId, actor, source: 'import', occurredAt, occurredPrecision } as const;
  const execution = await ports.execute(category, command, context);
  return execution.outcome === 'done' ? { events: execution.events } : { problem: execution.sentence };
}

async function correct(
  { entry, comparison }: Compared,
  line: number,
  setting: ImportSetting,
): Promise<{ readonly offered: readonly OfferedCorrection[]; readonly events: number }> {
  if (comparison.standing === 'absent' || comparison.standing === 'same') return { offered: [], events: 0 };
  const of = { line, entryId: comparison.entryId, event: entry.event };
  if (comparison.standing === 'conflict') {
    const status = comparison.because === 'voided' ? 'voided in the log' : 'corrected by hand in the log';
    return { offered: [{ ...of, field: '', logged: '', filed: '', status }], events: 0 };
  }
  const { status, events } = await sendCorrection(comparison, entry, setting);
  const offered = comparison.differences.map(({ field, logged, filed }) => ({
    ...of,
    field,
    logged: shown(logged),
    filed: shown(filed),
    status,
  }));
  return { offered, events };
}

async function sendCorrection(
  { entryId, lastWordId, replacement }: Extract<Comparison, { standing: 'changed' }>,
  { category, recordId }: ImportEntry,
  { ports, actor, dryRun, correct: wanted }: ImportSetting,
): Promise<{ readonly status: OfferedCorrection['status']; readonly events: number }> {
  if (dryRun || !wanted) return { status: 'offered', events: 0 };
  const commandId = correctionCommand(entryId, lastWordId, canonicalJson(replacement));
  const command = { type: 'CorrectEntry', category, recordId, entryId, replacement, reason: 'source-changed' };
  const execution = await ports.execute(category, command, { commandId, actor, source: 'import' });
  return execution.outcome === 'done' ? { status: 'sent', events: execution.events } : { status: 'refused', events: 0 };
}

function outcomeOf(added: boolean, corrections: readonly OfferedCorrection[]): RowOutcome {
  if (corrections.length === 0) return { kind: added ? 'imported' : 'already-there' };
  const all = (status: OfferedCorrection['status']) => corrections.every((correction) => correction.status === status);
  return { kind: all('sent') ? 'corrected' : all('offered') ? 'correction-offered' : 'conflict', corrections };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
