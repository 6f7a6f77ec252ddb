import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Config, CONFIG, type FoundSession, Identity, type Origin, type SignedIn } from '#platform';
import { SessionCookie } from './session-cookie.ts';
import { NotSignedIn } from './sign-in.answer.ts';

/** The other end of a request. */
export function originOf(request: Pick<Request, 'ip' | 'headers'>): Origin {
  return { address: request.ip, agent: request.headers['user-agent']?.slice(0, 500) };
}

/** The session a browser comes with and leaves with. */
@Injectable()
export class BrowserSession {
  readonly #cookie: SessionCookie;

  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(CONFIG) config: Config,
  ) {
    this.#cookie = new SessionCookie(config);
  }

  async find(request: Request): Promise<FoundSession | undefined> {
    const token = this.#cookie.read(request);
    return token === undefined ? undefined : this.identity.sessions.find(token);
  }

  /** @throws NotSignedIn */
  async mustFind(request: Request): Promise<FoundSession> {
    const session = await this.find(request);
    if (session === undefined) throw new NotSignedIn();
    return session;
  }

  /** Signs in: whatever session the browser came with ends, and its token is never used again. */
  async begin(request: Request, response: Response, signedIn: SignedIn): Promise<{ stage: SignedIn['stage'] }> {
    const earlier = await this.find(request);
    if (earlier !== undefined) await this.identity.sessions.end(earlier.accountId, earlier.sessionId);
    return this.goOn(response, signedIn);
  }

  /** The same session under another token. */
  goOn(response: Response, { token, stage, keepFor }: SignedIn): { stage: SignedIn['stage'] } {
    this.#cookie.write(response, token, keepFor);
    return { stage };
  }

  forget(response: Response): void {
    this.#cookie.clear(response);
  }
}
