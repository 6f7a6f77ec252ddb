import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type DayItem, WeekOfParticipant } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { sealedContent } from '../content/sealed-content.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { type DayItemModel, ParticipantWeekModel } from './participant-week.model.ts';

/** What a participant has to do today, and how their week went. */
@Resolver()
export class ParticipantWeekResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => ParticipantWeekModel, {
    complexity: 100,
    description:
      'A participant’s day and week on the calendar they live by: homework and measures, with what came of each.',
  })
  @Allow('assignment:read')
  async participantWeek(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args('day', { type: () => LocalDate, nullable: true, description: 'Now where left out.' }) day: string | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<ParticipantWeekModel> {
    if (day !== null && (day < '1900' || day >= '9900'))
      throw new BadInput([{ field: 'day', problem: 'is out of bounds' }]);
    const snapshot = await root.open(read, studyId);
    const asked = new WeekOfParticipant(
      snapshot,
      { studyId, participantId },
      new Date().toISOString(),
      day ?? undefined,
    );
    const { items, days, ...week } = await this.queries.execute(asked);
    const shownDays = days.map((one) => ({ date: one.date, items: one.items.map(shown) }));
    return { ...week, items: items.map(shown), days: shownDays, logIndex: snapshot.logIndex };
  }
}

function shown({ visibility, title, ...item }: DayItem): DayItemModel {
  return { ...item, title: sealedContent(title, { visibility }) };
}
