import { SAFETY_FORMAT, type SafetyRule } from './safety.rule.ts';

/**
 * Thoughts of being better off dead or of self-harm, by the answer. In clinical samples the item is positive in some 41 %
 * and its predictive value for suicidal ideation is about 29 %, so the lowest answer is graded low.
 */
export const phq9ItemNine: SafetyRule = {
  format: SAFETY_FORMAT,
  title: 'PHQ-9 item 9',
  sign: { kind: 'item', instrumentId: 'phq-9', item: 'q9' },
  grades: [
    { atLeast: 1, grade: 'low' },
    { atLeast: 2, grade: 'moderate' },
    { atLeast: 3, grade: 'high' },
  ],
  assessFrom: 'moderate',
  source: 'Na et al. (2018), J Affect Disord 232:34–40; Kroenke, Spitzer & Williams (2001)',
};

/** A rise of the PHQ-9 beyond its published number of points for reliable change, since the last occasion. */
export const symptomsWorse: SafetyRule = {
  format: SAFETY_FORMAT,
  title: 'PHQ-9 reliably worse since the last time',
  sign: { kind: 'rise', instrumentId: 'phq-9', since: 'last' },
  grades: [
    { atLeast: 6, grade: 'low' },
    { atLeast: 10, grade: 'moderate' },
  ],
  source: 'Reliable change of 6 points: NHS Talking Therapies Manual',
};

/** Rules that come with the platform, by id. Each is looked through over a study’s own history before it is switched on. */
export const builtInSafetyRules: ReadonlyMap<string, SafetyRule> = new Map([
  ['phq9-item-9', phq9ItemNine],
  ['phq9-worse', symptomsWorse],
]);
