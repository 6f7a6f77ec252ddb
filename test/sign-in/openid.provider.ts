import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';

/** A certified OpenID Connect provider on loopback, where whoever types a name is that person. */
export interface ProviderUnderTest {
  readonly issuer: string;
  /** What it says of everybody from now on. */
  readonly says: { emailVerified: boolean };
  /** Carries a browser from the address of an authorization request to where the provider sends it back. */
  signIn(address: string, name: string): Promise<URL>;
  stop(): Promise<void>;
}

export const CLIENT = { id: 'intersession', secret: 'a secret of the client, long enough to be one' };

/** @param redirectUri where it may send people back to */
export async function startProvider(redirectUri: string): Promise<ProviderUnderTest> {
  // It warns on the console of being set up for a trial, which it is.
  for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
  const { Provider } = await import('oidc-provider');
  const server: Server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const says = { emailVerified: true };
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key of the spec'] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, email: `${accountId}@clinic.example`, email_verified: says.emailVerified }),
    }),
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    ...{ issuer, says, signIn: (address: string, name: string) => travel(address, name, redirectUri) },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Follows the provider’s pages as a person would: its form for signing in, then its form for consent. */
async function travel(from: string, name: string, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const go = async (address: string, body?: string): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) };
    const response = await fetch(address, {
      ...{ redirect: 'manual', headers },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  let [address, response] = [from, await go(from)];
  for (let steps = 0; steps < 12; steps += 1) {
    const location = response.headers.get('location');
    if (location === null) {
      const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1] ?? 'none';
      response = await go(address, new URLSearchParams({ prompt, login: name, password: 'any' }).toString());
      continue;
    }
    const next = new URL(location, address);
    if (next.href.startsWith(redirectUri)) return next;
    address = next.href;
    response = await go(address);
  }
  throw new Error('the provider did not send the browser back');
}
