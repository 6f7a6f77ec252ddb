import type { IncomingMessage } from 'node:http';
import { type Config, type FoundApiKey, type FoundSession, type Identity, TooManyAttempts } from '#platform';
import { Authentication, type Caller } from '../access/caller.ts';
import { demonstrationPrincipal } from '../access/principal.ts';
import { SessionCookie } from './session-cookie.ts';

/** Published, and worth something only where a demonstration may exist: whoever has it may do everything. */
export const DEMONSTRATION_KEY = 'demo-everything';

/** Tells callers by API key or by session cookie. A key that is shown is what counts, also where it is worth nothing. */
export class AccountAuthentication extends Authentication {
  readonly #cookie: SessionCookie;

  constructor(
    private readonly identity: Identity,
    private readonly config: Config,
  ) {
    super();
    this.#cookie = new SessionCookie(config);
  }

  override async callerOf(request: IncomingMessage): Promise<Caller | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.#ofKey(authorization, request);
    const token = this.#cookie.read(request);
    const session = token === undefined ? undefined : await this.identity.sessions.find(token);
    return session === undefined || session.stage !== 'open' ? undefined : callerOfSession(session);
  }

  async #ofKey(authorization: string, request: IncomingMessage): Promise<Caller | undefined> {
    const key = /^Bearer ([A-Za-z0-9_-]{1,100})$/i.exec(authorization)?.[1];
    if (key === DEMONSTRATION_KEY && this.config.demonstration) return demonstrationCaller();
    const found = key === undefined ? undefined : await this.identity.keys.find(key);
    if (found !== undefined) return callerOfKey(found);
    await this.#noteWrongKey(request);
    return undefined;
  }

  /** As long as the address has not shown too many: the record is not for filling up. */
  async #noteWrongKey(request: IncomingMessage & { readonly ip?: string }): Promise<void> {
    const from = { address: request.ip ?? request.socket.remoteAddress, agent: undefined };
    try {
      await this.identity.attempts.takeForCode(from.address);
      await this.identity.record.note({ act: 'api-key', outcome: 'failed', from, detail: 'wrong or expired key' });
    } catch (error) {
      if (!(error instanceof TooManyAttempts)) throw error;
    }
  }
}

function callerOfSession({
  accountId,
  kind,
  subjectId,
  authenticatedAt,
  secondFactor,
  sessionId,
}: FoundSession): Caller {
  return { accountId, kind, subjectId, authenticatedAt, secondFactor, sessionId };
}

function callerOfKey({ accountId, kind, subjectId, createdAt, keyId, limits }: FoundApiKey): Caller {
  return { accountId, kind, subjectId, authenticatedAt: createdAt, secondFactor: false, key: { id: keyId, ...limits } };
}

function demonstrationCaller(): Caller {
  const { id } = demonstrationPrincipal.actor;
  return { accountId: id, kind: 'staff', subjectId: id, authenticatedAt: new Date(), secondFactor: true };
}
