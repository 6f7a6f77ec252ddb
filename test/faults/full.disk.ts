import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { isSound, type FaultRound } from './fault.round.ts';
import { account, lookInto, repeatedAttempts, tablesThatDiffer } from './installation.ts';
import { mutations, setUp } from './mutation.plan.ts';
import { type Answer, type Mutation, send, sendUntilDone, sideBySide } from './mutation.sender.ts';
import { type Ending, killPostgres, ProgramProcess, type RunningApi, startApiProcess } from './program.process.ts';
import { readReceipts, type Receipt } from './receipts.ts';
import { SmallDisk } from './small.disk.ts';
import { MAPPING, writeSyntheticLog } from './synthetic.log.ts';

export interface FullDiskOptions {
  /** A folder of its own, for the disk and what lies beside it. */
  readonly folder: string;
  readonly mutations: number;
  readonly rows: number;
}

export interface FullDiskOutcome extends FaultRound {
  /** Of the import that met the full disk, and of the same one when there was room again. */
  readonly stopped: Ending;
  readonly finished: Ending;
  /** What mutations were answered while the disk was full, and how often. */
  readonly answers: Readonly<Record<string, number>>;
  /** Commands of which the API said that nothing was stored, and which the log has all the same. */
  readonly storedAllTheSame: number;
  /** The API was there all the time. */
  readonly survived: boolean;
}

const STUDY = 'full-disk';
const MEGABYTES = 250;
/** Room that is left for the import to run into. */
const LEFT = 1_500_000;
const AT_ONCE = 128;

/**
 * Fills the disk during an import and under mutations: first tables cannot grow, then PostgreSQL ends, since it has no room for
 * its own log. Makes room again, and sends again what was not acknowledged.
 */
export async function fillTheDisk(options: FullDiskOptions): Promise<FullDiskOutcome> {
  const mountPoint = join(options.folder, 'disk');
  const file = join(options.folder, 'log.csv');
  await mkdir(mountPoint, { recursive: true });
  await writeSyntheticLog(file, { rows: options.rows, participants: Math.ceil(options.rows / 20) });
  const disk = await SmallDisk.mount(mountPoint, MEGABYTES);
  try {
    const dataDir = join(mountPoint, 'data');
    const api = await startApiProcess({ dataDir });
    try {
      return await withDisk(options, { disk, dataDir, file, api });
    } finally {
      await disk.clear();
      await api.process.stop();
      await killPostgres(api.where);
    }
  } finally {
    await disk.unmount();
  }
}

interface Setting {
  readonly disk: SmallDisk;
  readonly dataDir: string;
  readonly file: string;
  readonly api: RunningApi;
}

async function withDisk({ folder, mutations: count }: FullDiskOptions, setting: Setting): Promise<FullDiskOutcome> {
  const { disk, dataDir, file, api } = setting;
  const path = join(folder, 'receipts.jsonl');
  for (const step of setUp(STUDY)) await sideBySide(step, AT_ONCE, (one) => sendUntilDone(api.address, one));
  await disk.fill(LEFT);
  const stopped = await runImport(dataDir, file, path);
  await disk.fill();
  const plan = mutations(STUDY, 1, count);
  const half = Math.floor(count / 2);
  const answers = [...(await sideBySide(plan.slice(0, half), AT_ONCE, (one) => send(api.address, one)))];
  await exhaustWriteAheadLog(api.where);
  answers.push(...(await sideBySide(plan.slice(half), AT_ONCE, (one) => send(api.address, one))));
  await disk.clear();
  const told = answers.flatMap((answer) => (answer.kind === 'acknowledged' ? [answer.receipt] : []));
  // The first of these also waits until PostgreSQL is back.
  await sideBySide(mutations(STUDY, 2, 1), 1, (one) => sendUntilDone(api.address, one));
  const imported = await readReceipts(path);
  const storedAllTheSame = await stored(
    dataDir,
    plan.filter((_, place) => saysNothingStored(answers[place])),
  );
  const before = await lookInto(dataDir, async ({ pool }) => account(pool, [...told, ...imported]));
  const again = plan.filter((_, place) => answers[place]?.kind === 'unacknowledged');
  const resent = await sideBySide(again, AT_ONCE, (one) => sendUntilDone(api.address, one));
  const finished = await runImport(dataDir, file, path);
  const found = await inTheEnd(dataDir, [...told, ...resent, ...(await readReceipts(path))]);
  return {
    ...{
      round: 1,
      victim: 'nothing: the disk is full',
      moment: `${told.length.toLocaleString('en')} of ${count.toLocaleString('en')} got through`,
    },
    ...{ acknowledged: before.acknowledged, inLog: before.exactlyOnce, ...found },
    ...{ missing: before.missing + found.missing, duplicates: before.duplicated + found.duplicates },
    ...{ stopped, finished, answers: tally(answers), storedAllTheSame, survived: api.process.running },
  };
}

/** Everything an outcome must show when all is well, apart from what the programs said. */
export function isSoundDisk(outcome: FullDiskOutcome): boolean {
  const { storedAllTheSame, survived, stopped, finished } = outcome;
  return isSound(outcome) && storedAllTheSame === 0 && survived && stopped.code === 1 && finished.code === 0;
}

function runImport(dataDir: string, file: string, receipts: string): Promise<Ending> {
  const preload = ['./test/faults/receipt.recorder.ts'];
  const parameters = ['import', '--mapping', MAPPING, file];
  return new ProgramProcess('cli', { dataDir, parameters, preload, variables: { RECEIPTS_FILE: receipts } }).ended;
}

/** Writes into PostgreSQL's own log until it needs another file of it, which ends the server. */
async function exhaustWriteAheadLog(where: string): Promise<void> {
  const { superuser } = z
    .object({ superuser: z.string() })
    .parse(JSON.parse(await readFile(join(where, 'credentials.json'), 'utf8')));
  const port = Number(await readFile(join(where, 'port'), 'utf8'));
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: superuser,
    database: 'postgres',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let written = 0; written < MEGABYTES; written += 8) {
      await client.query(`SELECT pg_logical_emit_message(false, 'filling', repeat('x', 8000000))`);
    }
    throw new Error('the write-ahead log found room all the same');
  } catch (error) {
    if (!/No space left|terminated|ECONNREFUSED|recovery/.test(String(error))) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function saysNothingStored(answer: Answer | undefined): boolean {
  return answer?.kind === 'unacknowledged' && answer.code === 'STORE_UNAVAILABLE';
}

function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const name = 'code' in answer && answer.code !== undefined ? answer.code : answer.kind;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

async function stored(dataDir: string, plan: readonly Mutation[]): Promise<number> {
  return lookInto(dataDir, async ({ pool }) => {
    const { rows } = await pool.query<{ n: string }>(
      `SELECT count(*) AS n FROM events WHERE substring(metadata from '"commandId":"([^"]+)"') = ANY($1::text[])`,
      [plan.map(({ commandId }) => commandId)],
    );
    return Number(rows[0]?.n);
  });
}

async function inTheEnd(
  dataDir: string,
  receipts: readonly Receipt[],
): Promise<Pick<FaultRound, 'missing' | 'duplicates' | 'differing'>> {
  return lookInto(dataDir, async (installation) => {
    const { missing, duplicated } = await account(installation.pool, receipts);
    const duplicates = duplicated + (await repeatedAttempts(installation.pool));
    return { missing, duplicates, differing: await tablesThatDiffer(installation) };
  });
}
