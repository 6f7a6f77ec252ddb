import type pg from 'pg';
import { createLog, Engine, engineEntities, openDatabase, parseConfig, projectFolder } from '#platform';
import { differingTables, EVERYTHING, tableDigests, type TableDigest } from '#read-models';
import type { Receipt } from './receipts.ts';

/** A look behind the programs: the database of a DATA_DIR, opened by this process beside them. */
export interface Installation {
  readonly pool: pg.Pool;
  readonly engine: Engine;
}

/** Opens a DATA_DIR for as long as `work` takes. @param variables others that its programs were started with */
export async function lookInto<Result>(
  dataDir: string,
  work: (installation: Installation) => Promise<Result>,
  variables: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const config = parseConfig(
    { ...variables, DATA_DIR: dataDir },
    { projectFolder: projectFolder(), currentFolder: dataDir, terminal: false, readText: () => '' },
  );
  const log = createLog({ level: 'silent', format: 'json' });
  const database = await openDatabase({ config, log, entities: engineEntities });
  try {
    const engine = await Engine.open({ config, log, database });
    try {
      return await work({ pool: database.pool, engine });
    } finally {
      await engine.close();
    }
  } finally {
    await database.close();
  }
}

/** What became of commands that were acknowledged. */
export interface Accounting {
  readonly acknowledged: number;
  /** Whose events are in the log as the receipt says: all of them, in that stream, and no others. */
  readonly exactlyOnce: number;
  /** With an event that the log does not have. */
  readonly missing: number;
  /** That the log has otherwise: more events than the receipt says, or in another stream. */
  readonly duplicated: number;
}

/** Holds receipts against the log. Receipts of a resend count with the first one, whose equal they must be. */
export async function account(pool: pg.Pool, receipts: readonly Receipt[]): Promise<Accounting> {
  const written = await eventsByCommand(pool);
  const byCommand = new Map<string, string>();
  let [exactlyOnce, missing, duplicated] = [0, 0, 0];
  for (const { commandId, stream, eventIds } of receipts) {
    const events = eventIds.map((id) => `${stream} ${id}`).sort();
    const told = byCommand.get(commandId);
    if (told === events.join()) continue;
    byCommand.set(commandId, events.join());
    const found = written.get(commandId) ?? [];
    if (told === undefined && found.join() === events.join()) exactlyOnce += 1;
    else if (events.some((event) => !found.includes(event))) missing += 1;
    else duplicated += 1;
  }
  return { acknowledged: byCommand.size, exactlyOnce, missing, duplicated };
}

async function eventsByCommand(pool: pg.Pool): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await pool.query<{ command: string; events: string[] }>(
    `SELECT substring(metadata from '"commandId":"([^"]+)"') AS command,
            array_agg(stream || ' ' || id ORDER BY stream COLLATE "C", id) AS events
     FROM events GROUP BY 1`,
  );
  return new Map(rows.map(({ command, events }) => [command, events.sort()]));
}

/** Attempts whose beginning or outcome the log tells twice. */
export async function repeatedAttempts(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    `SELECT count(*) AS n FROM (
       SELECT FROM events WHERE type IN ('AttemptStarted', 'AttemptRecorded')
       GROUP BY stream, type, substring(data from '"attemptId":"([^"]+)"') HAVING count(*) > 1) repeated`,
  );
  return Number(rows[0]?.n);
}

const CAUGHT_UP_MILLISECONDS = 60_000;

/** Names of the tables that hold other rows than a rebuild from scratch makes of the same log; somebody runs the projections. */
export async function tablesThatDiffer({ engine }: Installation): Promise<readonly string[]> {
  const { readModels, store } = engine;
  await readModels.waitFor(await store.head(), CAUGHT_UP_MILLISECONDS);
  const kept = await digests(engine);
  await readModels.rebuild();
  return differingTables(kept, await digests(engine));
}

export async function digests({ readModels }: Engine): Promise<readonly TableDigest[]> {
  const snapshot = await readModels.openSnapshot({ scope: EVERYTHING });
  try {
    return await tableDigests(snapshot);
  } finally {
    await snapshot.close();
  }
}
