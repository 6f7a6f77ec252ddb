import { Column } from 'typeorm';
import { NULL } from '../kernel/row.columns.ts';

/**
 * The metrics of section 1 over one interval: the value that the record shows, and the least and most that its unknowns allow.
 * Null where there is nothing to measure, or nothing bounds it. Units: shares of 1, days for lateness, minutes, 1 to 6 for
 * compliance. One declaration a column: the table is what analysts read.
 */
export abstract class IntervalMetricColumns {
  @Column('double precision', { name: 'quantity_unit', ...NULL })
  quantityUnit!: number | null;

  @Column('double precision', { name: 'quantity_unit_low', ...NULL })
  quantityUnitLow!: number | null;

  @Column('double precision', { name: 'quantity_unit_high', ...NULL })
  quantityUnitHigh!: number | null;

  @Column('double precision', { name: 'quantity_unit_uncapped', ...NULL })
  quantityUnitUncapped!: number | null;

  @Column('double precision', { name: 'quantity_unit_uncapped_low', ...NULL })
  quantityUnitUncappedLow!: number | null;

  @Column('double precision', { name: 'quantity_unit_uncapped_high', ...NULL })
  quantityUnitUncappedHigh!: number | null;

  @Column('double precision', { name: 'quantity_assignment', ...NULL })
  quantityAssignment!: number | null;

  @Column('double precision', { name: 'quantity_assignment_low', ...NULL })
  quantityAssignmentLow!: number | null;

  @Column('double precision', { name: 'quantity_assignment_high', ...NULL })
  quantityAssignmentHigh!: number | null;

  @Column('double precision', { name: 'attempt_rate', ...NULL })
  attemptRate!: number | null;

  @Column('double precision', { name: 'attempt_rate_low', ...NULL })
  attemptRateLow!: number | null;

  @Column('double precision', { name: 'attempt_rate_high', ...NULL })
  attemptRateHigh!: number | null;

  @Column('double precision', { name: 'attempt_rate_of_occurrences', ...NULL })
  attemptRateOfOccurrences!: number | null;

  @Column('double precision', { name: 'attempt_rate_of_occurrences_low', ...NULL })
  attemptRateOfOccurrencesLow!: number | null;

  @Column('double precision', { name: 'attempt_rate_of_occurrences_high', ...NULL })
  attemptRateOfOccurrencesHigh!: number | null;

  @Column('double precision', { name: 'timeliness', ...NULL })
  timeliness!: number | null;

  @Column('double precision', { name: 'timeliness_low', ...NULL })
  timelinessLow!: number | null;

  @Column('double precision', { name: 'timeliness_high', ...NULL })
  timelinessHigh!: number | null;

  @Column('double precision', { name: 'lateness_credit', ...NULL })
  latenessCredit!: number | null;

  @Column('double precision', { name: 'lateness_credit_low', ...NULL })
  latenessCreditLow!: number | null;

  @Column('double precision', { name: 'lateness_credit_high', ...NULL })
  latenessCreditHigh!: number | null;

  @Column('double precision', { name: 'lateness_mean_days', ...NULL })
  latenessMeanDays!: number | null;

  @Column('double precision', { name: 'lateness_mean_days_low', ...NULL })
  latenessMeanDaysLow!: number | null;

  @Column('double precision', { name: 'lateness_mean_days_high', ...NULL })
  latenessMeanDaysHigh!: number | null;

  @Column('double precision', { name: 'lateness_max_days', ...NULL })
  latenessMaxDays!: number | null;

  @Column('double precision', { name: 'lateness_max_days_low', ...NULL })
  latenessMaxDaysLow!: number | null;

  @Column('double precision', { name: 'lateness_max_days_high', ...NULL })
  latenessMaxDaysHigh!: number | null;

  @Column('double precision', { name: 'quality', ...NULL })
  quality!: number | null;

  @Column('double precision', { name: 'quality_low', ...NULL })
  qualityLow!: number | null;

  @Column('double precision', { name: 'quality_high', ...NULL })
  qualityHigh!: number | null;

  @Column('double precision', { name: 'review_rate', ...NULL })
  reviewRate!: number | null;

  @Column('double precision', { name: 'review_rate_low', ...NULL })
  reviewRateLow!: number | null;

  @Column('double precision', { name: 'review_rate_high', ...NULL })
  reviewRateHigh!: number | null;

  @Column('double precision', { name: 'adjustment_burden', ...NULL })
  adjustmentBurden!: number | null;

  @Column('double precision', { name: 'adjustment_burden_low', ...NULL })
  adjustmentBurdenLow!: number | null;

  @Column('double precision', { name: 'adjustment_burden_high', ...NULL })
  adjustmentBurdenHigh!: number | null;

  @Column('double precision', { name: 'compliance_rating', ...NULL })
  complianceRating!: number | null;

  @Column('double precision', { name: 'compliance_rating_low', ...NULL })
  complianceRatingLow!: number | null;

  @Column('double precision', { name: 'compliance_rating_high', ...NULL })
  complianceRatingHigh!: number | null;

  @Column('double precision', { name: 'minutes', ...NULL })
  minutes!: number | null;

  @Column('double precision', { name: 'minutes_low', ...NULL })
  minutesLow!: number | null;

  @Column('double precision', { name: 'minutes_high', ...NULL })
  minutesHigh!: number | null;

  @Column('double precision', { name: 'attempts', ...NULL })
  attempts!: number | null;

  @Column('double precision', { name: 'attempts_low', ...NULL })
  attemptsLow!: number | null;

  @Column('double precision', { name: 'attempts_high', ...NULL })
  attemptsHigh!: number | null;

  @Column('double precision', { name: 'active_days', ...NULL })
  activeDays!: number | null;

  @Column('double precision', { name: 'active_days_low', ...NULL })
  activeDaysLow!: number | null;

  @Column('double precision', { name: 'active_days_high', ...NULL })
  activeDaysHigh!: number | null;

  @Column('double precision', { name: 'active_day_share', ...NULL })
  activeDayShare!: number | null;

  @Column('double precision', { name: 'active_day_share_low', ...NULL })
  activeDayShareLow!: number | null;

  @Column('double precision', { name: 'active_day_share_high', ...NULL })
  activeDayShareHigh!: number | null;
}
