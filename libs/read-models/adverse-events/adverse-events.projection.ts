import { personOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { AdverseEventRow } from './adverse-event.row.ts';

export const adverseEvents = foldInto(AdverseEventRow)({
  name: 'adverse_events',
  version: 1,
  key: (fact) => ({ participantId: personOf(fact), adverseEventId: fact.data.adverseEventId }),
  on: {
    AdverseEventReported: (_row, fact) => ({
      ...scopeOf(fact),
      ...fact.data,
      participantId: personOf(fact),
      occurredAt: fact.metadata.occurredAt,
      recordedAt: fact.recordedAt,
    }),
  },
});
