import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AttachmentRow } from './attachment.row.ts';

/** Every clause that is given must hold. */
export interface AttachmentFilter {
  readonly assignmentIds?: readonly NonNullable<AttachmentRow['assignmentId']>[] | undefined;
  readonly attachmentIds?: readonly NonNullable<AttachmentRow['attachmentId']>[] | undefined;
  readonly attemptIds?: readonly NonNullable<AttachmentRow['attemptId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<AttachmentRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<AttachmentRow['studyId']>[] | undefined;
  readonly kind?: readonly NonNullable<AttachmentRow['kind']>[] | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type AttachmentOrder = 'assignmentId' | 'occurredAt' | 'recordedAt';

const list: ListOf<AttachmentRow, AttachmentOrder> = {
  entity: AttachmentRow,
  orders: ['assignmentId', 'occurredAt', 'recordedAt'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: AttachmentFilter): readonly Condition<AttachmentRow>[] {
  return [
    ...oneOf<AttachmentRow>('assignmentId', filter.assignmentIds),
    ...oneOf<AttachmentRow>('attachmentId', filter.attachmentIds),
    ...oneOf<AttachmentRow>('attemptId', filter.attemptIds),
    ...oneOf<AttachmentRow>('participantId', filter.participantIds),
    ...oneOf<AttachmentRow>('studyId', filter.studyIds),
    ...oneOf<AttachmentRow>('kind', filter.kind),
    ...within<AttachmentRow>('occurredAt', filter.occurredAt),
  ];
}

/** The attachments of a study’s homework. @throws InvalidRead */
export class ListAttachments extends Query<Page<AttachmentRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: AttachmentFilter,
    readonly page: PageRequest<AttachmentOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListAttachments)
export class ListAttachmentsHandler implements IQueryHandler<ListAttachments> {
  execute({ snapshot, filter, page }: ListAttachments): Promise<Page<AttachmentRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
