import type { PlantedEffects } from './effects.ts';
import type { Random } from './random.ts';

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** What one person brings. */
export interface PersonLaw {
  /** Log-odds of doing a unit of homework. */
  readonly propensity: number;
  /** PHQ-9 points a week without homework. */
  readonly drift: number;
  /** Severity at the start, to which it returns as far as it does not persist. */
  readonly start: number;
}

/** Draws a person. */
export function drawnPerson(random: Random, planted: PlantedEffects): PersonLaw {
  const propensity = random.normal(-0.5, 1.4);
  const drift = planted.weeklyChange + planted.betweenPerson * (logistic(propensity) - 0.5);
  return { propensity, drift, start: random.normal(15, 4) };
}

/** Chance that a unit of a week's homework is done. */
export function homeworkChance(
  { propensity, start }: PersonLaw,
  { week, severity }: { readonly week: number; readonly severity: number },
  { adherenceDecay, feedback }: PlantedEffects,
): number {
  return logistic(propensity + adherenceDecay * week + feedback * (severity - start));
}

/** Severity a week later. @param share of the week's homework that was done, 0–1 */
export function nextSeverity(
  { drift, start }: PersonLaw,
  severity: number,
  share: number,
  { planted, random }: { readonly planted: PlantedEffects; readonly random: Random },
): number {
  const carried = start + planted.persistence * (severity - start);
  return carried + drift + planted.withinPerson * share + random.normal(0, 1.6);
}
