import type { MeasureFilter, MeasureOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { Informant, MissedMeasureReason } from '../graphql/schema/enums.ts';
import { MeasureStatus } from '../graphql/schema/row-enums.ts';
import { MeasureModel } from './measure.model.ts';

export const MeasureConnection = connectionOf('Measure', () => MeasureModel);
export const MeasureFilterInput = filterOf<MeasureFilter>('Measure', {
  measureIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  instrumentIds: clause.ids,
  occasions: clause.texts,
  status: clause.oneOf(MeasureStatus),
  missedReason: clause.oneOf(MissedMeasureReason),
  informant: clause.oneOf(Informant),
  assessorBlind: clause.flag,
  occurredAt: clause.instants,
});
export const MeasureOrderInput = orderOf<MeasureOrder>('Measure', {
  measureId: true,
  instrumentId: true,
  occasion: true,
  occurredAt: true,
  reportedTotal: true,
  recordedAt: true,
});
