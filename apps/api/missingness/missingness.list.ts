import type { MeasureReceiptFilter, MeasureReceiptOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { MissedMeasureReason } from '../graphql/schema/enums.ts';
import { ReceiptStatus } from '../graphql/schema/row-enums.ts';
import { MeasureReceiptModel } from './measure-receipt.model.ts';

export const MeasureReceiptConnection = connectionOf('MeasureReceipt', () => MeasureReceiptModel);
export const MeasureReceiptFilterInput = filterOf<MeasureReceiptFilter>('MeasureReceipt', {
  participantIds: clause.ids,
  measureIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  instrumentIds: clause.ids,
  occasions: clause.texts,
  scheduled: clause.flag,
  dueDate: clause.days,
  windowTo: clause.days,
  status: clause.oneOf(ReceiptStatus),
  receivedDate: clause.days,
  reason: clause.oneOf(MissedMeasureReason),
});
export const MeasureReceiptOrderInput = orderOf<MeasureReceiptOrder>('MeasureReceipt', {
  measureId: true,
  instrumentId: true,
  occasion: true,
  dueDate: true,
});
