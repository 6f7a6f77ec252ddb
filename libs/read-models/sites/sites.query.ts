import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, oneOf } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { SiteRow } from './site.row.ts';

/** Every clause that is given must hold. */
export interface SiteFilter {
  readonly siteIds?: readonly NonNullable<SiteRow['siteId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<SiteRow['studyId']>[] | undefined;
}

export type SiteOrder = 'siteId' | 'name' | 'openedAt';

const list: ListOf<SiteRow, SiteOrder> = {
  entity: SiteRow,
  orders: ['siteId', 'name', 'openedAt'],
  orderBy: { field: 'siteId', direction: 'asc' },
};

function conditionsOf(filter: SiteFilter): readonly Condition<SiteRow>[] {
  return [...oneOf<SiteRow>('siteId', filter.siteIds), ...oneOf<SiteRow>('studyId', filter.studyIds)];
}

/** Sites of any study. @throws InvalidRead */
export class ListSites extends Query<Page<SiteRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: SiteFilter,
    readonly page: PageRequest<SiteOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListSites)
export class ListSitesHandler implements IQueryHandler<ListSites> {
  execute({ snapshot, filter, page }: ListSites): Promise<Page<SiteRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The sites of each study. @throws InvalidRead */
export class SitesOfStudies extends Query<ReadonlyMap<string, Page<SiteRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyIds: readonly string[],
    readonly filter: SiteFilter,
    readonly page: PageRequest<SiteOrder>,
  ) {
    super();
  }
}

@QueryHandler(SitesOfStudies)
export class SitesOfStudiesHandler implements IQueryHandler<SitesOfStudies> {
  execute({ snapshot, studyIds, filter, page }: SitesOfStudies): Promise<ReadonlyMap<string, Page<SiteRow>>> {
    return readPagesByParent(snapshot, list, { property: 'studyId', ids: studyIds }, conditionsOf(filter), page);
  }
}
