import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Identity, LOG, type Log } from '#platform';
import { Allow, ANYONE } from '../access/allow.decorator.ts';
import { BrowserSession, originOf } from './browser.session.ts';
import { answer } from './sign-in.answer.ts';
import { readInput, signInInputs } from './sign-in.input.ts';

/** What people do about their own account. Every route needs a session of their own, and reaches nobody else’s. */
@Controller('sign-in')
export class OwnAccountController {
  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(BrowserSession) private readonly browser: BrowserSession,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** One’s own sessions that go on, newest first. */
  @Get('sessions')
  @Allow(ANYONE)
  async sessions(@Req() request: Request, @Res() response: Response): Promise<void> {
    await answer(response, this.log, async () => {
      const { accountId, sessionId } = await this.browser.mustFind(request);
      const listed = await this.identity.sessions.list(accountId);
      return { sessions: listed.map((one) => ({ ...one, current: one.sessionId === sessionId })) };
    });
  }

  /** Ends one of one’s own sessions. */
  @Post('sessions/end')
  @Allow(ANYONE)
  async end(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    await answer(response, this.log, async () => {
      const { sessionId } = readInput(signInInputs.session, body);
      const { accountId } = await this.browser.mustFind(request);
      return { done: await this.identity.sessions.end(accountId, sessionId) };
    });
  }

  @Post('out-everywhere')
  @Allow(ANYONE)
  async outEverywhere(@Req() request: Request, @Res() response: Response): Promise<void> {
    await answer(response, this.log, async () => {
      await this.identity.own.signOutEverywhere(await this.browser.mustFind(request), originOf(request));
      this.browser.forget(response);
      return { stage: 'none' };
    });
  }

  @Post('change-password')
  @Allow(ANYONE)
  async changePassword(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    await answer(response, this.log, async () => {
      const change = readInput(signInInputs.change, body);
      const session = await this.browser.mustFind(request);
      return this.browser.goOn(response, await this.identity.own.changePassword(session, change, originOf(request)));
    });
  }

  /** What an authenticator app is to be told. */
  @Post('authenticator')
  @Allow(ANYONE)
  async authenticator(@Req() request: Request, @Res() response: Response): Promise<void> {
    await answer(response, this.log, async () =>
      this.identity.own.beginSecondFactor(await this.browser.mustFind(request)),
    );
  }

  @Post('authenticator/confirm')
  @Allow(ANYONE)
  async confirm(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    await answer(response, this.log, async () => {
      const { code } = readInput(signInInputs.code, body);
      const session = await this.browser.mustFind(request);
      return this.browser.goOn(response, await this.identity.own.confirmSecondFactor(session, code, originOf(request)));
    });
  }
}
