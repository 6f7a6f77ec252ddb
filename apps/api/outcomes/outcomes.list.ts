import type { OutcomeFilter, OutcomeOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { Informant, MeasureTiming } from '../graphql/schema/enums.ts';
import { InstrumentSource, MeasureProblem } from '../graphql/schema/row-enums.ts';
import { OutcomeModel } from './outcome.model.ts';

export const OutcomeConnection = connectionOf('Outcome', () => OutcomeModel);
export const OutcomeFilterInput = filterOf<OutcomeFilter>('Outcome', {
  participantIds: clause.ids,
  measureIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  instrumentIds: clause.ids,
  instrumentSource: clause.oneOf(InstrumentSource),
  occasions: clause.texts,
  day: clause.counts,
  timing: clause.oneOf(MeasureTiming),
  recallOverlaps: clause.flag,
  informant: clause.oneOf(Informant),
  assessorBlind: clause.flag,
  windowOk: clause.flag,
  total: clause.numbers,
  itemsMissing: clause.counts,
  severity: clause.texts,
  problem: clause.oneOf(MeasureProblem),
  occurredAt: clause.instants,
});
export const OutcomeOrderInput = orderOf<OutcomeOrder>('Outcome', {
  measureId: true,
  instrumentId: true,
  occasion: true,
  day: true,
  total: true,
  occurredAt: true,
  recordedAt: true,
});
