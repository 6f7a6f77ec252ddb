import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { eventHash } from '#ledger';
import { type Installation, lookInto, tablesThatDiffer } from './installation.ts';
import { mutations, setUp } from './mutation.plan.ts';
import { type Mutation, sendUntilDone, sideBySide } from './mutation.sender.ts';
import { type RunningProgram, startApiProcess, startProjectorProcess } from './program.process.ts';

export interface ProjectorKills {
  readonly dataDir: string;
  readonly studyId: string;
  readonly rounds: number;
  /** ms from one kill to the next at least; a victim's successor must be there. */
  readonly interval: number;
  /** Mutations under way at a time. */
  readonly senders: number;
  /** Of every program, such as the store that they use. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly onHandOver?: (handOver: HandOver) => void;
}

/** How a projector leaves: killed, or stopped in the middle of things with every connection open. */
export type Departure = 'killed' | 'hung';

export interface HandOver {
  readonly round: number;
  readonly departure: Departure;
  /** ms since the first. */
  readonly at: number;
  /** How far the projections were behind just before, in ms. */
  readonly lag: number;
  /** From there until the other ran the projections, in ms. */
  readonly took: number;
  /** From there until the other had numbered and projected what was recorded after it, in ms. */
  readonly caughtUp: number;
}

export interface ProjectorOutcome {
  readonly handOvers: readonly HandOver[];
  /** Mutations that were acknowledged meanwhile. */
  readonly acknowledged: number;
  readonly events: number;
  /** Events that the tables do not have. */
  readonly missed: number;
  /** Events that the tables have more than once. */
  readonly twice: number;
  /** Log indexes that are not those of the log. */
  readonly misnumbered: number;
  /** Tables that a rebuild from scratch makes otherwise. */
  readonly differing: readonly string[];
}

export function isSoundHandOver({ missed, twice, misnumbered, differing, handOvers }: ProjectorOutcome): boolean {
  return missed + twice + misnumbered + differing.length === 0 && handOvers.every(({ took }) => took < 5_000);
}

const PATIENCE = 60_000;
/** ms a sender takes before its next mutation. */
const PAUSE = 20;

/** Every fourth hangs instead of dying, which no broken connection tells. */
const departureOf = (round: number): Departure => (round % 4 === 3 ? 'hung' : 'killed');

/**
 * Runs an API that leaves the projections to two projectors, keeps it busy, and takes away the one that leads, again and again; the
 * other goes on, and a new one stands by.
 */
export async function killProjectors(kills: ProjectorKills): Promise<ProjectorOutcome> {
  const { dataDir, variables = {} } = kills;
  const options = { dataDir, variables: { ...variables, PROJECTIONS: 'elsewhere' } };
  const projectors = await Promise.all([startProjectorProcess(options), startProjectorProcess(options)]);
  const api = await startApiProcess(options);
  try {
    return await lookInto(
      dataDir,
      async (installation) => {
        const load = sendOn(api.address, kills);
        const handOvers = await handOver(kills, projectors, installation, () => startProjectorProcess(options));
        const acknowledged = await load.stop();
        return { handOvers, acknowledged, ...(await inTheEnd(installation)) };
      },
      variables,
    );
  } finally {
    for (const { process } of [...projectors, api]) if (process.running) await process.stop();
  }
}

/** Mutations of a study before another is begun: nobody does thousands of homeworks. */
const MUTATIONS_PER_STUDY = 300;

/** Records one small study after the other until told to stop. */
function sendOn(address: string, { studyId, senders }: ProjectorKills): { stop(): Promise<number> } {
  let over = false;
  let sent = 0;
  const send = async (mutation: Mutation): Promise<void> => {
    if (over) return;
    await sendUntilDone(address, mutation);
    sent += 1;
    await sleep(PAUSE);
  };
  const record = async (): Promise<void> => {
    for (let number = 1; !over; number += 1) {
      const study = `${studyId}-${number}`;
      for (const step of [...setUp(study), mutations(study, 1, MUTATIONS_PER_STUDY)])
        await sideBySide(step, senders, send);
    }
  };
  const ended = record();
  ended.catch(() => undefined);
  return {
    stop: async () => {
      over = true;
      await ended;
      return sent;
    },
  };
}

async function handOver(
  { rounds, interval, onHandOver = () => undefined }: ProjectorKills,
  projectors: RunningProgram[],
  { engine: { store, readModels } }: Installation,
  start: () => Promise<RunningProgram>,
): Promise<readonly HandOver[]> {
  const found: HandOver[] = [];
  const first = performance.now();
  for (let round = 1; round <= rounds; round += 1) {
    await sleep(first + (round - 1) * interval - performance.now());
    const victim = await leaderOf(projectors);
    const departure = departureOf(round);
    const lag = await milliseconds(async () => readModels.waitFor(await store.head(), PATIENCE));
    const began = performance.now();
    victim.process.child.kill(departure === 'killed' ? 'SIGKILL' : 'SIGSTOP');
    const successor = departure === 'killed' ? start() : undefined;
    const takenUp = milliseconds(() => leaderOf(projectors.filter((other) => other !== victim)));
    const head = await store.head();
    let after = head;
    for (; after <= head; after = await store.head()) await sleep(2);
    const took = await takenUp;
    await readModels.waitFor(after, PATIENCE);
    const one: HandOver = { round, departure, lag, took, at: began - first, caughtUp: performance.now() - began };
    found.push(one);
    onHandOver(one);
    if (successor === undefined) victim.process.child.kill('SIGCONT');
    else projectors.splice(projectors.indexOf(victim), 1, await successor);
    await standbyOf(projectors);
  }
  return found;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const health = z.object({ runner: z.string(), log: z.object({ numbering: z.string() }) });

async function runnerOf({ address }: RunningProgram): Promise<string> {
  const answer = await fetch(`${address}health`, { signal: AbortSignal.timeout(10_000) });
  return health.parse(await answer.json()).runner;
}

async function whoIs(state: string, projectors: readonly RunningProgram[]): Promise<RunningProgram> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    for (const projector of projectors) {
      const runner = await runnerOf(projector).catch(() => 'unknown');
      if (runner === state) return projector;
    }
    await sleep(25);
  }
  throw new Error(`no projector is ${state}:\n${projectors.map(({ process }) => process.said).join('\n')}`);
}

