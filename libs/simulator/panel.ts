import { drawnPerson, homeworkChance, nextSeverity } from './course.law.ts';
import type { PlantedEffects } from './effects.ts';
import type { Random } from './random.ts';

/** One week of one simulated person, as tables of a study have it. Null was not handed in. */
export interface SimulatedWeek {
  readonly person: string;
  readonly interval: number;
  /** PHQ-9 total. */
  readonly before: number | null;
  /** Share of the week's homework that was done, 0–1. */
  readonly homework: number | null;
  readonly after: number | null;
}

/** How a panel is drawn. */
export interface PanelOptions {
  readonly participants: number;
  readonly weeks: number;
  readonly planted: PlantedEffects;
}

const UNITS = 3;
const NOT_HANDED_IN = 0.04;

/**
 * Weeks of a made-up trial by the same law as the simulated log, without its commands: whole totals from 0 to 27, measures
 * that are missing, people who leave. The same draws give the same panel.
 */
export function simulatedPanel({ participants, weeks, planted }: PanelOptions, random: Random): SimulatedWeek[] {
  return Array.from({ length: participants }, (_, number) => course(`p${number}`, weeks, { planted, random })).flat();
}

function course(
  person: string,
  weeks: number,
  { planted, random }: { readonly planted: PlantedEffects; readonly random: Random },
): SimulatedWeek[] {
  const law = drawnPerson(random, planted);
  const total = (severity: number) =>
    random.chance(NOT_HANDED_IN) ? null : Math.min(27, Math.max(0, Math.round(severity)));
  const rows: SimulatedWeek[] = [];
  let severity = law.start;
  let before: number | null = Math.min(27, Math.max(0, Math.round(severity)));
  for (let interval = 1; interval < weeks; interval += 1) {
    const chance = homeworkChance(law, { week: interval, severity }, planted);
    const done = Array.from({ length: UNITS }, () => random.chance(chance)).filter(Boolean).length;
    severity = nextSeverity(law, severity, done / UNITS, { planted, random });
    const after = total(severity);
    rows.push({ person, interval, before, homework: done / UNITS, after });
    if (random.chance(planted.weeklyDropOut)) break;
    before = after;
  }
  return rows;
}

/** A panel on standardised scales, complete: 100 people or however many, a level of their own each. */
export interface StandardisedPanel {
  readonly participants: number;
  readonly intervals: number;
  /** Of homework on the next outcome, both in standard deviations of their noise. */
  readonly effect: number;
  readonly persistence: number;
  /** Of the outcome on the homework that follows. */
  readonly feedback: number;
}

/** Y(k+1) = a + φY(k) + βH(k) + e and H(k) = c + γY(k) + u, with normal a, c, e, u. The same draws give the same panel. */
export function standardisedPanel(
  { participants, intervals, effect, persistence, feedback }: StandardisedPanel,
  random: Random,
): SimulatedWeek[] {
  return Array.from({ length: participants }, (_, number): SimulatedWeek[] => {
    const [level, inclination] = [random.normal(0, 0.5), random.normal(0, 0.7)];
    let before = random.normal(level / (1 - persistence), 1);
    return Array.from({ length: intervals }, (__, place): SimulatedWeek => {
      const homework = inclination + feedback * before + random.normal(0, 1);
      const after = level + persistence * before + effect * homework + random.normal(0, 1);
      const row = { person: `p${number}`, interval: place + 1, before, homework, after };
      before = after;
      return row;
    });
  }).flat();
}
