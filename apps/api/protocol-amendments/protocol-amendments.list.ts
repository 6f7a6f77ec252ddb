import type { ProtocolAmendmentFilter, ProtocolAmendmentOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { ProtocolAmendmentModel } from './protocol-amendment.model.ts';

export const ProtocolAmendmentConnection = connectionOf('ProtocolAmendment', () => ProtocolAmendmentModel);
export const ProtocolAmendmentFilterInput = filterOf<ProtocolAmendmentFilter>('ProtocolAmendment', {
  studyIds: clause.ids,
  version: clause.counts,
  publishedAt: clause.instants,
});
export const ProtocolAmendmentOrderInput = orderOf<ProtocolAmendmentOrder>('ProtocolAmendment', {
  version: true,
  publishedAt: true,
  recordedAt: true,
});