const leaderOf = (projectors: readonly RunningProgram[]) => whoIs('running', projectors);
const standbyOf = (projectors: readonly RunningProgram[]) => whoIs('standby', projectors);

type Found = Omit<ProjectorOutcome, 'handOvers' | 'acknowledged'>;

async function inTheEnd(installation: Installation): Promise<Found> {
  const { engine, pool } = installation;
  await engine.readModels.waitFor(await engine.store.head(), PATIENCE);
  const inLog = new Map<string, string>();
  const hashes: string[] = [];
  for await (const { events } of engine.store.readAll()) {
    for (const event of events) {
      hashes.push(eventHash(event));
      inLog.set(event.id, String(hashes.length));
    }
  }
  const { generation } = await engine.readModels.health();
  const { rows: facts } = await pool.query<{ id: string; index: string }>(
    `SELECT event_id AS id, log_index AS index FROM read_models_${generation}.facts`,
  );
  const { rows: numbered } = await pool.query<{ hash: string }>(
    `SELECT encode(hash, 'hex') AS hash FROM ledger ORDER BY "index"`,
  );
  const known = new Set(facts.map(({ id }) => id));
  return {
    events: hashes.length,
    missed: [...inLog.keys()].filter((id) => !known.has(id)).length,
    twice: facts.length - known.size,
    misnumbered:
      facts.filter(({ id, index }) => inLog.get(id) !== index).length +
      Math.abs(numbered.length - hashes.length) +
      numbered.filter(({ hash }, place) => hash !== hashes[place]).length,
    differing: await tablesThatDiffer(installation),
  };
}
