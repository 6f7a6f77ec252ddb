import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { PageArgs } from '../connections/page.args.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ContactConnection, ContactFilterInput, ContactOrderInput } from './contacts.list.ts';
import { ContactModel } from './contact.model.ts';
import { ListContacts, type ContactFilter, type ContactOrder } from '#read-models';

/** Contacts between sessions. */
@Resolver(() => ContactModel)
export class ContactsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => ContactConnection, {
    description: 'The contacts between sessions of a study.',
    complexity: pageComplexity,
  })
  @Allow('contact:read')
  async contacts(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ContactFilterInput, nullable: true }) filter: ContactFilter | null,
    @Args('orderBy', { type: () => ContactOrderInput, nullable: true }) orderBy: Ordering<ContactOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListContacts(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
