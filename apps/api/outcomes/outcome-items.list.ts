import type { OutcomeItemFilter, OutcomeItemOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { Informant } from '../graphql/schema/enums.ts';
import { OutcomeItemModel } from './outcome-item.model.ts';

export const OutcomeItemConnection = connectionOf('OutcomeItem', () => OutcomeItemModel);
export const OutcomeItemFilterInput = filterOf<OutcomeItemFilter>('OutcomeItem', {
  participantIds: clause.ids,
  measureIds: clause.ids,
  items: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  instrumentIds: clause.ids,
  occasions: clause.texts,
  informant: clause.oneOf(Informant),
  value: clause.numbers,
  risk: clause.flag,
});
export const OutcomeItemOrderInput = orderOf<OutcomeItemOrder>('OutcomeItem', {
  measureId: true,
  item: true,
  instrumentId: true,
  itemNumber: true,
});
