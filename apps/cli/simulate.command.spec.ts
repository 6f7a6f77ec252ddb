import { describe, expect, it } from '@jest/globals';
import { PLANTED } from '#simulator';
import type { ReadSnapshot } from '#read-models';
import { naiveEstimates } from './simulate.estimates.ts';
import { simulationReport } from './simulate.report.ts';

/** A snapshot that answers any statement with these rows. */
const answering = (rows: readonly object[]) => ({ sql: () => Promise.resolve([...rows]) }) as unknown as ReadSnapshot;

const week = (participant: string, share: number, change: number) => ({ participant_id: participant, share, change });

describe('naive estimates of a simulated trial', () => {
  it('tell the slope within people from the slope between them', async () => {
    const rows = [
      ...[week('a', 0, 1), week('a', 0.5, 0), week('a', 1, -1)],
      ...[week('b', 0.5, 4), week('b', 0.75, 3.5), week('b', 1, 3)],
      ...[week('c', 0, 9), week('c', 0, 9), week('c', 0.3, 8.4)],
    ];
    const estimates = await naiveEstimates(answering(rows), 'demo');
    expect(estimates.within).toBeCloseTo(-2, 10);
    expect(estimates.between).not.toBeCloseTo(-2, 1);
    expect([estimates.people, estimates.weeks]).toEqual([3, 9]);
  });

  it('are not there where nothing varies or nobody was measured', async () => {
    expect(await naiveEstimates(answering([]), 'demo')).toMatchObject({
      within: null,
      between: null,
      meanChange: null,
    });
    const flat = [week('a', 1, -1), week('a', 1, -1), week('b', 1, -1)];
    expect(await naiveEstimates(answering(flat), 'demo')).toMatchObject({ within: null, between: null });
  });
});

describe('the report of a simulation', () => {
  it('puts what was found beside what was planted', () => {
    const estimates = { people: 60, weeks: 360, within: -1.64, between: null, meanChange: null };
    const run = { commands: 4270, recordSeconds: 10, projectSeconds: 2, logIndex: 4270, estimates, peakMegabytes: 300 };
    const report = simulationReport(run, PLANTED);
    expect(report).toContain('4,270 commands in 10.0 s, 427 a second');
    expect(report).toMatch(/within +-1\.60 +-1\.64/);
    expect(report).toMatch(/between +-2\.40 +–/);
  });
});
