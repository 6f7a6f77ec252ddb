import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where the run’s server and browser for specs of the web are, if one needs them; workers inherit it. */
export const STAGE_VARIABLE = 'INTERSESSION_TEST_WEB_STAGE';

/** The process that runs the tests: the stage ends with it. */
export const RUN_VARIABLE = 'INTERSESSION_TEST_RUN';

/** Ends, by its process, the keeper that a spec started, and takes the folder away. */
export async function strikeStage(folder: string): Promise<void> {
  const keeper = await readFile(join(folder, 'keeper.pid'), 'utf8').catch(() => undefined);
  if (keeper !== undefined) {
    const pid = Number(keeper);
    if (signal(pid, 'SIGTERM')) while (signal(pid, 0)) await sleep(50);
  }
  await rm(folder, { recursive: true, force: true });
}

function signal(pid: number, which: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, which);
  } catch {
    return false;
  }
}
