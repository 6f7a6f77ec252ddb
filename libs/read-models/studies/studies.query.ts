import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, contains, oneOf } from '../snapshot/condition.ts';
import { type ListOf, readByIds, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { StudyRow } from './study.row.ts';

/** Every clause that is given must hold. */
export interface StudyFilter {
  readonly studyIds?: readonly NonNullable<StudyRow['studyId']>[] | undefined;
  readonly title?: string | undefined;
}

export type StudyOrder = 'studyId' | 'title' | 'registeredAt';

const list: ListOf<StudyRow, StudyOrder> = {
  entity: StudyRow,
  orders: ['studyId', 'title', 'registeredAt'],
  orderBy: { field: 'registeredAt', direction: 'asc' },
};

function conditionsOf(filter: StudyFilter): readonly Condition<StudyRow>[] {
  return [...oneOf<StudyRow>('studyId', filter.studyIds), ...contains<StudyRow>('title', filter.title)];
}

/** Studies. @throws InvalidRead */
export class ListStudies extends Query<Page<StudyRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: StudyFilter,
    readonly page: PageRequest<StudyOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListStudies)
export class ListStudiesHandler implements IQueryHandler<ListStudies> {
  execute({ snapshot, filter, page }: ListStudies): Promise<Page<StudyRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** Studies by id. An id that is not there is not in the map. */
export class StudiesById extends Query<ReadonlyMap<string, StudyRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(StudiesById)
export class StudiesByIdHandler implements IQueryHandler<StudiesById> {
  execute({ snapshot, ids }: StudiesById): Promise<ReadonlyMap<string, StudyRow>> {
    return readByIds(snapshot, StudyRow, 'studyId', ids);
  }
}
