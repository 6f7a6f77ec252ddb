import type { RejectedRow } from '../rows/import.row.ts';
import type { ReportFile } from '../rejects/report.file.ts';
import type { ImportSummary, OfferedCorrection, Reject } from './import.summary.ts';
import type { Participation } from './participant.preparation.ts';
import type { RowResult } from './participant.import.ts';

export const REJECT_COLUMNS = ['line', 'column', 'value', 'reason'];
export const CORRECTION_COLUMNS = ['line', 'entry', 'event', 'field', 'in the log', 'in the file', 'status'];

const SHOWN = 20;

/** A rejected row in the form of the report. */
export function rejectsOf({ line, problems }: RejectedRow): readonly Reject[] {
  return problems.map((problem) => ({ line, ...problem }));
}

export interface Reports {
  readonly rejects: ReportFile | undefined;
  readonly corrections: ReportFile | undefined;
}

type Counts = Record<
  'imported' | 'already-there' | 'merged' | 'rejected' | 'corrected' | 'correction-offered' | 'conflict',
  number
>;

/** Counts what becomes of the rows, and writes the reports as it goes. */
export class ImportTally {
  /** Rows dealt with, those of a batch under way included. */
  rows = 0;
  private counted = 0;
  private readonly counts: Counts = {
    imported: 0,
    'already-there': 0,
    merged: 0,
    rejected: 0,
    corrected: 0,
    'correction-offered': 0,
    conflict: 0,
  };
  private enrolled = 0;
  private assigned = 0;
  private events = 0;
  private readonly firstRejects: Reject[] = [];
  private readonly firstCorrections: OfferedCorrection[] = [];

  constructor(private readonly reports: Reports) {}

  /** The table that is imported now, where there are several. */
  table = '';

  /** Moves the progress on within a batch. */
  advance(rows: number): void {
    this.rows += rows;
  }

  addEvents(events: number): void {
    this.events += events;
  }

  countParticipation(before: Participation, after: Participation): void {
    this.enrolled += Number(after.enrolled) - Number(before.enrolled);
    this.assigned += after.assigned - before.assigned;
    this.events += after.events - before.events;
  }

  /** @param results of one batch, by line */
  async count(results: readonly RowResult[]): Promise<void> {
    for (const { outcome, events, counted } of results) {
      if (counted) this.counts[outcome.kind] += 1;
      else this.counted -= 1;
      this.events += events;
      if (outcome.kind === 'rejected') await this.reject(outcome.rejects);
      else if ('corrections' in outcome) await this.offer(outcome.corrections);
    }
    this.counted += results.length;
    this.rows = this.counted;
  }

  private async reject(rejects: readonly Reject[]): Promise<void> {
    for (const reject of rejects) {
      if (this.firstRejects.length < SHOWN) this.firstRejects.push(this.named(reject));
      const { line, column, value, reason } = reject;
      await this.reports.rejects?.add([...this.place(), String(line), column, value, reason]);
    }
  }

  private async offer(corrections: readonly OfferedCorrection[]): Promise<void> {
    for (const correction of corrections) {
      if (this.firstCorrections.length < SHOWN) this.firstCorrections.push(this.named(correction));
      const { line, entryId, event, field, logged, filed, status } = correction;
      await this.reports.corrections?.add([
        ...this.place(),
        String(line),
        entryId,
        event,
        field,
        logged,
        filed,
        status,
      ]);
    }
  }

  private place(): readonly string[] {
    return this.table === '' ? [] : [this.table];
  }

  private named<Shown extends object>(shown: Shown): Shown & { readonly table?: string } {
    return this.table === '' ? shown : { ...shown, table: this.table };
  }

  summary(): Omit<ImportSummary, 'dryRun' | 'complete' | 'participants' | 'preparations' | 'ranges' | 'seconds'> {
    return {
      rows: this.counted,
      imported: this.counts.imported,
      merged: this.counts.merged,
      alreadyThere: this.counts['already-there'],
      rejected: this.counts.rejected,
      corrected: this.counts.corrected,
      correctionsOffered: this.counts['correction-offered'],
      conflicts: this.counts.conflict,
      participantsEnrolled: this.enrolled,
      assignmentsConstructed: this.assigned,
      eventsWritten: this.events,
      firstRejects: this.firstRejects,
      firstCorrections: this.firstCorrections,
    };
  }
}
