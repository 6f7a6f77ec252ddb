import type { StagedApi } from '../api/acting.ts';
import type { Attempt } from './inference.attempts.ts';

/** Two that are alike in everything but who is in which arm. */
export type Worlds = readonly [StagedApi, StagedApi];

/** What was answered to somebody who tried. */
export interface Comparison {
  /** Attempts that were told otherwise in the other world. */
  readonly told: readonly string[];
  /** How many were told anything at all. */
  readonly answered: number;
}

/** As many at once: an answer mostly waits for the database. */
const AT_ONCE = 4;
const began = Date.now();

/** What both worlds answer to one person, attempt by attempt: reads some at once, commands after them and one by one. */
export async function compared(worlds: Worlds, who: string, tried: readonly Attempt[]): Promise<Comparison> {
  const told: string[] = [];
  let answered = 0;
  const compare = async (attempt: Attempt): Promise<void> => {
    const [one, other] = await Promise.all(worlds.map((api) => answer(api, who, attempt)));
    if (one === undefined || one !== other) {
      told.push(`${attempt.how}: ${String(one).slice(0, 200)} | ${String(other).slice(0, 200)}`);
    }
    if (one?.includes('"errors":[') === false) answered += 1;
  };
  const commands = tried.filter(({ document }) => document.startsWith('mutation'));
  const reads = tried.filter((attempt) => !commands.includes(attempt)).values();
  const reader = async (): Promise<void> => {
    for (const attempt of reads) await compare(attempt);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  for (const command of commands) await compare(command);
  return { told, answered };
}

/** An answer without what no two runs share: when it was stored, and under which name it was logged. */
async function answer(api: StagedApi, who: string, { document, variables }: Attempt): Promise<string> {
  const body = await api.retryPreparing(async () => {
    const { data, errors } = await api.as(who).ask(document, variables);
    const preparing = errors?.some(({ extensions }) => extensions.code === 'AS_OF_PREPARING') === true;
    if (preparing) return { errors: errors ?? [] };
    return {
      data: { data, errors: errors?.map(({ message, path, extensions: { code } }) => ({ message, path, code })) },
    };
  });
  return JSON.stringify(body).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) =>
    Date.parse(time) >= began - 60_000 ? 'then' : time,
  );
}
