import type { AdherenceFilter, AdherenceOrder, DefinitionFilter, DefinitionOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { AdherenceVerdict } from '../graphql/schema/row-enums.ts';
import { AdherenceModel } from './adherence.model.ts';
import { AdherenceDefinitionModel } from './adherence-definition.model.ts';

export const AdherenceConnection = connectionOf('Adherence', () => AdherenceModel);
export const AdherenceFilterInput = filterOf<AdherenceFilter>('Adherence', {
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  definitionIds: clause.ids,
  definitionVersion: clause.int,
  adherent: clause.oneOf(AdherenceVerdict),
  settled: clause.flag,
  value: clause.numbers,
  reportingRate: clause.numbers,
});
export const AdherenceOrderInput = orderOf<AdherenceOrder>('Adherence', {
  participantId: true,
  value: true,
  best: true,
  worst: true,
  reportingRate: true,
  adherent: true,
});

export const AdherenceDefinitionConnection = connectionOf('AdherenceDefinition', () => AdherenceDefinitionModel);
export const AdherenceDefinitionFilterInput = filterOf<DefinitionFilter>('AdherenceDefinition', {
  studyIds: clause.ids,
  definitionIds: clause.ids,
  version: clause.counts,
});
export const AdherenceDefinitionOrderInput = orderOf<DefinitionOrder>('AdherenceDefinition', {
  definitionId: true,
  version: true,
  publishedAt: true,
});
