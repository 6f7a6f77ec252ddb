import type { Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { MeasureRow } from './measure.row.ts';

export const measures = foldInto(MeasureRow)({
  name: 'measures',
  version: 1,
  key: ({ stream }) => ({ measureId: recordIdOf(stream) }),
  on: {
    MeasureRecorded: (_row, fact) => {
      const { data } = fact;
      return {
        ...untold(fact),
        status: 'recorded',
        items: data.items,
        itemsMissing: Object.values(data.items).filter((answer) => answer === null).length,
        reportedTotal: data.reportedTotal ?? null,
        timing: data.timing,
        recallDays: data.recallDays ?? null,
        informant: data.informant,
        assessorBlind: data.assessorBlind ?? null,
      };
    },
    MeasureMissed: (_row, fact) => ({ ...untold(fact), status: 'missed', missedReason: fact.data.reason }),
  },
});

function untold(fact: Fact<'MeasureRecorded' | 'MeasureMissed'>): MeasureRow {
  const { stream, data, metadata, recordedAt } = fact;
  return {
    ...scopeOf(fact),
    measureId: recordIdOf(stream),
    participantId: personOf(fact),
    instrumentId: data.instrument.instrumentId,
    instrumentVersion: data.instrument.version,
    occasion: data.occasion,
    status: 'missed',
    ...{ items: {}, itemsMissing: 0, reportedTotal: null, timing: null, recallDays: null, informant: null },
    ...{ assessorBlind: null, missedReason: null },
    occurredAt: metadata.occurredAt,
    localDate: metadata.localDate,
    recordedAt,
  };
}
