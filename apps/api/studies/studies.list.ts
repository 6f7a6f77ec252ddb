import type { StudyFilter, StudyOrder, SiteFilter, SiteOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { SiteModel } from './site.model.ts';
import { StudyModel } from './study.model.ts';

export const StudyConnection = connectionOf('Study', () => StudyModel);
export const StudyFilterInput = filterOf<StudyFilter>('Study', {
  studyIds: clause.ids,
  title: clause.text,
});
export const StudyOrderInput = orderOf<StudyOrder>('Study', { studyId: true, title: true, registeredAt: true });

export const SiteConnection = connectionOf('Site', () => SiteModel);
export const SiteFilterInput = filterOf<SiteFilter>('Site', {
  siteIds: clause.ids,
  studyIds: clause.ids,
});
export const SiteOrderInput = orderOf<SiteOrder>('Site', { siteId: true, name: true, openedAt: true });
