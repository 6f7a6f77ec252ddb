import type { RatingFilter, RatingOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { Informant, RatingTargetKind } from '../graphql/schema/enums.ts';
import { RatingModel } from './rating.model.ts';

export const RatingConnection = connectionOf('Rating', () => RatingModel);
export const RatingFilterInput = filterOf<RatingFilter>('Rating', {
  ratingIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  formIds: clause.ids,
  raterRole: clause.oneOf(Informant),
  targetKind: clause.oneOf(RatingTargetKind),
  targetAssignmentIds: clause.ids,
  targetSessionIds: clause.ids,
  retrospective: clause.flag,
  occurredAt: clause.instants,
});
export const RatingOrderInput = orderOf<RatingOrder>('Rating', {
  ratingId: true,
  formId: true,
  occurredAt: true,
  recordedAt: true,
});
