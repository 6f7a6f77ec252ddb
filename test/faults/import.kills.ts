import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, seeded } from '#simulator';
import type { FaultRound } from './fault.round.ts';
import { account, lookInto, repeatedAttempts, tablesThatDiffer } from './installation.ts';
import { killPostgres, ProgramProcess, type RunningApi, startApiProcess } from './program.process.ts';
import { readReceipts } from './receipts.ts';
import { MAPPING, type SyntheticLog, writeSyntheticLog } from './synthetic.log.ts';

export interface ImportKills extends SyntheticLog {
  /** A folder of its own. */
  readonly folder: string;
  readonly rounds: number;
  readonly seed: number;
  readonly onRound?: (round: FaultRound) => void;
}

export interface ImportOutcome {
  readonly rounds: readonly FaultRound[];
  /** Of the import that was let run to its end. */
  readonly finished: { readonly code: number | null; readonly said: string };
  /** Of one more, which must find everything there. */
  readonly again: { readonly code: number | null; readonly said: string };
  /** Rows of the log's own attempts, by event type. */
  readonly started: number;
  readonly recorded: number;
}

/** Commands of a row, and of a participant. */
const PER_ROW = 2;
const PER_PARTICIPANT = 2;

/**
 * Imports beside a running API, and kills at random moments: the importer alone, or importer, API and PostgreSQL together.
 * After each kill what was acknowledged is held against the log, and the read models against a rebuild.
 */
export async function killDuringImport(kills: ImportKills): Promise<ImportOutcome> {
  const { folder, onRound = () => undefined } = kills;
  const dataDir = join(folder, 'data');
  const file = join(folder, 'log.csv');
  const receipts = join(folder, 'receipts.jsonl');
  await writeSyntheticLog(file, kills);
  const random = seeded(kills.seed);
  const rounds: FaultRound[] = [];
  let api = await startApiProcess({ dataDir });
  try {
    for (let round = 1; round <= kills.rounds; round += 1) {
      const withPostgres = round % 2 === 0;
      const before = (await readReceipts(receipts)).length;
      const until = before + nextMoment(kills, round, before, random);
      const importing = startImport(dataDir, file, receipts);
      await reached(importing, receipts, until);
      await sleep(random.uniform() * 20);
      if (withPostgres) await killAll(importing, api);
      else await importing.kill();
      const atKill = (await readReceipts(receipts)).length;
      if (withPostgres) api = await startApiProcess({ dataDir });
      const victim = withPostgres ? 'importer, API and PostgreSQL' : 'importer';
      const found = await inspect(dataDir, receipts);
      const sound = { round, victim, moment: `${(atKill - before).toLocaleString('en')} commands in`, ...found };
      rounds.push(sound);
      onRound(sound);
    }
    return { rounds, ...(await finish(dataDir, file, receipts)) };
  } finally {
    await api.process.stop();
  }
}

/** A random share of what is left, so that every round has something to interrupt. */
function nextMoment({ rows, participants, rounds }: ImportKills, round: number, done: number, random: Random): number {
  const left = rows * PER_ROW + participants * PER_PARTICIPANT - done;
  return random.integer(1, Math.max(1, Math.floor((left * 2) / (rounds - round + 3))));
}

function startImport(dataDir: string, file: string, receipts: string): ProgramProcess {
  const preload = ['./test/faults/receipt.recorder.ts'];
  const parameters = ['import', '--mapping', MAPPING, file];
  return new ProgramProcess('cli', { dataDir, parameters, preload, variables: { RECEIPTS_FILE: receipts } });
}

async function reached(importing: ProgramProcess, receipts: string, count: number): Promise<void> {
  while ((await readReceipts(receipts)).length < count) {
    if (!importing.running) throw new Error(`the import ended before it was killed:\n${(await importing.ended).said}`);
    await sleep(5);
  }
}

async function killAll(importing: ProgramProcess, { process: api, where }: RunningApi): Promise<void> {
  await Promise.all([killPostgres(where), importing.kill(), api.kill()]);
}

async function inspect(
  dataDir: string,
  receipts: string,
): Promise<Pick<FaultRound, 'acknowledged' | 'inLog' | 'duplicates' | 'missing' | 'differing'>> {
  const acknowledged = await readReceipts(receipts);
  return lookInto(dataDir, async (installation) => {
    const accounts = await account(installation.pool, acknowledged);
    const duplicates = accounts.duplicated + (await repeatedAttempts(installation.pool));
    return {
      acknowledged: accounts.acknowledged,
      inLog: accounts.exactlyOnce,
      missing: accounts.missing,
      duplicates,
      differing: await tablesThatDiffer(installation),
    };
  });
}

async function finish(dataDir: string, file: string, receipts: string): Promise<Omit<ImportOutcome, 'rounds'>> {
  const finished = await startImport(dataDir, file, receipts).ended;
  const again = await startImport(dataDir, file, receipts).ended;
  return lookInto(dataDir, async ({ pool }) => {
    const { rows } = await pool.query<{ started: string; recorded: string }>(
      `SELECT count(*) FILTER (WHERE type = 'AttemptStarted') AS started, count(*) FILTER (WHERE type = 'AttemptRecorded') AS recorded
       FROM events WHERE stream LIKE 'assignment-g-icbt:%'`,
    );
    return { finished, again, started: Number(rows[0]?.started), recorded: Number(rows[0]?.recorded) };
  });
}
