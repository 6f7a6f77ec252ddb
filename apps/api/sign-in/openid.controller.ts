import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { type Config, CONFIG, Identity, LOG, type Log, SignInRefused } from '#platform';
import { Allow, ANYONE } from '../access/allow.decorator.ts';
import { codeOf } from '../graphql/errors/error-code.ts';
import { BrowserSession, originOf } from './browser.session.ts';
import { OpenIdClient, type PendingOpenId } from './openid.client.ts';
import { OwnCookie } from './session-cookie.ts';

/** Milliseconds to sign in at the provider. */
const PATIENCE = 10 * 60_000;
const OWNER = 'openid-pending';

const pendingShape = z.strictObject({
  ...{ state: z.string(), nonce: z.string(), verifier: z.string(), link: z.boolean(), until: z.number() },
});

/** Signing in with a provider: there and back. What the browser must bring back is sealed in a cookie of its own. */
@Controller('sign-in/openid')
export class OpenIdController {
  readonly #client: OpenIdClient | undefined;
  readonly #cookie: OwnCookie;

  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(BrowserSession) private readonly browser: BrowserSession,
    @Inject(LOG) private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.#client = config.openId === undefined ? undefined : new OpenIdClient(config.openId);
    this.#cookie = new OwnCookie('intersession-openid', config);
  }

  /** To the provider; with `?link=1` to tie its person to the account that is signed in. */
  @Get()
  @Allow(ANYONE)
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.#orBack(response, async (client) => {
      const { address, pending } = await client.begin(this.#redirectUri(request), request.query['link'] === '1');
      const until = this.identity.clock().getTime() + PATIENCE;
      const sealed = this.identity.secrets.seal(JSON.stringify({ ...pending, until }), OWNER).toString('base64url');
      this.#cookie.write(response, sealed, PATIENCE);
      response.redirect(303, address.href);
    });
  }

  /** Back from the provider. */
  @Get('callback')
  @Allow(ANYONE)
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.#orBack(response, async (client) => {
      const pending = this.#pending(request);
      this.#cookie.clear(response);
      const claims = await client.finish(this.#current(request), pending).catch((err: unknown) => {
        this.log.warn({ err }, 'A provider’s answer did not fit');
        throw unfit();
      });
      const from = originOf(request);
      if (pending.link) await this.identity.own.linkOpenId(await this.browser.mustFind(request), claims, from);
      else await this.browser.begin(request, response, await this.identity.signIn.withOpenId(claims, from));
      response.redirect(303, '/sign-in');
    });
  }

  /** Whatever goes wrong ends on the sign-in page, which says it. */
  async #orBack(response: Response, work: (client: OpenIdClient) => Promise<void>): Promise<void> {
    try {
      if (this.#client === undefined) throw new SignInRefused('NoAccount', 'No provider is set up.');
      await work(this.#client);
    } catch (error) {
      if (!(error instanceof SignInRefused)) this.log.warn({ err: error }, 'Signing in with a provider did not work');
      const code = error instanceof SignInRefused ? codeOf(error.code) : 'PROVIDER_AWAY';
      response.redirect(303, `/sign-in#problem=${code}`);
    }
  }

  /** @throws SignInRefused where the browser did not set out from here, or too long ago */
  #pending(request: Request): PendingOpenId {
    const sealed = this.#cookie.read(request);
    if (sealed === undefined || sealed.length > 2_000) throw unfit();
    let opened: unknown;
    try {
      opened = JSON.parse(this.identity.secrets.open(Buffer.from(sealed, 'base64url'), OWNER));
    } catch {
      throw unfit();
    }
    const pending = pendingShape.parse(opened);
    if (pending.until < this.identity.clock().getTime()) throw unfit();
    return pending;
  }

  #current(request: Request): URL {
    const at = request.originalUrl.indexOf('?');
    return new URL(`${this.#redirectUri(request)}${at < 0 ? '' : request.originalUrl.slice(at)}`);
  }

  #redirectUri({ socket }: Request): string {
    return `${this.config.publicUrl ?? `http://localhost:${socket.localPort ?? 0}`}/sign-in/openid/callback`;
  }
}

const unfit = () => new SignInRefused('WrongSignIn', 'The answer of the provider does not fit what was asked.');
