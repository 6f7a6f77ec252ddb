/** What the simulation plants, so that an analysis can be held against it. */
export interface PlantedEffects {
  /** PHQ-9 points: next week's change when all homework of a week is done rather than none, within a person. */
  readonly withinPerson: number;
  /** PHQ-9 points a week, without homework. */
  readonly weeklyChange: number;
  /** Probability a week of leaving the intervention. */
  readonly weeklyDropOut: number;
  /** Change a week of the log-odds that one unit of homework is done. */
  readonly adherenceDecay: number;
}

export const PLANTED: PlantedEffects = {
  withinPerson: -1.6,
  weeklyChange: -0.4,
  weeklyDropOut: 0.035,
  adherenceDecay: -0.09,
};
