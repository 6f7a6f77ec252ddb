import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { OpenCalendarFeedModel } from './calendar-feed.model.ts';
import { ParticipantFeeds } from './participant-feeds.ts';

/** Whether there is a calendar. */
@Resolver(() => OpenCalendarFeedModel)
export class CalendarFeedResolver {
  constructor(@Inject(ParticipantFeeds) private readonly feeds: ParticipantFeeds) {}

  @Query(() => OpenCalendarFeedModel, {
    nullable: true,
    description: 'The caller’s calendar address; none where there is none.',
  })
  @Allow('device:write')
  async calendarFeed(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Caller() caller: Principal,
  ): Promise<OpenCalendarFeedModel | null> {
    const since = await this.feeds.since(caller, participantId);
    return since === undefined ? null : { since };
  }
}
