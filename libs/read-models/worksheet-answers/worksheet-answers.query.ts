import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { WorksheetAnswerRow } from './worksheet-answer.row.ts';

/** Every clause that is given must hold. */
export interface WorksheetAnswerFilter {
  readonly assignmentIds?: readonly NonNullable<WorksheetAnswerRow['assignmentId']>[] | undefined;
  readonly attemptIds?: readonly NonNullable<WorksheetAnswerRow['attemptId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<WorksheetAnswerRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<WorksheetAnswerRow['studyId']>[] | undefined;
  readonly templateIds?: readonly NonNullable<WorksheetAnswerRow['templateId']>[] | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type WorksheetAnswerOrder = 'assignmentId' | 'occurredAt' | 'recordedAt';

const list: ListOf<WorksheetAnswerRow, WorksheetAnswerOrder> = {
  entity: WorksheetAnswerRow,
  orders: ['assignmentId', 'occurredAt', 'recordedAt'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: WorksheetAnswerFilter): readonly Condition<WorksheetAnswerRow>[] {
  return [
    ...oneOf<WorksheetAnswerRow>('assignmentId', filter.assignmentIds),
    ...oneOf<WorksheetAnswerRow>('attemptId', filter.attemptIds),
    ...oneOf<WorksheetAnswerRow>('participantId', filter.participantIds),
    ...oneOf<WorksheetAnswerRow>('studyId', filter.studyIds),
    ...oneOf<WorksheetAnswerRow>('templateId', filter.templateIds),
    ...within<WorksheetAnswerRow>('occurredAt', filter.occurredAt),
  ];
}

/** The worksheet answers of a study. @throws InvalidRead */
export class ListWorksheetAnswers extends Query<Page<WorksheetAnswerRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: WorksheetAnswerFilter,
    readonly page: PageRequest<WorksheetAnswerOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListWorksheetAnswers)
export class ListWorksheetAnswersHandler implements IQueryHandler<ListWorksheetAnswers> {
  execute({ snapshot, filter, page }: ListWorksheetAnswers): Promise<Page<WorksheetAnswerRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
