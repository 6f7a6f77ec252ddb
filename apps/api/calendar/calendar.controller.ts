import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow, ANYONE } from '../access/allow.decorator.ts';
import { refuseRequest } from '../http/refusal.ts';
import { ParticipantFeeds } from './participant-feeds.ts';

/** Where calendar programs look. */
@Controller('calendar')
export class CalendarController {
  constructor(@Inject(ParticipantFeeds) private readonly feeds: ParticipantFeeds) {}

  /** Planned times as iCalendar (RFC 5545). Every address that leads nowhere gets the same answer. */
  @Get(':file')
  @Allow(ANYONE)
  async read(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [, token] = /^([A-Za-z0-9_-]{43})\.ics$/.exec(file) ?? [];
    const found = token === undefined ? undefined : await this.feeds.read(token);
    response.setHeader('referrer-policy', 'no-referrer');
    if (found === undefined) {
      response.setHeader('cache-control', 'no-store');
      return refuseRequest(response, 404, 'NOT_FOUND', 'There is no such calendar.');
    }
    response.setHeader('etag', found.etag);
    response.setHeader('cache-control', 'private, no-cache');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    response.setHeader('content-type', 'text/calendar; charset=utf-8');
    response.setHeader('content-disposition', 'inline; filename="planned-time.ics"');
    response.send(found.text);
  }
}
