import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, seeded } from '#simulator';
import type { FaultRound } from './fault.round.ts';
import { account, type Accounting, lookInto, repeatedAttempts, tablesThatDiffer } from './installation.ts';
import { mutations, setUp } from './mutation.plan.ts';
import { type Answer, type Mutation, send, sendUntilDone, sideBySide } from './mutation.sender.ts';
import { killPostgres, type RunningApi, startApiProcess } from './program.process.ts';
import type { Receipt } from './receipts.ts';

export interface MutationKills {
  readonly dataDir: string;
  readonly studyId: string;
  readonly rounds: number;
  /** Mutations that are under way at once, a round. */
  readonly mutations: number;
  readonly seed: number;
  readonly onRound?: (round: FaultRound) => void;
}

export interface MutationOutcome {
  readonly rounds: readonly FaultRound[];
  /** Mutations of all rounds, each of which was carried out in the end. */
  readonly sent: number;
  /** Refusals that no fault explains; none when all is well. */
  readonly refused: readonly string[];
}

const VICTIMS = ['API', 'API and PostgreSQL', 'PostgreSQL'] as const;
type Victim = (typeof VICTIMS)[number];

/** How many are sent at once when what was not acknowledged is sent again. */
const RESENDING = 64;

/**
 * Sends mutations all at once and kills at a random moment: the API, PostgreSQL under it, or both. Then it sends again what was
 * not acknowledged, and some that was; in the end the log must hold each exactly once, as its receipt says.
 */
export async function killDuringMutations(kills: MutationKills): Promise<MutationOutcome> {
  const { dataDir, studyId, onRound = () => undefined } = kills;
  const random = seeded(kills.seed);
  const receipts: Receipt[] = [];
  const refused: string[] = [];
  const rounds: FaultRound[] = [];
  let api = await startApiProcess({ dataDir });
  try {
    for (const step of setUp(studyId)) await sideBySide(step, RESENDING, (one) => sendUntilDone(api.address, one));
    for (let round = 1; round <= kills.rounds; round += 1) {
      const victim = VICTIMS[(round - 1) % VICTIMS.length] ?? 'API';
      const plan = mutations(studyId, round, kills.mutations);
      const { answers, moment } = await storm(api, plan, victim, random);
      if (victim !== 'PostgreSQL') api = await startApiProcess({ dataDir });
      const told = answers.flatMap((answer) => (answer.kind === 'acknowledged' ? [answer.receipt] : []));
      const before = await afterKill(dataDir, told);
      receipts.push(...told, ...(await sendAgain(api.address, plan, answers)));
      refused.push(...answers.flatMap((answer) => (answer.kind === 'refused' ? [answer.code] : [])));
      const found = { round, victim, moment, ...(await inTheEnd(dataDir, receipts, before)) };
      rounds.push(found);
      onRound(found);
    }
    return { rounds, refused, sent: kills.rounds * kills.mutations };
  } finally {
    await api.process.stop();
  }
}

interface Storm {
  readonly answers: readonly Answer[];
  readonly moment: string;
}

/** All at once, and the kill when a random number of them has been acknowledged. */
async function storm(api: RunningApi, plan: readonly Mutation[], victim: Victim, random: Random): Promise<Storm> {
  const until = random.integer(0, Math.floor(plan.length * 0.95));
  const delay = random.uniform() * 20;
  let acknowledged = 0;
  let reached: () => void = () => undefined;
  const moment = new Promise<void>((resolve) => (reached = resolve));
  const answering = sideBySide(plan, plan.length, async (mutation) => {
    const answer = await send(api.address, mutation);
    if (answer.kind === 'acknowledged') acknowledged += 1;
    if (acknowledged >= until) reached();
    return answer;
  });
  await Promise.race([moment, answering]);
  await sleep(delay);
  await kill(api, victim);
  const atKill = acknowledged;
  return {
    answers: await answering,
    moment: `${atKill.toLocaleString('en')} of ${plan.length.toLocaleString('en')} acknowledged`,
  };
}

async function kill({ process: api, where }: RunningApi, victim: Victim): Promise<void> {
  switch (victim) {
    case 'API':
      return api.kill();
    case 'API and PostgreSQL':
      await Promise.all([killPostgres(where), api.kill()]);
      return;
    case 'PostgreSQL':
      return killPostgres(where);
  }
}

/** Sends what was not acknowledged again, and every twentieth of the rest: that one must get the receipt it got. */
async function sendAgain(
  address: string,
  plan: readonly Mutation[],
  answers: readonly Answer[],
): Promise<readonly Receipt[]> {
  const again = plan.filter((_, place) => answers[place]?.kind === 'unacknowledged' || place % 20 === 0);
  return sideBySide(again, RESENDING, (one) => sendUntilDone(address, one));
}

type Found = Pick<FaultRound, 'acknowledged' | 'inLog' | 'duplicates' | 'missing' | 'differing'>;

/** What the kill left of what had been acknowledged, before anything is sent again. */
async function afterKill(dataDir: string, told: readonly Receipt[]): Promise<Found> {
  return lookInto(dataDir, async ({ pool }) => foundOf(await account(pool, told), await repeatedAttempts(pool)));
}

/** Everything that was ever acknowledged, and the tables. */
async function inTheEnd(dataDir: string, receipts: readonly Receipt[], before: Found): Promise<Found> {
  return lookInto(dataDir, async (installation) => {
    const accounts = await account(installation.pool, receipts);
    const { missing, duplicates } = foundOf(accounts, await repeatedAttempts(installation.pool));
    const differing = await tablesThatDiffer(installation);
    return { ...before, missing: before.missing + missing, duplicates: before.duplicates + duplicates, differing };
  });
}

function foundOf({ acknowledged, exactlyOnce, missing, duplicated }: Accounting, repeated: number): Found {
  return { acknowledged, inLog: exactlyOnce, missing, duplicates: duplicated + repeated, differing: [] };
}
