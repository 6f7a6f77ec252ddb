import type { ContactFilter, ContactOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { ContactBy, ContactChannel } from '../graphql/schema/enums.ts';
import { ContactModel } from './contact.model.ts';

export const ContactConnection = connectionOf('Contact', () => ContactModel);
export const ContactFilterInput = filterOf<ContactFilter>('Contact', {
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  madeBy: clause.oneOf(ContactBy),
  channel: clause.oneOf(ContactChannel),
  minutes: clause.numbers,
  occurredAt: clause.instants,
});
export const ContactOrderInput = orderOf<ContactOrder>('Contact', { contactId: true, occurredAt: true, minutes: true });
