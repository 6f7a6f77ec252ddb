import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import {
  type Delivery,
  DeliveryReport,
  ListReminders,
  type ReminderFilter,
  type ReminderOrder,
  type ReminderWish,
  ReminderWishesOf,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { Places } from '../snapshots/places.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { ReminderConnection, ReminderFilterInput, ReminderOrderInput } from './reminders.list.ts';
import { DeliveryModel, ReminderModel, ReminderWishesModel } from './reminder.model.ts';

/** Messages to participants, and how they want them. */
@Resolver(() => ReminderModel)
export class RemindersResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Places) private readonly places: Places,
  ) {}

  @Query(() => ReminderConnection, {
    description:
      'Messages to participants of a study, with what came of each. Where arms go without reminders, whoever is blind to arms finds none.',
    complexity: pageComplexity,
  })
  @Allow('contact:read')
  async reminders(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ReminderFilterInput, nullable: true }) filter: ReminderFilter | null,
    @Args('orderBy', { type: () => ReminderOrderInput, nullable: true }) orderBy: Ordering<ReminderOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListReminders(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @Query(() => [DeliveryModel], {
    complexity: 100,
    description:
      'The delivery report: what came of the messages to each person, by channel. Where arms go without reminders, whoever is blind to arms finds it empty.',
  })
  @Allow('contact:read')
  async deliveryReport(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantIds', { type: () => [ID], nullable: true }) participantIds: string[] | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly Delivery[]> {
    const snapshot = await root.open(read, studyId);
    return this.queries.execute(new DeliveryReport(snapshot, studyId, participantIds ?? undefined));
  }

  @Query(() => ReminderWishesModel, {
    nullable: true,
    description: 'How a participant wants to be reminded; none where they said nothing.',
  })
  @Allow('participant:read')
  async reminderWishes(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<ReminderWish | null> {
    const snapshot = await this.places.open(`participant-${participantId}`, read, root);
    if (snapshot === undefined) return null;
    return (await this.queries.execute(new ReminderWishesOf(snapshot, participantId))) ?? null;
  }
}
