import { OfflineWalk, type WalkReport } from './offline.walk.ts';
import { WORKER_READY } from './page.scripts.ts';
import type { Stage, Visit } from './stage.ts';
import { type Walker, walker, walkStudy } from './walk.scene.ts';

export interface WalkRound {
  readonly runs: number;
  readonly seed: number;
  /** Phones at a time, each with a person of its own. */
  readonly phones: number;
  readonly length: number;
  readonly onReport?: (report: WalkReport) => void;
}

/** Runs of as many phones at once; each phone walks again and again. */
export async function walkAll(
  stage: Stage,
  { runs, seed, phones, length, onReport }: WalkRound,
): Promise<readonly WalkReport[]> {
  const studyId = await walkStudy(stage);
  const reports: WalkReport[] = [];
  let next = 0;
  const phone = async (number: number): Promise<void> => {
    const person = await walker(stage, studyId, number);
    const visit = await installed(stage, person);
    try {
      while (next < runs) {
        const run = (next += 1);
        const report = await new OfflineWalk(stage, person, visit.context, seed + run).run(length);
        reports.push(report);
        onReport?.(report);
      }
    } finally {
      await visit.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(phones, runs) }, (_, number) => phone(number)));
  return reports;
}

/** A phone that was signed in on, and that opens without a connection from now on. */
async function installed(stage: Stage, { code }: Walker): Promise<Visit> {
  const visit = await stage.visit();
  const origin = { origin: stage.address };
  const answer = await visit.context.request.post('/sign-in/code', { data: { code }, headers: origin });
  if (!answer.ok()) throw new Error(`a walker was not signed in: ${await answer.text()}`);
  await visit.page.goto('/');
  await visit.page.getByText('All sent').waitFor();
  await visit.page.evaluate(WORKER_READY);
  return visit;
}
