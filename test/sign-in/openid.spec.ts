import 'reflect-metadata';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Identity } from '#platform';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import { Browser } from './browser.ts';
import { CLIENT, type ProviderUnderTest, startProvider } from './openid.provider.ts';

// Executes E6-4.3.3, P11-10(d).
let provider: ProviderUnderTest;
let api: ApiUnderTest;
let identity: Identity;
let server: Server;
let origin: string;

/** A port that was free a moment ago: provider and client each have to know where the other is. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

beforeAll(async () => {
  origin = `http://localhost:${await freePort()}`;
  provider = await startProvider(`${origin}/sign-in/openid/callback`);
  const variables = {
    ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    ...{ OIDC_NAME: 'the clinic', PUBLIC_URL: origin, SECOND_FACTOR: 'optional' },
  };
  api = await startApi({ demonstration: false, access: {}, variables });
  identity = api.app.get(Identity);
  server = api.app.getHttpServer();
}, 120_000);
afterAll(async () => {
  await api.stop();
  await provider.stop();
});

const newBrowser = () =>
  new Browser(server, { 'Sec-Fetch-Site': 'same-origin', Host: new URL(origin).host, Origin: origin });
const staff = (subjectId: string) => identity.accounts.create({ kind: 'staff', subjectId, createdBy: 'operator' });

/** To the provider and to the moment before coming back. */
async function out(browser: Browser, name: string, link = ''): Promise<{ asked: URL; back: URL }> {
  const answer = await browser.with({ Host: new URL(origin).host }).get(`/sign-in/openid${link}`);
  const asked = new URL(String(answer.headers['location']));
  keep(browser, answer.headers['set-cookie']);
  return { asked, back: await provider.signIn(asked.href, name) };
}

function keep(browser: Browser, lines: unknown): void {
  for (const line of Array.isArray(lines) ? lines.map(String) : []) {
    const [pair = ''] = line.split(';');
    browser.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }
}

/** Where the browser ends up. A provider’s page sends it here from another site. */
async function back(browser: Browser, address: URL): Promise<string> {
  const arriving = browser.with({
    Host: new URL(origin).host,
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Mode': 'navigate',
  });
  const answer = await arriving.get(`${address.pathname}${address.search}`);
  for (const [name, value] of arriving.cookies) browser.cookies.set(name, value);
  return String(answer.headers['location']);
}

const subjectOf = async (browser: Browser) =>
  ((await browser.get('/sign-in/state')).body as { subject: string | null }).subject;

describe('signing in through a real OpenID Connect provider', () => {
  it('asks with PKCE, state and nonce', async () => {
    const { asked } = await out(newBrowser(), 'kim');
    expect(asked.searchParams.get('response_type')).toBe('code');
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.searchParams.get(name)?.length).toBeGreaterThan(40);
    expect(asked.searchParams.get('redirect_uri')).toBe(`${origin}/sign-in/openid/callback`);
  });

  it('lets nobody in who was not invited, and makes no account', async () => {
    const browser = newBrowser();
    expect(await back(browser, (await out(browser, 'stranger')).back)).toBe('/sign-in#problem=NO_ACCOUNT');
    expect(await subjectOf(browser)).toBeNull();
    expect((await identity.accounts.list()).length).toBe(0);
  });

  it('lets in who was invited, by a verified address, and knows them again without', async () => {
    const { accountId } = await staff('st-kim');
    await identity.openId.invite(accountId, 'KIM@clinic.example', 'operator');
    provider.says.emailVerified = false;
    const early = newBrowser();
    expect(await back(early, (await out(early, 'kim')).back)).toBe('/sign-in#problem=NO_ACCOUNT');
    provider.says.emailVerified = true;
    const browser = newBrowser();
    expect(await back(browser, (await out(browser, 'kim')).back)).toBe('/sign-in');
    expect(await subjectOf(browser)).toBe('st-kim');
    provider.says.emailVerified = false;
    const again = newBrowser();
    expect(await back(again, (await out(again, 'kim')).back)).toBe('/sign-in');
    expect(await subjectOf(again)).toBe('st-kim');
    provider.says.emailVerified = true;
  });

  it('ties the provider’s person to the account that is signed in', async () => {
    const account = await staff('st-lee');
    const times = identity.settings.staffSession;
    const from = { address: '127.0.0.1', agent: undefined };
    const browser = newBrowser();
    const session = { accountId: account.accountId, stage: 'open', secondFactor: false, way: 'password' } as const;
    browser.cookies.set('intersession', await identity.sessions.open({ ...session, times, from }));
    expect(await back(browser, (await out(browser, 'lee', '?link=1')).back)).toBe('/sign-in');
    const other = newBrowser();
    await back(other, (await out(other, 'lee')).back);
    expect(await subjectOf(other)).toBe('st-lee');
  });
});

