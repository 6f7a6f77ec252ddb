import { Module } from '@nestjs/common';
import { CalendarController } from '../calendar/calendar.controller.ts';
import { ParticipantFeeds } from '../calendar/participant-feeds.ts';
import { BouncesController } from './bounces.controller.ts';
import { OpenedController } from './opened.controller.ts';

/** What participants reach by links and addresses they were given. */
@Module({ controllers: [OpenedController, BouncesController, CalendarController], providers: [ParticipantFeeds] })
export class RemindersModule {}
