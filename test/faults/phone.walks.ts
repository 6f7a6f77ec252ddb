import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isWhole, type WalkReport } from '../web/offline.walk.ts';
import { RUN_VARIABLE, STAGE_VARIABLE, strikeStage } from '../web/stage.place.ts';
import { enterStage } from '../web/stage.ts';
import { walkAll } from '../web/walk.round.ts';

const PHONES = 4;
const STEPS = 6;

/** Phones through bad weather, beside what the log holds afterwards. @returns whether nothing was lost or doubled */
export async function walkPhones({
  folder,
  runs,
  seed,
}: {
  folder: string;
  runs: number;
  seed: number;
}): Promise<boolean> {
  const place = join(folder, 'stage');
  await mkdir(place);
  process.env[STAGE_VARIABLE] = place;
  process.env[RUN_VARIABLE] = String(process.pid);
  let walked = 0;
  const onReport = (report: WalkReport): void => {
    walked += 1;
    if (!isWhole(report)) console.log(JSON.stringify(report));
    if (walked % 50 === 0) console.error(`  ${walked} of ${runs}`);
  };
  try {
    const stage = await enterStage();
    const reports = await walkAll(stage, { runs, seed, phones: PHONES, length: STEPS, onReport });
    await stage.leave();
    console.log(walkSummary(reports));
    return reports.every(isWhole);
  } finally {
    await strikeStage(place);
  }
}

/** One line of figures. */
export function walkSummary(reports: readonly WalkReport[]): string {
  const sum = (of: (report: WalkReport) => number): string =>
    reports
      .map(of)
      .reduce((one, other) => one + other, 0)
      .toLocaleString('en');
  return [
    `${reports.length.toLocaleString('en')} walks, ${sum(({ kills }) => kills)} kills, ${sum(({ handedIn }) => handedIn)} handed in:`,
    `${sum(({ lost }) => lost.length)} lost, ${sum(({ doubled }) => doubled.length)} doubled,`,
    `${sum(({ forgotten }) => forgotten.length)} drafts forgotten, ${sum(({ strange }) => strange.length)} that nobody wrote.`,
  ].join(' ');
}
