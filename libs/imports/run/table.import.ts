import type { AttemptRow, ReadRow } from '../attempts/attempt.row.ts';
import { type ImportTally, rejectsOf } from './import.tally.ts';
import { type AttemptToImport, type ImportSetting, type RowResult, importParticipant } from './participant.import.ts';
import { type Participation, participationOf } from './participant.preparation.ts';
import { type TableSource, type TableSurvey, repetitions, rowsOf } from './table.survey.ts';

/** Rows that are worked on together; participants within them go side by side, each in the order of its rows. */
const BATCH_ROWS = 4_096;

export interface TableImport {
  readonly at: TableSource;
  readonly survey: TableSurvey;
  readonly setting: ImportSetting;
  /** Participants worked on at the same time. */
  readonly concurrency: number;
  readonly tally: ImportTally;
}

interface Work {
  readonly results: RowResult[];
  readonly attempts: Map<Participation, AttemptToImport[]>;
}

/**
 * Reads the file a second time and imports it.
 * @returns false when it was stopped on request; what was begun is finished then
 */
export async function importRows(run: TableImport): Promise<boolean> {
  const { at, survey, tally } = run;
  const take = sorter(run);
  const stopped = () => at.signal?.aborted === true;
  const report = () =>
    at.onProgress({ stage: 'importing', done: tally.rows, total: survey.rows, unit: 'rows', rows: tally.rows });
  let work = emptyWork();
  let waiting = 0;
  for await (const read of rowsOf(at)) {
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
  return { results: [], attempts: new Map() };
}

/** Puts a row where it belongs: rejected already, or to be imported for its participant. */
function sorter({ at, survey, setting }: TableImport): (read: ReadRow, work: Work) => void {
  const participations = new Map<string, Participation>();
  const firstLineOf = repetitions(survey.suspects);
  const participation = ({ code, start, startPrecision }: AttemptRow): Participation => {
    const known = participations.get(code);
    if (known !== undefined) return known;
    const surveyed = survey.participants.get(code) ?? { firstStart: start, firstPrecision: startPrecision };
    const fresh = participationOf(code, surveyed, setting);
    participations.set(code, fresh);
    return fresh;
  };
  return (read, work) => {
    if ('rejected' in read) {
      work.results.push({
        line: read.rejected.line,
        outcome: { kind: 'rejected', rejects: rejectsOf(read.rejected) },
        events: 0,
      });
      return;
    }
    const { row } = read;
    const attemptId = at.ids.attempt(row.code, row.key);
    const firstLine = firstLineOf(attemptId, row.line);
    if (firstLine !== undefined) {
      work.results.push(repeatedRow(at, row, firstLine));
      return;
    }
    const owner = participation(row);
    const attempts = work.attempts.get(owner);
    if (attempts === undefined) work.attempts.set(owner, [{ row, attemptId }]);
    else attempts.push({ row, attemptId });
  };
}

function repeatedRow({ table }: TableSource, row: AttemptRow, firstLine: number): RowResult {
  const [column = ''] = table.key;
  const problem = { line: row.line, column, value: row.key.join(' '), reason: `has the key of line ${firstLine}` };
  return { line: row.line, outcome: { kind: 'rejected', rejects: [problem] }, events: 0 };
}

async function carryOut(
  { results, attempts }: Work,
  { setting, concurrency, tally }: TableImport,
  stopped: () => boolean,
  report: () => void,
): Promise<void> {
  const waiting = [...attempts].reverse();
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
  const workers = Array.from({ length: Math.min(concurrency, attempts.size) }, () =>
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
