import type { Pair } from './table.source.ts';

/** A metric of science: null where nothing was due, never 0. */
function metric(column: string, label: Pair, formula: string) {
  return { column, label, kind: 'number', formula: [formula, formula], rule: { role: 'open' } } as const;
}

/** Every metric of an interval with what the unknowns allow. */
export const metricColumns = {
  quantityUnit: metric('quantity_unit', ['Quantity, unit level', 'Mängd, per enhet'], 'mean of min(u/q, 1)'),
  quantityUnitLow: metric(
    'quantity_unit_low',
    ['Quantity, unit level, least possible', 'Mängd, per enhet, minst möjliga'],
    'every unknown counts against',
  ),
  quantityUnitHigh: metric(
    'quantity_unit_high',
    ['Quantity, unit level, most possible', 'Mängd, per enhet, mest möjliga'],
    'every unknown counts in favour',
  ),
  quantityUnitUncapped: metric('quantity_unit_uncapped', ['Quantity, uncapped', 'Mängd, utan tak'], 'mean of u/q'),
  quantityUnitUncappedLow: metric(
    'quantity_unit_uncapped_low',
    ['Quantity, uncapped, least possible', 'Mängd, utan tak, minst möjliga'],
    'every unknown counts against',
  ),
  quantityUnitUncappedHigh: metric(
    'quantity_unit_uncapped_high',
    ['Quantity, uncapped, most possible', 'Mängd, utan tak, mest möjliga'],
    'every unknown counts in favour',
  ),
  quantityAssignment: metric(
    'quantity_assignment',
    ['Quantity, assignment level', 'Mängd, per uppgift'],
    'completed / |A|',
  ),
  quantityAssignmentLow: metric(
    'quantity_assignment_low',
    ['Quantity, assignment level, least possible', 'Mängd, per uppgift, minst möjliga'],
    'every unknown counts against',
  ),
  quantityAssignmentHigh: metric(
    'quantity_assignment_high',
    ['Quantity, assignment level, most possible', 'Mängd, per uppgift, mest möjliga'],
    'every unknown counts in favour',
  ),
  attemptRate: metric('attempt_rate', ['Attempt rate', 'Andel försökta'], 'assignments with an attempt / |A|'),
  attemptRateLow: metric(
    'attempt_rate_low',
    ['Attempt rate, least possible', 'Andel försökta, minst möjliga'],
    'every unknown counts against',
  ),
  attemptRateHigh: metric(
    'attempt_rate_high',
    ['Attempt rate, most possible', 'Andel försökta, mest möjliga'],
    'every unknown counts in favour',
  ),
  attemptRateOfOccurrences: metric(
    'attempt_rate_occ',
    ['Attempt rate of occurrences', 'Andel försökta tillfällen'],
    'occurrences with an attempt / occurrences',
  ),
  attemptRateOfOccurrencesLow: metric(
    'attempt_rate_occ_low',
    ['Attempt rate of occurrences, least possible', 'Andel försökta tillfällen, minst möjliga'],
    'every unknown counts against',
  ),
  attemptRateOfOccurrencesHigh: metric(
    'attempt_rate_occ_high',
    ['Attempt rate of occurrences, most possible', 'Andel försökta tillfällen, mest möjliga'],
    'every unknown counts in favour',
  ),
  timeliness: metric('timeliness', ['Timeliness', 'I tid'], 'completed by due / |A|'),
  timelinessLow: metric(
    'timeliness_low',
    ['Timeliness, least possible', 'I tid, minst möjliga'],
    'every unknown counts against',
  ),
  timelinessHigh: metric(
    'timeliness_high',
    ['Timeliness, most possible', 'I tid, mest möjliga'],
    'every unknown counts in favour',
  ),
  latenessCredit: metric('lateness_credit', ['Credit for lateness', 'Avdrag för sen'], 'see the definition'),
  latenessCreditLow: metric(
    'lateness_credit_low',
    ['Credit for lateness, least possible', 'Avdrag för sen, minst möjliga'],
    'every unknown counts against',
  ),
  latenessCreditHigh: metric(
    'lateness_credit_high',
    ['Credit for lateness, most possible', 'Avdrag för sen, mest möjliga'],
    'every unknown counts in favour',
  ),
  latenessMeanDays: metric('lateness_mean_days', ['Mean lateness', 'Medelförsening'], 'mean of max(0, t_done - due)'),
  latenessMeanDaysLow: metric(
    'lateness_mean_days_low',
    ['Mean lateness, least possible', 'Medelförsening, minst möjliga'],
    'every unknown counts against',
  ),
  latenessMeanDaysHigh: metric(
    'lateness_mean_days_high',
    ['Mean lateness, most possible', 'Medelförsening, mest möjliga'],
    'every unknown counts in favour',
  ),
  latenessMaxDays: metric(
    'lateness_max_days',
    ['Greatest lateness', 'Största försening'],
    'max of max(0, t_done - due)',
  ),
  latenessMaxDaysLow: metric(
    'lateness_max_days_low',
    ['Greatest lateness, least possible', 'Största försening, minst möjliga'],
    'every unknown counts against',
  ),
  latenessMaxDaysHigh: metric(
    'lateness_max_days_high',
    ['Greatest lateness, most possible', 'Största försening, mest möjliga'],
    'every unknown counts in favour',
  ),
  quality: metric('quality', ['Quality', 'Kvalitet'], 'mean rating over attempted work'),
  qualityLow: metric(
    'quality_low',
    ['Quality, least possible', 'Kvalitet, minst möjliga'],
    'every unknown counts against',
  ),
  qualityHigh: metric(
    'quality_high',
    ['Quality, most possible', 'Kvalitet, mest möjliga'],
    'every unknown counts in favour',
  ),
  reviewRate: metric('review_rate', ['Review rate', 'Andel genomgångna'], 'reviewed at session k+1 / |A|'),
  reviewRateLow: metric(
    'review_rate_low',
    ['Review rate, least possible', 'Andel genomgångna, minst möjliga'],
    'every unknown counts against',
  ),
  reviewRateHigh: metric(
    'review_rate_high',
    ['Review rate, most possible', 'Andel genomgångna, mest möjliga'],
    'every unknown counts in favour',
  ),
  adjustmentBurden: metric('adjustment_burden', ['Adjustment burden', 'Andel ändrade'], 'adjusted / |A|'),
  adjustmentBurdenLow: metric(
    'adjustment_burden_low',
    ['Adjustment burden, least possible', 'Andel ändrade, minst möjliga'],
    'every unknown counts against',
  ),
  adjustmentBurdenHigh: metric(
    'adjustment_burden_high',
    ['Adjustment burden, most possible', 'Andel ändrade, mest möjliga'],
    'every unknown counts in favour',
  ),
  complianceRating: metric(
    'compliance_rating',
    ['Compliance rating, event-derived', 'Följsamhetsskattning ur händelser'],
    'Primakoff et al. 1986, from events',
  ),
  complianceRatingLow: metric(
    'compliance_rating_low',
    ['Compliance rating, event-derived, least possible', 'Följsamhetsskattning ur händelser, minst möjliga'],
    'every unknown counts against',
  ),
  complianceRatingHigh: metric(
    'compliance_rating_high',
    ['Compliance rating, event-derived, most possible', 'Följsamhetsskattning ur händelser, mest möjliga'],
    'every unknown counts in favour',
  ),
  minutes: metric('minutes', ['Dose: minutes', 'Dos: minuter'], 'sum of minutes'),
  minutesLow: metric(
    'minutes_low',
    ['Dose: minutes, least possible', 'Dos: minuter, minst möjliga'],
    'every unknown counts against',
  ),
  minutesHigh: metric(
    'minutes_high',
    ['Dose: minutes, most possible', 'Dos: minuter, mest möjliga'],
    'every unknown counts in favour',
  ),
  attempts: metric('attempts', ['Dose: attempts', 'Dos: försök'], 'count'),
  attemptsLow: metric(
    'attempts_low',
    ['Dose: attempts, least possible', 'Dos: försök, minst möjliga'],
    'every unknown counts against',
  ),
  attemptsHigh: metric(
    'attempts_high',
    ['Dose: attempts, most possible', 'Dos: försök, mest möjliga'],
    'every unknown counts in favour',
  ),
  activeDays: metric('active_days', ['Dose: active days', 'Dos: aktiva dagar'], 'count of days'),
  activeDaysLow: metric(
    'active_days_low',
    ['Dose: active days, least possible', 'Dos: aktiva dagar, minst möjliga'],
    'every unknown counts against',
  ),
  activeDaysHigh: metric(
    'active_days_high',
    ['Dose: active days, most possible', 'Dos: aktiva dagar, mest möjliga'],
    'every unknown counts in favour',
  ),
  activeDayShare: metric(
    'active_day_share',
    ['Dose: share of active days', 'Dos: andel aktiva dagar'],
    'active days / days',
  ),
  activeDayShareLow: metric(
    'active_day_share_low',
    ['Dose: share of active days, least possible', 'Dos: andel aktiva dagar, minst möjliga'],
    'every unknown counts against',
  ),
  activeDayShareHigh: metric(
    'active_day_share_high',
    ['Dose: share of active days, most possible', 'Dos: andel aktiva dagar, mest möjliga'],
    'every unknown counts in favour',
  ),
} as const;
