import type { Actor, Fact } from '#domain';
import { ADDED_BY_LOG, type AttemptEntry, entriesOf } from '../attempts/attempt.entries.ts';
import type { AttemptRow } from '../attempts/attempt.row.ts';
import { canonicalJson } from '../attempts/canonical-json.ts';
import { type Comparison, compareEntry } from '../attempts/entry.comparison.ts';
import { type ParticipantSetting, type Participation, prepareParticipant } from './participant.preparation.ts';
import { correctionCommand } from './import.ids.ts';
import type { OfferedCorrection, Reject } from './import.summary.ts';

/** What became of one row. */
export type RowOutcome =
  | { readonly kind: 'imported' | 'already-there' }
  | { readonly kind: 'rejected'; readonly rejects: readonly Reject[] }
  | {
      readonly kind: 'corrected' | 'correction-offered' | 'conflict';
      readonly corrections: readonly OfferedCorrection[];
    };

export interface RowResult {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly events: number;
}

export interface AttemptToImport {
  readonly row: AttemptRow;
  readonly attemptId: string;
}

export interface ImportSetting extends ParticipantSetting {
  readonly actor: Actor;
  /** Whether corrections are sent or only offered. */
  readonly correct: boolean;
}

/** Imports rows of one participant, in their order. What the participant needs is made when the first row is. */
export async function importParticipant(
  attempts: readonly AttemptToImport[],
  participation: Participation,
  setting: ImportSetting,
  stopped: () => boolean,
): Promise<readonly RowResult[]> {
  const results: RowResult[] = [];
  const prepared = await prepareParticipant(participation, setting);
  for (const attempt of attempts) {
    if (stopped()) break;
    results.push(
      'problem' in prepared
        ? refused(attempt.row.line, setting.table.participant.column, attempt.row.code, prepared.problem)
        : await importRow(attempt, prepared.history, participation.assignmentId, setting),
    );
  }
  return results;
}

function refused(line: number, column: string, value: string, reason: string, events = 0): RowResult {
  return { line, outcome: { kind: 'rejected', rejects: [{ line, column, value, reason }] }, events };
}

interface Compared {
  readonly entry: AttemptEntry;
  readonly comparison: Comparison;
}

async function importRow(
  { row, attemptId }: AttemptToImport,
  history: readonly Fact[],
  assignmentId: string,
  setting: ImportSetting,
): Promise<RowResult> {
  const compared = entriesOf(row, attemptId, assignmentId).map((entry) => ({
    entry,
    comparison: compareEntry(history, entry.event, entry.commandId, entry.content, ADDED_BY_LOG),
  }));
  let events = 0;
  for (const { entry } of compared.filter(({ comparison }) => comparison.standing === 'absent')) {
    const sent = await sendEntry(entry, setting);
    if ('problem' in sent) return refused(row.line, '', '', sent.problem, events);
    events += sent.events;
  }
  const added = compared.some(({ comparison }) => comparison.standing === 'absent');
  const corrections: OfferedCorrection[] = [];
  for (const changed of compared) {
    const correction = await correct(changed, row.line, assignmentId, setting);
    corrections.push(...correction.offered);
    events += correction.events;
  }
  return { line: row.line, outcome: outcomeOf(added, corrections), events };
}

async function sendEntry(
  { command, commandId, occurredAt, occurredPrecision }: AttemptEntry,
  { ports, actor, dryRun }: ImportSetting,
): Promise<{ readonly events: number } | { readonly problem: string }> {
  if (dryRun) return { events: 0 };
  const context = { commandId, actor, source: 'import', occurredAt, occurredPrecision } as const;
  const execution = await ports.execute('assignment', command, context);
  return execution.outcome === 'done' ? { events: execution.events } : { problem: execution.sentence };
}

async function correct(
  { entry, comparison }: Compared,
  line: number,
  assignmentId: string,
  setting: ImportSetting,
): Promise<{ readonly offered: readonly OfferedCorrection[]; readonly events: number }> {
  if (comparison.standing === 'absent' || comparison.standing === 'same') return { offered: [], events: 0 };
  const of = { line, entryId: comparison.entryId, event: entry.event };
  if (comparison.standing === 'conflict') {
    const status = comparison.because === 'voided' ? 'voided in the log' : 'corrected by hand in the log';
    return { offered: [{ ...of, field: '', logged: '', filed: '', status }], events: 0 };
  }
  const { status, events } = await sendCorrection(comparison, assignmentId, setting);
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
  assignmentId: string,
  { ports, actor, dryRun, correct: wanted }: ImportSetting,
): Promise<{ readonly status: OfferedCorrection['status']; readonly events: number }> {
  if (dryRun || !wanted) return { status: 'offered', events: 0 };
  const commandId = correctionCommand(entryId, lastWordId, canonicalJson(replacement));
  const record = { category: 'assignment', recordId: assignmentId };
  const command = { type: 'CorrectEntry', ...record, entryId, replacement, reason: 'source-changed' };
  const execution = await ports.execute('assignment', command, { commandId, actor, source: 'import' });
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
