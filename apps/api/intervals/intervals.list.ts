import type { IntervalFilter, IntervalOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { AdherenceVerdict, IntervalClosing, IntervalDenominator } from '../graphql/schema/row-enums.ts';
import { IntervalModel } from './interval.model.ts';

export const IntervalConnection = connectionOf('Interval', () => IntervalModel);
export const IntervalFilterInput = filterOf<IntervalFilter>('Interval', {
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  definitionIds: clause.ids,
  definitionVersion: clause.int,
  denominator: clause.oneOf(IntervalDenominator),
  closedBy: clause.oneOf(IntervalClosing),
  adherent: clause.oneOf(AdherenceVerdict),
  interval: clause.counts,
  lengthDays: clause.counts,
  reportingRate: clause.numbers,
});
export const IntervalOrderInput = orderOf<IntervalOrder>('Interval', {
  interval: true,
  participantId: true,
  fromDate: true,
  lengthDays: true,
  reportingRate: true,
  quantityUnit: true,
  value: true,
});
