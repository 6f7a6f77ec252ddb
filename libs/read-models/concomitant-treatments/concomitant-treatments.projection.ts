import { personOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ConcomitantTreatmentRow } from './concomitant-treatment.row.ts';

export const concomitantTreatments = foldInto(ConcomitantTreatmentRow)({
  name: 'concomitant_treatments',
  version: 1,
  key: ({ id }) => ({ entryId: id }),
  on: {
    ConcomitantTreatmentChanged: (_row, fact) => {
      const { treatment, kind, change, on = null } = fact.data;
      return {
        ...scopeOf(fact),
        entryId: fact.id,
        participantId: personOf(fact),
        ...{ treatment, kind, change, changedOn: on },
        occurredAt: fact.metadata.occurredAt,
        recordedAt: fact.recordedAt,
      };
    },
  },
});
