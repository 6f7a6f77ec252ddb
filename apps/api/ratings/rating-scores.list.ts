import type { RatingScoreFilter, RatingScoreOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { Informant, RatingTargetKind } from '../graphql/schema/enums.ts';
import { RatingScoreKind } from '../graphql/schema/row-enums.ts';
import { RatingScoreModel } from './rating-score.model.ts';

export const RatingScoreConnection = connectionOf('RatingScore', () => RatingScoreModel);
export const RatingScoreFilterInput = filterOf<RatingScoreFilter>('RatingScore', {
  participantIds: clause.ids,
  ratingIds: clause.ids,
  kind: clause.oneOf(RatingScoreKind),
  names: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  formIds: clause.ids,
  raterIds: clause.ids,
  raterRole: clause.oneOf(Informant),
  targetKind: clause.oneOf(RatingTargetKind),
  targetAssignmentIds: clause.ids,
  targetSessionIds: clause.ids,
  retrospective: clause.flag,
  value: clause.numbers,
  occurredAt: clause.instants,
});
export const RatingScoreOrderInput = orderOf<RatingScoreOrder>('RatingScore', {
  ratingId: true,
  name: true,
  formId: true,
  value: true,
  occurredAt: true,
});
