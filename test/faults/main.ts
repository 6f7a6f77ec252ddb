/** `npm run faults`: kills, full disks, past moments and hand-overs, each beside what was found after it. Exit code 1 when anything is lost. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { compareMoments } from './as-of.comparison.ts';
import { type FaultRound, faultTable, isSound } from './fault.round.ts';
import { fillTheDisk, isSoundDisk } from './full.disk.ts';
import { killDuringImport } from './import.kills.ts';
import { killDuringMutations } from './mutation.kills.ts';
import { killPostgres } from './program.process.ts';
import { type HandOver, isSoundHandOver, killProjectors, type ProjectorOutcome } from './projector.kills.ts';
import { TestServer } from '../kurrentdb/test.server.ts';
import { tellStory } from '../processes/sixteen.weeks.ts';
import { walkPhones } from './phone.walks.ts';
import { whyNoSmallDisk } from './small.disk.ts';

interface Wanted {
  readonly rounds: number;
  readonly rows: number;
  readonly mutations: number;
  readonly moments: number;
  readonly handOvers: number;
  readonly walks: number;
  readonly store?: 'postgresql' | 'kurrentdb';
  readonly seed: number;
}

type Experiment = (folder: string, wanted: Wanted) => Promise<boolean>;

const EXPERIMENTS = {
  import: kills,
  mutations: storms,
  disk: disks,
  'as-of': pastMoments,
  projectors: handOvers,
  reminders: remindersStory,
  web: phones,
} as const satisfies Record<string, Experiment>;
type Name = keyof typeof EXPERIMENTS;
const NAMES = Object.keys(EXPERIMENTS) as Name[];

async function remindersStory(): Promise<boolean> {
  title('sixteen weeks of reminders, expiry and alerts for 12 people, two processes, a kill of each every week');
  const {
    letters,
    kills: killed,
    study,
  } = await tellStory({ weeks: 16, people: 12, turns: [0, 7, 11, 15, 16, 19, 22, 23] });
  try {
    const counts = await study.rows<{ status: string; count: number }>(
      'SELECT status, count(*)::int AS count FROM reminders GROUP BY status ORDER BY status',
    );
    const of = (status: string): number => counts.find((row) => row.status === status)?.count ?? 0;
    const alerts = await study.rows<{ told: boolean; level: number }>('SELECT told, level FROM alerts');
    const doubled = letters.length - new Set(letters).size;
    console.log(counts.map(({ status, count }) => `${status} ${count}`).join(', '));
    console.log(`${letters.length} letters left, ${doubled} of them twice; ${killed} kills, ${of('unknown')} unknown.`);
    console.log(`${alerts.length} alerts, passed on ${alerts.map(({ level }) => level).join(', ')} times.`);
    const lost = of('sent') + of('unknown') + of('sending') < letters.length;
    return doubled === 0 && !lost && of('unknown') + of('sending') === killed && alerts.every(({ level }) => level > 1);
  } finally {
    await study.close();
  }
}

async function phones(folder: string, { walks: runs, seed }: Wanted): Promise<boolean> {
  title(`${runs.toLocaleString('en')} random walks of phones: offline, killed, reloaded, answers lost, requests twice`);
  return walkPhones({ folder, runs, seed });
}

async function kills(folder: string, { rounds, rows, seed }: Wanted): Promise<boolean> {
  title(`kill -9 at ${rounds} random moments during an import of ${rows.toLocaleString('en')} rows`);
  const outcome = await killDuringImport({ folder, rounds, rows, participants: Math.ceil(rows / 20), seed, onRound });
  console.log(`\n${faultTable(outcome.rounds)}`);
  const { started, recorded, finished, again } = outcome;
  const whole = started === rows && recorded === rows && finished.code === 0 && again.code === 0;
  console.log(
    `\nLet run to its end, the log holds ${started.toLocaleString('en')} attempts begun and ${recorded.toLocaleString('en')} recorded, of ${rows.toLocaleString('en')} rows.`,
  );
  return whole && outcome.rounds.every(isSound);
}

async function storms(folder: string, { rounds, mutations, seed }: Wanted): Promise<boolean> {
  title(`kill -9 at ${rounds} random moments during ${mutations.toLocaleString('en')} concurrent mutations each`);
  const dataDir = join(folder, 'data');
  const outcome = await killDuringMutations({ dataDir, studyId: 'faults', rounds, mutations, seed, onRound });
  console.log(`\n${faultTable(outcome.rounds)}`);
  console.log(`\nAll ${outcome.sent.toLocaleString('en')} were carried out in the end, each once.`);
  if (outcome.refused.length > 0) console.log(`Refused without a reason: ${[...new Set(outcome.refused)].join(', ')}`);
  return outcome.refused.length === 0 && outcome.rounds.every(isSound);
}

async function disks(folder: string): Promise<boolean> {
  title('a full disk during an import and under mutations');
  const reason = await whyNoSmallDisk(folder);
  if (reason !== undefined) {
    console.log(`SKIPPED: ${reason}.`);
    return true;
  }
  const outcome = await fillTheDisk({ folder, mutations: 2_000, rows: 2_000 });
  console.log(faultTable([outcome]));
  console.log(`\nThe import said: ${outcome.stopped.said.trim().replaceAll('\n', ' ')}`);
  console.log(`Mutations were answered: ${JSON.stringify(outcome.answers)}`);
  return isSoundDisk(outcome);
}

async function pastMoments(_folder: string, { moments, seed }: Wanted): Promise<boolean> {
  title(`a simulated trial as of ${moments} random indexes, beside fresh databases that stopped there`);
  const outcome = await compareMoments({ moments, participants: 8, weeks: 6, seed });
  for (const { index, rows, differing } of outcome.moments) {
    const verdict = differing.length === 0 ? 'equal' : `OTHERWISE: ${differing.join(', ')}`;
    console.log(
      `  index ${index.toLocaleString('en').padStart(6)} ${rows.toLocaleString('en').padStart(7)} rows   ${verdict}`,
    );
  }
  const { events, corrections, voids } = outcome;
  console.log(
    `\nThe log has ${events.toLocaleString('en')} events, ${corrections} corrections and ${voids} voids among them.`,
  );
  return outcome.moments.every(({ differing }) => differing.length === 0);
}

async function handOvers(folder: string, wanted: Wanted): Promise<boolean> {
  const sound: boolean[] = [];
  if (wanted.store !== 'kurrentdb') sound.push(await handOversOver('PostgreSQL', join(folder, 'data'), {}, wanted));
  if (wanted.store !== 'postgresql') sound.push(await handOversBesideKurrent(join(folder, 'beside-kurrentdb'), wanted));
  return sound.every(Boolean);
}

async function handOversBesideKurrent(dataDir: string, wanted: Wanted): Promise<boolean> {
  const server = await TestServer.start();
  const variables = { EVENTSTORE_URL: server.url, MASTER_KEY: randomBytes(32).toString('base64') };
  try {
    const name = 'KurrentDB (the test server of its protocol) and PostgreSQL';
    return await handOversOver(name, dataDir, variables, wanted);
  } finally {
    await killPostgres(join(dataDir, 'postgres'));
    await server.stop();
  }
}

async function handOversOver(
  store: string,
  dataDir: string,
  variables: Readonly<Record<string, string>>,
  { handOvers: rounds }: Wanted,
): Promise<boolean> {
  const interval = 5_000;
  title(`over ${store}: the leading projector is taken away every ${interval / 1_000} s, ${rounds} times, under load`);
  const kills = { dataDir, studyId: 'faults', rounds, interval, senders: 8, variables };
  const outcome = await killProjectors({ ...kills, onHandOver });
  console.log(`\n${handOverSummary(outcome)}`);
  return isSoundHandOver(outcome);
}

function handOverSummary(outcome: ProjectorOutcome): string {
  const times = outcome.handOvers.map(({ took }) => took).sort((one, other) => one - other);
  const { acknowledged, events, missed, twice, misnumbered, differing } = outcome;
  const counted = [acknowledged, events].map((count) => count.toLocaleString('en'));
  return [
    `Taken over: median ${milliseconds(times[Math.floor(times.length / 2)] ?? 0)}, longest ${milliseconds(times.at(-1) ?? 0)}.`,
    `${counted[0]} commands acknowledged meanwhile, ${counted[1]} events in the log: ${missed} missed, ${twice} applied twice, ${misnumbered} misnumbered; tables that a rebuild makes otherwise: ${differing.join(', ') || 'none'}.`,
  ].join('\n');
}

function onHandOver({ round, departure, at, lag, took, caughtUp }: HandOver): void {
  const seconds = (at / 1_000).toFixed(1).padStart(6);
  console.log(
    `  ${String(round).padStart(2)}  at ${seconds} s  ${departure.padEnd(6)}  the other took over after ${milliseconds(took)}, had caught up after ${milliseconds(caughtUp)} (${milliseconds(lag)} behind before)`,
  );
}

const milliseconds = (value: number): string => `${Math.round(value).toLocaleString('en')} ms`;

const title = (text: string): void => console.log(`\n${text}\n${'-'.repeat(text.length)}`);

/** Tells on the screen that something is going on; the table comes at the end. */
function onRound({ round, victim, moment }: FaultRound): void {
  console.error(`  round ${round}: killed ${victim}, ${moment}`);
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

/** In an order of their own; all when none is named. */
function chosen(names: readonly Name[]): readonly Name[] {
  return names.length === 0 ? NAMES : NAMES.filter((name) => names.includes(name));
}

async function run(names: readonly Name[], wanted: Wanted): Promise<void> {
  console.log(
    `Every count can be had again with --seed ${wanted.seed}; the moments of kills depend on the machine too.`,
  );
  const failed: Name[] = [];
  for (const name of names) {
    const folder = await mkdtemp(join(tmpdir(), 'faults-'));
    await chmod(folder, 0o755);
    try {
      if (!(await EXPERIMENTS[name](folder, wanted))) failed.push(name);
    } finally {
      await killPostgres(join(folder, 'data', 'postgres'));
      await rm(folder, { recursive: true, force: true });
    }
  }
  console.log(failed.length === 0 ? '\nNothing was lost.' : `\nFAILED: ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

const program = new Command('npm run faults --')
  .description('Breaks the programs in every way that the log must survive, and shows what was found afterwards.')
  .addArgument(new Argument('[what...]', 'all when left out').choices(NAMES))
  .option('--rounds <n>', 'kills, of an import and of mutations', wholeNumber, 10)
  .option('--rows <n>', 'rows that are imported', wholeNumber, 4_000)
  .option('--mutations <n>', 'mutations under way at once', wholeNumber, 2_000)
  .option('--moments <n>', 'indexes to compare', wholeNumber, 20)
  .option('--hand-overs <n>', 'times a projector is taken away', wholeNumber, 12)
  .option('--walks <n>', 'of phones through bad weather', wholeNumber, 1_000)
  .addOption(new Option('--store <engine>', 'of hand-overs; both when left out').choices(['postgresql', 'kurrentdb']))
  .option('--seed <n>', 'of everything that is drawn', wholeNumber, 1 + (Date.now() % 1_000_000))
  .action((names: readonly Name[], wanted: Wanted) => run(chosen(names), wanted));
await program.parseAsync();
process.exit();
