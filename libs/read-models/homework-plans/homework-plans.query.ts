import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { HomeworkPlanRow } from './homework-plan.row.ts';

/** Every clause that is given must hold. */
export interface HomeworkPlanFilter {
  readonly assignmentIds?: readonly NonNullable<HomeworkPlanRow['assignmentId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<HomeworkPlanRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<HomeworkPlanRow['studyId']>[] | undefined;
  readonly updatedAt?: Range<string> | undefined;
}

export type HomeworkPlanOrder = 'assignmentId' | 'updatedAt';

const list: ListOf<HomeworkPlanRow, HomeworkPlanOrder> = {
  entity: HomeworkPlanRow,
  orders: ['assignmentId', 'updatedAt'],
  orderBy: { field: 'updatedAt', direction: 'asc' },
};

function conditionsOf(filter: HomeworkPlanFilter): readonly Condition<HomeworkPlanRow>[] {
  return [
    ...oneOf<HomeworkPlanRow>('assignmentId', filter.assignmentIds),
    ...oneOf<HomeworkPlanRow>('participantId', filter.participantIds),
    ...oneOf<HomeworkPlanRow>('studyId', filter.studyIds),
    ...within<HomeworkPlanRow>('updatedAt', filter.updatedAt),
  ];
}

/** The plans of a study’s homework. @throws InvalidRead */
export class ListHomeworkPlans extends Query<Page<HomeworkPlanRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: HomeworkPlanFilter,
    readonly page: PageRequest<HomeworkPlanOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListHomeworkPlans)
export class ListHomeworkPlansHandler implements IQueryHandler<ListHomeworkPlans> {
  execute({ snapshot, filter, page }: ListHomeworkPlans): Promise<Page<HomeworkPlanRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
