import type { PersonSummaryFilter, PersonSummaryOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { Informant } from '../graphql/schema/enums.ts';
import { ChangeCategory, ChangeDirection, NoChangeReason } from '../graphql/schema/row-enums.ts';
import { PersonSummaryModel } from './person-summary.model.ts';

export const PersonSummaryConnection = connectionOf('PersonSummary', () => PersonSummaryModel);
export const PersonSummaryFilterInput = filterOf<PersonSummaryFilter>('PersonSummary', {
  participantIds: clause.ids,
  instrumentIds: clause.ids,
  informant: clause.oneOf(Informant),
  studyIds: clause.ids,
  siteIds: clause.ids,
  scored: clause.counts,
  pre: clause.numbers,
  post: clause.numbers,
  change: clause.numbers,
  reliableByIndex: clause.oneOf(ChangeDirection),
  reliableByPoints: clause.oneOf(ChangeDirection),
  category: clause.oneOf(ChangeCategory),
  response: clause.flag,
  remission: clause.flag,
  casenessStart: clause.flag,
  casenessEnd: clause.flag,
  reason: clause.oneOf(NoChangeReason),
});
export const PersonSummaryOrderInput = orderOf<PersonSummaryOrder>('PersonSummary', {
  participantId: true,
  instrumentId: true,
  scored: true,
  pre: true,
  post: true,
  change: true,
  reliableChangeIndex: true,
});
