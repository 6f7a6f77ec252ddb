import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { TemplateRow } from './template.row.ts';

/** Every clause that is given must hold. */
export interface TemplateFilter {
  readonly templateIds?: readonly NonNullable<TemplateRow['templateId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<TemplateRow['studyId']>[] | undefined;
  readonly status?: readonly NonNullable<TemplateRow['status']>[] | undefined;
  readonly version?: Range<number> | undefined;
}

export type TemplateOrder = 'templateId' | 'version' | 'changedAt';

const list: ListOf<TemplateRow, TemplateOrder> = {
  entity: TemplateRow,
  orders: ['templateId', 'version', 'changedAt'],
  orderBy: { field: 'templateId', direction: 'asc' },
};

function conditionsOf(filter: TemplateFilter): readonly Condition<TemplateRow>[] {
  return [
    ...oneOf<TemplateRow>('templateId', filter.templateIds),
    ...oneOf<TemplateRow>('studyId', filter.studyIds),
    ...oneOf<TemplateRow>('status', filter.status),
    ...within<TemplateRow>('version', filter.version),
  ];
}

/** The worksheets of a study’s own, every version. @throws InvalidRead */
export class ListTemplates extends Query<Page<TemplateRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: TemplateFilter,
    readonly page: PageRequest<TemplateOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListTemplates)
export class ListTemplatesHandler implements IQueryHandler<ListTemplates> {
  execute({ snapshot, filter, page }: ListTemplates): Promise<Page<TemplateRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
