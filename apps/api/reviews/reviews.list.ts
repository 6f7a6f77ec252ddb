import type { ReviewFilter, ReviewOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { Barrier, Informant } from '../graphql/schema/enums.ts';
import { ReviewModel } from './review.model.ts';

export const ReviewConnection = connectionOf('Review', () => ReviewModel);
export const ReviewFilterInput = filterOf<ReviewFilter>('Review', {
  assignmentIds: clause.ids,
  sessionIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  reviewerRole: clause.oneOf(Informant),
  barrier: Barrier,
  sessionNumber: clause.counts,
  helpfulness: clause.counts,
  occurredAt: clause.instants,
});
export const ReviewOrderInput = orderOf<ReviewOrder>('Review', {
  reviewId: true,
  assignmentId: true,
  sessionNumber: true,
  occurredAt: true,
  helpfulness: true,
});
