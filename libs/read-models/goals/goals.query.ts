import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { GoalRow } from './goal.row.ts';

/** Every clause that is given must hold. */
export interface GoalFilter {
  readonly goalIds?: readonly NonNullable<GoalRow['goalId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<GoalRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<GoalRow['studyId']>[] | undefined;
  readonly status?: readonly NonNullable<GoalRow['status']>[] | undefined;
  readonly setAt?: Range<string> | undefined;
}

export type GoalOrder = 'goalId' | 'setAt' | 'recordedAt';

const list: ListOf<GoalRow, GoalOrder> = {
  entity: GoalRow,
  orders: ['goalId', 'setAt', 'recordedAt'],
  orderBy: { field: 'setAt', direction: 'asc' },
};

function conditionsOf(filter: GoalFilter): readonly Condition<GoalRow>[] {
  return [
    ...oneOf<GoalRow>('goalId', filter.goalIds),
    ...oneOf<GoalRow>('participantId', filter.participantIds),
    ...oneOf<GoalRow>('studyId', filter.studyIds),
    ...oneOf<GoalRow>('status', filter.status),
    ...within<GoalRow>('setAt', filter.setAt),
  ];
}

/** The goals of a study. @throws InvalidRead */
export class ListGoals extends Query<Page<GoalRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: GoalFilter,
    readonly page: PageRequest<GoalOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListGoals)
export class ListGoalsHandler implements IQueryHandler<ListGoals> {
  execute({ snapshot, filter, page }: ListGoals): Promise<Page<GoalRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
