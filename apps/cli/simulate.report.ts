import type { PlantedEffects } from '#simulator';
import type { NaiveEstimates } from './simulate.estimates.ts';

export interface SimulationRun {
  readonly commands: number;
  readonly recordSeconds: number;
  readonly projectSeconds: number;
  readonly logIndex: number;
  readonly estimates: NaiveEstimates;
  /** Largest resident set of the process. */
  readonly peakMegabytes: number;
}

const grouped = (value: number): string => Math.round(value).toLocaleString('en');
const points = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

/** What a simulation did, planted and found again, for people. */
export function simulationReport(run: SimulationRun, planted: PlantedEffects): string {
  const { commands, recordSeconds, projectSeconds, logIndex, estimates, peakMegabytes } = run;
  const { within, between, meanChange, people, weeks } = estimates;
  return [
    `Sent ${grouped(commands)} commands in ${recordSeconds.toFixed(1)} s, ${grouped(commands / recordSeconds)} a second.`,
    `The read models were up with log index ${grouped(logIndex)} after ${projectSeconds.toFixed(1)} s, ${grouped(logIndex / projectSeconds)} events a second.`,
    `Peak memory of this process: ${grouped(peakMegabytes)} MB.`,
    '',
    'PHQ-9 points a week                         planted   found',
    `all homework rather than none, within       ${points(planted.withinPerson).padStart(7)}   ${points(within).padStart(5)}`,
    `all homework rather than none, between      ${points(planted.withinPerson + planted.betweenPerson).padStart(7)}   ${points(between).padStart(5)}`,
    '',
    `Found by least squares over ${grouped(weeks)} weeks of ${grouped(people)} people, mean change ${points(meanChange?.estimate ?? null)} a week. These are`,
    'naive: totals are whole and bounded by 0 and 27, the inclination to do homework decays, and measures are missing.',
  ].join('\n');
}
