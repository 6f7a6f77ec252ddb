import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walkSummary } from '../faults/phone.walks.ts';
import { isWhole } from './offline.walk.ts';
import { enterStage, type Stage } from './stage.ts';
import { walkAll } from './walk.round.ts';

/** `npm run faults -- web` walks a thousand. */
const RUNS = 50;

describe('a phone in bad weather', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await enterStage();
  });
  afterAll(async () => {
    await stage?.leave();
  });

  it(`loses and doubles nothing over ${RUNS} random walks`, async () => {
    const reports = await walkAll(stage, { runs: RUNS, seed: 20_261_122, phones: 4, length: 6 });
    expect(reports).toHaveLength(RUNS);
    expect(reports.filter((report) => !isWhole(report))).toEqual([]);
    process.stdout.write(`Offline: ${walkSummary(reports)}\n`);
    expect(reports.flatMap(({ steps }) => steps)).toEqual(
      expect.arrayContaining(['kill', 'reload', 'finish', 'offline']),
    );
  }, 600_000);
});
