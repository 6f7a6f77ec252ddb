import type { TemplateFilter, TemplateOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { TemplateStatus } from '../graphql/schema/row-enums.ts';
import { TemplateModel } from './template.model.ts';

export const TemplateConnection = connectionOf('Template', () => TemplateModel);
export const TemplateFilterInput = filterOf<TemplateFilter>('Template', {
  templateIds: clause.ids,
  studyIds: clause.ids,
  status: clause.oneOf(TemplateStatus),
  version: clause.counts,
});
export const TemplateOrderInput = orderOf<TemplateOrder>('Template', {
  templateId: true,
  version: true,
  changedAt: true,
});
