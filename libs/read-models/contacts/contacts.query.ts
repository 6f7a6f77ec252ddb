import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ContactRow } from './contact.row.ts';

/** Every clause that is given must hold. */
export interface ContactFilter {
  readonly participantIds?: readonly string[] | undefined;
  readonly studyIds?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly madeBy?: readonly NonNullable<ContactRow['madeBy']>[] | undefined;
  readonly channel?: readonly NonNullable<ContactRow['channel']>[] | undefined;
  readonly minutes?: Range<number> | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type ContactOrder = 'contactId' | 'occurredAt' | 'minutes';

const list: ListOf<ContactRow, ContactOrder> = {
  entity: ContactRow,
  orders: ['contactId', 'occurredAt', 'minutes'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: ContactFilter): readonly Condition<ContactRow>[] {
  return [
    ...oneOf<ContactRow>('participantId', filter.participantIds),
    ...oneOf<ContactRow>('studyId', filter.studyIds),
    ...oneOf<ContactRow>('siteId', filter.siteIds),
    ...oneOf<ContactRow>('madeBy', filter.madeBy),
    ...oneOf<ContactRow>('channel', filter.channel),
    ...within<ContactRow>('minutes', filter.minutes),
    ...within<ContactRow>('occurredAt', filter.occurredAt),
  ];
}

/** Contacts between sessions, one row a person. @throws InvalidRead */
export class ListContacts extends Query<Page<ContactRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: ContactFilter,
    readonly page: PageRequest<ContactOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListContacts)
export class ListContactsHandler implements IQueryHandler<ListContacts> {
  execute({ snapshot, filter, page }: ListContacts): Promise<Page<ContactRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** Those of each participant. @throws InvalidRead */
export class ContactsOfParticipants extends Query<ReadonlyMap<string, Page<ContactRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
    readonly filter: ContactFilter,
    readonly page: PageRequest<ContactOrder>,
  ) {
    super();
  }
}

@QueryHandler(ContactsOfParticipants)
export class ContactsOfParticipantsHandler implements IQueryHandler<ContactsOfParticipants> {
  execute({ snapshot, ids, filter, page }: ContactsOfParticipants): Promise<ReadonlyMap<string, Page<ContactRow>>> {
    return readPagesByParent(snapshot, list, { property: 'participantId', ids }, conditionsOf(filter), page);
  }
}
