import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { DefinitionRow } from './definition.row.ts';

/** Every clause that is given must hold. */
export interface DefinitionFilter {
  readonly studyIds?: readonly NonNullable<DefinitionRow['studyId']>[] | undefined;
  readonly definitionIds?: readonly NonNullable<DefinitionRow['definitionId']>[] | undefined;
  readonly version?: Range<number> | undefined;
}

export type DefinitionOrder = 'definitionId' | 'version' | 'publishedAt';

const list: ListOf<DefinitionRow, DefinitionOrder> = {
  entity: DefinitionRow,
  orders: ['definitionId', 'version', 'publishedAt'],
  orderBy: { field: 'publishedAt', direction: 'asc' },
};

function conditionsOf(filter: DefinitionFilter): readonly Condition<DefinitionRow>[] {
  return [
    ...oneOf<DefinitionRow>('studyId', filter.studyIds),
    ...oneOf<DefinitionRow>('definitionId', filter.definitionIds),
    ...within<DefinitionRow>('version', filter.version),
  ];
}

/** Published adherence definitions. @throws InvalidRead */
export class ListDefinitions extends Query<Page<DefinitionRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: DefinitionFilter,
    readonly page: PageRequest<DefinitionOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListDefinitions)
export class ListDefinitionsHandler implements IQueryHandler<ListDefinitions> {
  execute({ snapshot, filter, page }: ListDefinitions): Promise<Page<DefinitionRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The adherence definitions of each study. @throws InvalidRead */
export class DefinitionsOfStudies extends Query<ReadonlyMap<string, Page<DefinitionRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyIds: readonly string[],
    readonly filter: DefinitionFilter,
    readonly page: PageRequest<DefinitionOrder>,
  ) {
    super();
  }
}

@QueryHandler(DefinitionsOfStudies)
export class DefinitionsOfStudiesHandler implements IQueryHandler<DefinitionsOfStudies> {
  execute({
    snapshot,
    studyIds,
    filter,
    page,
  }: DefinitionsOfStudies): Promise<ReadonlyMap<string, Page<DefinitionRow>>> {
    return readPagesByParent(snapshot, list, { property: 'studyId', ids: studyIds }, conditionsOf(filter), page);
  }
}
