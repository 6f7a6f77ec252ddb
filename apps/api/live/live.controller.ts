import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Identity } from '#platform';
import type { Scope } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Authentication, type Caller } from '../access/caller.ts';
import { Principals } from '../access/principal.ts';
import { refuseRequest } from '../http/refusal.ts';
import { LiveStreams } from './live.streams.ts';

/** Tells open pages, as server-sent events, that something they may see has changed. Nothing of what it says. */
@Controller('live')
export class LiveController {
  constructor(
    @Inject(LiveStreams) private readonly streams: LiveStreams,
    @Inject(Identity) private readonly identity: Identity,
    private readonly authentication: Authentication,
    private readonly principals: Principals,
  ) {}

  @Get()
  @Allow('account:read')
  async listen(@Req() request: Request, @Res() response: Response): Promise<void> {
    const caller = await this.authentication.callerOf(request);
    if (caller === undefined) return refuseRequest(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
    const scopeNow = () => this.#scopeOf(caller, request);
    if (await this.streams.add({ response, scopeNow })) return;
    response.setHeader('Retry-After', '30');
    refuseRequest(response, 503, 'TOO_MANY_STREAMS', 'Too many pages listen at the moment.');
  }

  /** What they may read now, as long as they are who they were. A session is looked at without waking it. */
  async #scopeOf(caller: Caller, request: Request): Promise<Scope | undefined> {
    const { sessionId } = caller;
    const still =
      sessionId === undefined
        ? (await this.authentication.callerOf(request)) !== undefined
        : await this.identity.sessions.goesOn(sessionId);
    return still ? (await this.principals.principalOf(caller)).scope : undefined;
  }
}
