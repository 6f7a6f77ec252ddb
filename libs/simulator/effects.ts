/** What the simulation plants, so that an analysis can be held against it. */
export interface PlantedEffects {
  /** PHQ-9 points: next week's change when all homework of a week is done rather than none, within a person. */
  readonly withinPerson: number;
  /** PHQ-9 points a week: difference between a person inclined to do everything and one inclined to do nothing. */
  readonly betweenPerson: number;
  /** PHQ-9 points a week, for the middling person, without homework. */
  readonly weeklyChange: number;
  /** Share of severity above or below the start that is still there a week later; 1 is all of it. */
  readonly persistence: number;
  /** Change of the log-odds that a unit of homework is done, for each PHQ-9 point above the start. */
  readonly feedback: number;
  /** Probability a week of leaving the intervention. */
  readonly weeklyDropOut: number;
  /** Change a week of the log-odds that one unit of homework is done. */
  readonly adherenceDecay: number;
  /** Points on the 0–4 anchors by which each informant rates homework above what was done. */
  readonly ratingBias: { readonly client: number; readonly therapist: number; readonly observer: number };
  /** Share of attempts told later from paper, by the day only. */
  readonly paperShare: number;
  /** Share of attempts whose amount was first written down wrong and corrected. */
  readonly correctedShare: number;
}

export const PLANTED: PlantedEffects = {
  withinPerson: -1.6,
  betweenPerson: -0.8,
  weeklyChange: -0.4,
  persistence: 1,
  feedback: 0,
  weeklyDropOut: 0.035,
  adherenceDecay: -0.09,
  ratingBias: { client: 0.3, therapist: 0.5, observer: 0 },
  paperShare: 0.2,
  correctedShare: 0.03,
};
