import type { AttachmentFilter, AttachmentOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { AttachmentKind } from '../graphql/schema/enums.ts';
import { AttachmentModel } from './attachment.model.ts';

export const AttachmentConnection = connectionOf('Attachment', () => AttachmentModel);
export const AttachmentFilterInput = filterOf<AttachmentFilter>('Attachment', {
  assignmentIds: clause.ids,
  attachmentIds: clause.ids,
  attemptIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  kind: clause.oneOf(AttachmentKind),
  occurredAt: clause.instants,
});
export const AttachmentOrderInput = orderOf<AttachmentOrder>('Attachment', {
  assignmentId: true,
  occurredAt: true,
  recordedAt: true,
});
