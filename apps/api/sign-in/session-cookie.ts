import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import { type Config, isLoopback } from '#platform';

/** Cookies of a browser by name; those that come twice are left out, for nobody knows which one is meant. */
export function cookiesOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const part of (headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at < 1) continue;
    if (found.has(name)) twice.add(name);
    found.set(name, part.slice(at + 1).trim());
  }
  for (const name of twice) found.delete(name);
  return found;
}

/** A cookie that no script reads, that other sites do not send along, and that only this host can have set. */
export class OwnCookie {
  readonly name: string;
  readonly #secure: boolean;

  /** @param bare its name before what a secure connection adds */
  constructor(bare: string, config: Pick<Config, 'http' | 'publicUrl'>) {
    this.#secure = isSecure(config);
    this.name = this.#secure ? `__Host-${bare}` : bare;
  }

  read(request: IncomingMessage): string | undefined {
    return cookiesOf(request).get(this.name);
  }

  /** @param keepFor milliseconds */
  write(response: Response, value: string, keepFor: number): void {
    response.cookie(this.name, value, { ...this.#form(), maxAge: keepFor });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.#form());
  }

  #form() {
    return { httpOnly: true, secure: this.#secure, sameSite: 'lax', path: '/' } as const;
  }
}

/** Everywhere but on one's own computer. */
function isSecure({ http, publicUrl }: Pick<Config, 'http' | 'publicUrl'>): boolean {
  return publicUrl === undefined ? !isLoopback(http.host) : publicUrl.startsWith('https:');
}

/** Of the session. */
export class SessionCookie extends OwnCookie {
  constructor(config: Pick<Config, 'http' | 'publicUrl'>) {
    super('intersession', config);
  }
}
