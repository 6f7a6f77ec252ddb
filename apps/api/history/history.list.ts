import type { HistoryFilter, HistoryOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { EventTypeEnum } from './event-type.enum.ts';
import { HistoryEventModel } from './history-event.model.ts';

/** Without the clauses that say whose history it is: those are an argument of their own. */
export type HistoryEventFilter = Omit<HistoryFilter, 'records' | 'participantId' | 'studyIds'>;

export const HistoryEventConnection = connectionOf('HistoryEvent', () => HistoryEventModel);
export const HistoryEventFilterInput = filterOf<HistoryEventFilter>('HistoryEvent', {
  types: clause.oneOf(EventTypeEnum),
  eventIds: clause.ids,
  occurredAt: clause.instants,
  recordedAt: clause.instants,
  logIndex: clause.counts,
});
export const HistoryEventOrderInput = orderOf<HistoryOrder>('HistoryEvent', { position: true, occurredAt: true });
