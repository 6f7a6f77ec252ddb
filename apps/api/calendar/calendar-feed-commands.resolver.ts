import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { CalendarFeedModel } from './calendar-feed.model.ts';
import { ParticipantFeeds } from './participant-feeds.ts';

/** Opens, renews and closes participants’ calendars. */
@Resolver()
export class CalendarFeedCommandsResolver {
  constructor(@Inject(ParticipantFeeds) private readonly feeds: ParticipantFeeds) {}

  @Mutation(() => CalendarFeedModel, {
    description: 'Makes a secret address for calendar programs. One that was made before leads nowhere from then on.',
  })
  @Allow('device:write')
  async openCalendarFeed(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Caller() caller: Principal,
  ): Promise<CalendarFeedModel> {
    return { url: await this.feeds.open(caller, participantId) };
  }

  @Mutation(() => Boolean, { description: 'Takes the address back. False where there was none.' })
  @Allow('device:write')
  closeCalendarFeed(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Caller() caller: Principal,
  ): Promise<boolean> {
    return this.feeds.close(caller, participantId);
  }
}
