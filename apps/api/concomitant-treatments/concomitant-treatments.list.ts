import type { ConcomitantTreatmentFilter, ConcomitantTreatmentOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { TreatmentChange, TreatmentKind } from '../graphql/schema/enums.ts';
import { ConcomitantTreatmentModel } from './concomitant-treatment.model.ts';

export const ConcomitantTreatmentConnection = connectionOf('ConcomitantTreatment', () => ConcomitantTreatmentModel);
export const ConcomitantTreatmentFilterInput = filterOf<ConcomitantTreatmentFilter>('ConcomitantTreatment', {
  entryIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  treatments: clause.ids,
  kind: clause.oneOf(TreatmentKind),
  change: clause.oneOf(TreatmentChange),
  changedOn: clause.days,
  occurredAt: clause.instants,
});
export const ConcomitantTreatmentOrderInput = orderOf<ConcomitantTreatmentOrder>('ConcomitantTreatment', {
  entryId: true,
  treatment: true,
  changedOn: true,
  occurredAt: true,
  recordedAt: true,
});