describe('an answer of the provider', () => {
  it.each([
    ['replayed', async (browser: Browser, address: URL) => void (await back(browser, address))],
    ['in a browser that did not ask', async (browser: Browser) => browser.cookies.clear()],
    ['with a forged state', async (_: Browser, address: URL) => address.searchParams.set('state', 'x'.repeat(43))],
    ['with a forged code', async (_: Browser, address: URL) => address.searchParams.set('code', 'x'.repeat(43))],
    [
      'from another issuer',
      async (_: Browser, address: URL) => address.searchParams.set('iss', 'https://evil.example'),
    ],
    ['without a code', async (_: Browser, address: URL) => address.searchParams.delete('code')],
    ['that is an error', async (_: Browser, address: URL) => address.searchParams.set('error', 'access_denied')],
    [
      'with a cookie that was changed',
      async (browser: Browser) => {
        const sealed = browser.cookies.get('intersession-openid') ?? '';
        browser.cookies.set('intersession-openid', `${sealed.slice(0, -2)}AA`);
      },
    ],
  ])('%s lets nobody in', async (_, spoil) => {
    const browser = newBrowser();
    const { back: address } = await out(browser, 'kim');
    await spoil(browser, address);
    browser.cookies.delete('intersession');
    expect(await back(browser, address)).toBe('/sign-in#problem=WRONG_SIGN_IN');
    expect(await subjectOf(browser)).toBeNull();
  });

  it('swapped between two browsers lets neither in', async () => {
    const [one, two] = [newBrowser(), newBrowser()];
    const [first, second] = [await out(one, 'kim'), await out(two, 'lee')];
    expect(await back(one, second.back)).toBe('/sign-in#problem=WRONG_SIGN_IN');
    expect(await back(two, first.back)).toBe('/sign-in#problem=WRONG_SIGN_IN');
  });

  it('is not waited for where the provider is away', async () => {
    await provider.stop();
    const browser = newBrowser();
    const answer = await browser.get('/sign-in/openid/callback?code=x&state=y');
    expect(answer.headers['location']).toBe('/sign-in#problem=WRONG_SIGN_IN');
    expect((await browser.get('/health')).status).toBe(200);
  });
});

describe('behind a proxy that speaks TLS', () => {
  it('cookies are bound to the host and to TLS, and the public address is the only page', async () => {
    const secure = await startApi({
      ...{ demonstration: false, access: {} },
      variables: { PUBLIC_URL: 'https://study.example', TRUSTED_PROXIES: '127.0.0.1', SECOND_FACTOR: 'optional' },
    });
    try {
      const own = secure.app.get(Identity);
      const account = await own.accounts.ensure({ kind: 'participant', subjectId: 'p', createdBy: 'o' });
      const handed = { accountId: account.accountId, purpose: 'sign-in', form: 'link', lifetime: 60_000 } as const;
      const { code } = await own.codes.issue({ ...handed, createdBy: 'o' });
      const headers = { Origin: 'https://study.example', 'X-Forwarded-For': '203.0.113.7' };
      const foreign = new Browser(secure.app.getHttpServer(), { ...headers, Origin: 'http://study.example' });
      expect((await foreign.post('/sign-in/code', { code })).status).toBe(403);
      const browser = new Browser(secure.app.getHttpServer(), headers);
      const answer = await browser.post('/sign-in/code', { code });
      expect(answer.headers['set-cookie']?.[0]).toMatch(
        /^__Host-intersession=.*; Path=\/;.*; HttpOnly; Secure; SameSite=Lax$/,
      );
      const [signedIn] = await own.accessLog.find({ limit: 1, acts: ['sign-in'] });
      expect(signedIn?.addressClass).toBe('internet');
    } finally {
      await secure.stop();
    }
  });
});
