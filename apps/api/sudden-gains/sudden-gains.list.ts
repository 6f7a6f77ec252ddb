import type { SuddenGainFilter, SuddenGainOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { Informant } from '../graphql/schema/enums.ts';
import { SuddenGainModel } from './sudden-gain.model.ts';

export const SuddenGainConnection = connectionOf('SuddenGain', () => SuddenGainModel);
export const SuddenGainFilterInput = filterOf<SuddenGainFilter>('SuddenGain', {
  participantIds: clause.ids,
  measureIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  instrumentIds: clause.ids,
  informant: clause.oneOf(Informant),
  magnitude: clause.numbers,
  reversed: clause.flag,
  occurredAt: clause.instants,
});
export const SuddenGainOrderInput = orderOf<SuddenGainOrder>('SuddenGain', {
  measureId: true,
  magnitude: true,
  occurredAt: true,
});
