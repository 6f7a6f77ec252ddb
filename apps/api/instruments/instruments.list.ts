import type { InstrumentFilter, InstrumentOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { InstrumentModel } from './instrument.model.ts';

export const InstrumentConnection = connectionOf('Instrument', () => InstrumentModel);
export const InstrumentFilterInput = filterOf<InstrumentFilter>('Instrument', {
  studyIds: clause.ids,
  instrumentIds: clause.ids,
  version: clause.counts,
  publishedAt: clause.instants,
});
export const InstrumentOrderInput = orderOf<InstrumentOrder>('Instrument', {
  instrumentId: true,
  version: true,
  publishedAt: true,
  recordedAt: true,
});
