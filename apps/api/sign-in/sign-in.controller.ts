import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Config, CONFIG, Identity, LOG, type Log } from '#platform';
import { Allow, ANYONE } from '../access/allow.decorator.ts';
import { BrowserSession, originOf } from './browser.session.ts';
import { answer } from './sign-in.answer.ts';
import { readInput, signInInputs } from './sign-in.input.ts';

/** The ways in, for the sign-in page and for anybody’s own. Bodies and answers are JSON. */
@Controller('sign-in')
export class SignInController {
  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(BrowserSession) private readonly browser: BrowserSession,
    @Inject(LOG) private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How far this browser is, and which ways in there are. */
  @Get('state')
  @Allow(ANYONE)
  async state(@Req() request: Request, @Res() response: Response): Promise<void> {
    await answer(response, this.log, async () => {
      const session = await this.browser.find(request);
      const { demonstration, openId } = this.config;
      const ways = { demonstration, provider: openId?.name ?? null };
      return {
        stage: session?.stage ?? 'none',
        kind: session?.kind ?? null,
        subject: session?.subjectId ?? null,
        ways,
      };
    });
  }

  @Post('password')
  @Allow(ANYONE)
  async password(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    await answer(response, this.log, async () => {
      const { name, password } = readInput(signInInputs.password, body);
      const signedIn = await this.identity.signIn.withPassword(name, password, originOf(request));
      return this.browser.begin(request, response, signedIn);
    });
  }

  /** The code of the authenticator. */
  @Post('second-factor')
  @Allow(ANYONE)
  async secondFactor(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    await answer(response, this.log, async () => {
      const { code } = readInput(signInInputs.code, body);
      const session = await this.browser.mustFind(request);
      const signedIn = await this.identity.signIn.withSecondFactor(session, code, originOf(request));
      return this.browser.goOn(response, signedIn);
    });
  }

  /** A short code, or what a link holds. */
  @Post('code')
  @Allow(ANYONE)
  async code(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    await answer(response, this.log, async () => {
      const { code } = readInput(signInInputs.code, body);
      const signedIn = await this.identity.signIn.withCode(code, originOf(request));
      return this.browser.begin(request, response, signedIn);
    });
  }

  /** Chooses a password with what an operator handed out. */
  @Post('reset')
  @Allow(ANYONE)
  async reset(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    await answer(response, this.log, async () => {
      const { code, password } = readInput(signInInputs.reset, body);
      await this.identity.own.reset(code, password, originOf(request));
      return { done: true };
    });
  }

  /** Proves again who is there, for a signature. */
  @Post('again')
  @Allow(ANYONE)
  async again(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    await answer(response, this.log, async () => {
      const { password, code } = readInput(signInInputs.again, body);
      const session = await this.browser.mustFind(request);
      const proof = code === undefined ? { password } : { password, code };
      return this.browser.goOn(response, await this.identity.signIn.again(session, proof, originOf(request)));
    });
  }

  @Post('out')
  @Allow(ANYONE)
  async out(@Req() request: Request, @Res() response: Response): Promise<void> {
    await answer(response, this.log, async () => {
      const session = await this.browser.find(request);
      if (session !== undefined) await this.identity.own.signOut(session, originOf(request));
      this.browser.forget(response);
      return { stage: 'none' };
    });
  }
}
