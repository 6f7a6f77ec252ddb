import type { AdverseEventFilter, AdverseEventOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { AdverseEventOutcome, AdverseEventSeverity, Relatedness } from '../graphql/schema/enums.ts';
import { AdverseEventModel } from './adverse-event.model.ts';

export const AdverseEventConnection = connectionOf('AdverseEvent', () => AdverseEventModel);
export const AdverseEventFilterInput = filterOf<AdverseEventFilter>('AdverseEvent', {
  participantIds: clause.ids,
  adverseEventIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  serious: clause.flag,
  severity: clause.oneOf(AdverseEventSeverity),
  relatedness: clause.oneOf(Relatedness),
  expected: clause.flag,
  onset: clause.days,
  outcome: clause.oneOf(AdverseEventOutcome),
  occurredAt: clause.instants,
});
export const AdverseEventOrderInput = orderOf<AdverseEventOrder>('AdverseEvent', {
  adverseEventId: true,
  onset: true,
  recordedAt: true,
});
