import type { ImportRow, ReadRow, RejectedRow } from '../rows/import.row.ts';
import type { RepeatedRows } from '../records/repeated.rows.ts';
import type { ClaimLedger } from './claim.ledger.ts';
import type { ImportProgress } from './import.summary.ts';
import { type ImportTally, rejectsOf } from './import.tally.ts';
import { type ImportSetting, type RowResult, importParticipant } from './participant.import.ts';
import { type Participation, participationOf } from './participant.preparation.ts';
import { type TableSource, rowsOf } from './table.source.ts';
import type { ImportSurvey } from './table.survey.ts';

/** Rows that are worked on together; participants within them go side by side, each in the order of its rows. */
const BATCH_ROWS = 4_096;

export interface TableImport {
  readonly at: TableSource;
  readonly repeated: RepeatedRows;
  readonly survey: ImportSurvey;
  readonly claims: ClaimLedger;
  /** Participants of all tables, as they are met. */
  readonly participations: Map<string, Participation>;
  readonly setting: ImportSetting;
  /** Participants worked on at the same time. */
  readonly concurrency: number;
  readonly tally: ImportTally;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: ImportProgress) => void;
}

interface Work {
  readonly results: RowResult[];
  readonly rows: Map<Participation, ImportRow[]>;
}

/**
 * Reads a file again and imports it.
 * @returns false when it was stopped on request; what was begun is finished then
 */
export async function importRows(run: TableImport): Promise<boolean> {
  const { at, survey, tally } = run;
  const take = sorter(run);
  const stopped = () => run.signal?.aborted === true;
  const report = () =>
    run.onProgress({ stage: 'importing', done: tally.rows, total: survey.rows, unit: 'rows', rows: tally.rows });
  let work = emptyWork();
  let waiting = 0;
  for await (const read of rowsOf(at, run.repeated)) {
    take(read, work);
    waiting += 1;
    if (waiting < BATCH_ROWS) continue;
    await carryOut(work, run, stopped, report);
    if (stopped()) return false;
    [work, waiting] = [emptyWork(), 0];
  }
  await carryOut(work, run, stopped, report);
  return !stopped();
}

function emptyWork(): Work {
  return { results: [], rows: new Map() };
}

/** Puts a row where it belongs: rejected already, or to be imported for its participant. */
function sorter({ at, survey, claims, participations, setting }: TableImport): (read: ReadRow, work: Work) => void {
  const participation = (code: string): Participation => {
    const known = participations.get(code);
    if (known !== undefined) return known;
    const fresh = participationOf(code, survey.participants.get(code) ?? { enrolment: undefined }, setting.studyId);
    participations.set(code, fresh);
    return fresh;
  };
  return (read, work) => {
    if ('merged' in read) {
      work.results.push({ line: read.merged.line, outcome: { kind: 'merged' }, events: 0, counted: true });
      return;
    }
    if ('rejected' in read) {
      work.results.push(rejection(read.rejected, true));
      return;
    }
    const { row } = read;
    const settled = claims.settle(at.table.name, row);
    if ('problems' in settled) {
      const rejected = { line: row.line, problems: settled.problems };
      work.results.push(rejection(rejected, row.followsFromTable !== true));
      return;
    }
    const owner = participation(row.code);
    const remaining = settled.entries === row.entries ? row : { ...row, entries: settled.entries };
    const rows = work.rows.get(owner);
    if (rows === undefined) work.rows.set(owner, [remaining]);
    else rows.push(remaining);
  };
}

function rejection(rejected: RejectedRow, counted: boolean): RowResult {
  return { line: rejected.line, outcome: { kind: 'rejected', rejects: rejectsOf(rejected) }, events: 0, counted };
}

async function carryOut(
  { results, rows }: Work,
  { setting, concurrency, tally }: TableImport,
  stopped: () => boolean,
  report: () => void,
): Promise<void> {
  const waiting = [...rows].reverse();
  let failed = false;
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined && !stopped() && !failed; next = waiting.pop()) {
      const [participation, own] = next;
      const before = { ...participation };
      const outcomes = await importParticipant(own, participation, setting, () => stopped() || failed);
      tally.countParticipation(before, participation);
      results.push(...outcomes);
      tally.advance(outcomes.length);
      report();
    }
  };
  const workers = Array.from({ length: Math.min(concurrency, rows.size) }, () =>
    worker().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  const ended = await Promise.allSettled(workers);
  results.sort((one, other) => one.line - other.line);
  await tally.count(results);
  report();
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
