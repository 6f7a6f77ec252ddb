import 'reflect-metadata';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type Account, Identity, totpCode } from '#platform';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import { Browser } from './browser.ts';

// Executes E6-4.3.3, P11-10(d), P11-200, P11-300.
const GOOD = 'a lamp beside the river';

let api: ApiUnderTest;
let identity: Identity;
let server: Server;
beforeAll(async () => {
  api = await startApi({ demonstration: false, access: {}, variables: { SECOND_FACTOR: 'optional' } });
  identity = api.app.get(Identity);
  server = api.app.getHttpServer();
}, 120_000);
afterAll(async () => api.stop());

async function staff(name: string): Promise<Account> {
  const account = await identity.accounts.create({
    kind: 'staff',
    subjectId: `st-${name}`,
    name,
    createdBy: 'operator',
  });
  const { code } = await identity.own.handOutReset(account, 'operator');
  await identity.own.reset(code, GOOD, { address: '127.0.0.1', agent: undefined });
  return account;
}

const codeOf = (response: { body: unknown }) =>
  (response.body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
/** What GraphQL says of a free query to the session of a browser that it knows, and to nobody. */
const KNOWN = 'DOCUMENT_NOT_ALLOWED';
const NOBODY = 'UNAUTHENTICATED';
const asked = async (browser: Browser) => codeOf(await browser.ask('{ log { index } }'));

describe('a person at a browser', () => {
  it('signs in and out; cookies that were worth something are worth nothing after', async () => {
    await staff('ada');
    const browser = new Browser(server);
    expect(await asked(browser)).toBe(NOBODY);
    const answer = await browser.post('/sign-in/password', { name: 'ada', password: GOOD });
    expect([answer.status, answer.body]).toEqual([200, { stage: 'open' }]);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^intersession=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(await asked(browser)).toBe(KNOWN);
    const stolen = browser.with(browser.headers);
    await browser.post('/sign-in/out');
    expect([await asked(browser), await asked(stolen)]).toEqual([NOBODY, NOBODY]);
  });

  it('gets another token at every sign-in: one that somebody planted is not signed in with', async () => {
    await staff('bea');
    const attacker = new Browser(server);
    await attacker.post('/sign-in/password', { name: 'ada', password: GOOD });
    const victim = attacker.with(attacker.headers);
    const planted = attacker.cookies.get('intersession');
    await victim.post('/sign-in/password', { name: 'bea', password: GOOD });
    expect(victim.cookies.get('intersession')).not.toBe(planted);
    expect(await asked(attacker)).toBe(NOBODY);
    const chosen = new Browser(server);
    chosen.cookies.set('intersession', 'A'.repeat(43));
    await chosen.post('/sign-in/password', { name: 'bea', password: GOOD });
    expect(chosen.cookies.get('intersession')).not.toBe('A'.repeat(43));
  });

  it('sets up an authenticator, and gets nowhere with the password alone from then on', async () => {
    await staff('cleo');
    const browser = new Browser(server);
    await browser.post('/sign-in/password', { name: 'cleo', password: GOOD });
    const before = browser.cookies.get('intersession');
    const { secret } = (await browser.post('/sign-in/authenticator')).body as { secret: string };
    const now = Date.now();
    await browser.post('/sign-in/authenticator/confirm', { code: totpCode(secret, new Date(now - 30_000)) });
    expect(browser.cookies.get('intersession')).not.toBe(before);
    const second = new Browser(server);
    const answer = await second.post('/sign-in/password', { name: 'cleo', password: GOOD });
    expect(answer.body).toEqual({ stage: 'second-factor' });
    expect(await asked(second)).toBe(NOBODY);
    const half = second.cookies.get('intersession');
    expect(codeOf(await second.post('/sign-in/second-factor', { code: '000000' }))).toBe('WRONG_CODE');
    const done = await second.post('/sign-in/second-factor', { code: totpCode(secret, new Date(now)) });
    expect(done.body).toEqual({ stage: 'open' });
    expect(second.cookies.get('intersession')).not.toBe(half);
    expect(await asked(second)).toBe(KNOWN);
  });

  it('sees their own sessions and ends them, and no others', async () => {
    await staff('dan');
    const [one, two, stranger] = [new Browser(server), new Browser(server), new Browser(server)];
    for (const browser of [one, two]) await browser.post('/sign-in/password', { name: 'dan', password: GOOD });
    await stranger.post('/sign-in/password', { name: 'ada', password: GOOD });
    const { sessions } = (await one.get('/sign-in/sessions')).body as {
      sessions: { sessionId: string; current: boolean }[];
    };
    expect(sessions.map(({ current }) => current)).toEqual([false, true]);
    const other = { sessionId: sessions[0]!.sessionId };
    expect((await stranger.post('/sign-in/sessions/end', other)).body).toEqual({ done: false });
    expect(await asked(two)).toBe(KNOWN);
    expect((await one.post('/sign-in/sessions/end', other)).body).toEqual({ done: true });
    expect(await asked(two)).toBe(NOBODY);
    await one.post('/sign-in/out-everywhere');
    expect(await asked(one)).toBe(NOBODY);
  });

  it('proves again who is there, for a signature: the session is another one from then on', async () => {
    await staff('gil');
    const browser = new Browser(server);
    await browser.post('/sign-in/password', { name: 'gil', password: GOOD });
    const before = browser.cookies.get('intersession') ?? '';
    const at = (await identity.sessions.find(before))?.authenticatedAt.getTime() ?? 0;
    expect(codeOf(await browser.post('/sign-in/again', { password: 'wrong' }))).toBe('WRONG_SIGN_IN');
    expect(codeOf(await new Browser(server).post('/sign-in/again', { password: GOOD }))).toBe(NOBODY);
    expect((await browser.post('/sign-in/again', { password: GOOD })).body).toEqual({ stage: 'open' });
    expect(await identity.sessions.find(before)).toBeUndefined();
    const after = await identity.sessions.find(browser.cookies.get('intersession') ?? '');
    expect(after?.authenticatedAt.getTime()).toBeGreaterThan(at);
  });

  it('changes the password, which signs every other browser out', async () => {
    await staff('eve');
    const [one, two] = [new Browser(server), new Browser(server)];
    for (const browser of [one, two]) await browser.post('/sign-in/password', { name: 'eve', password: GOOD });
    const wrong = await one.post('/sign-in/change-password', { password: 'no', next: 'another lamp by the lake' });
    expect(codeOf(wrong)).toBe('WRONG_SIGN_IN');
    const poor = await one.post('/sign-in/change-password', { password: GOOD, next: 'short' });
    expect(codeOf(poor)).toBe('PASSWORD_UNSUITABLE');
    await one.post('/sign-in/change-password', { password: GOOD, next: 'another lamp by the lake' });
    expect([await asked(one), await asked(two)]).toEqual([KNOWN, NOBODY]);
  });
});

describe('a page of somebody else', () => {
  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    [{ 'Sec-Fetch-Site': 'same-site', Origin: 'https://sibling.localhost' }],
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'null' }],
    [{}],
  ])('cannot use the cookie: %j', async (headers) => {
    const browser = new Browser(server);
    await browser.post('/sign-in/password', { name: 'ada', password: GOOD });
    const foreign = browser.with({ Host: 'localhost', ...headers });
    expect(codeOf(await foreign.ask('{ log { index } }'))).toBe('FOREIGN_ORIGIN');
    expect(codeOf(await foreign.post('/sign-in/out-everywhere'))).toBe('FOREIGN_ORIGIN');
    expect(await asked(browser)).toBe(KNOWN);
  });

  it('cannot sign a browser in as somebody else', async () => {
    const foreign = new Browser(server, { Host: 'localhost', Origin: 'https://evil.example' });
    const answer = await foreign.post('/sign-in/password', { name: 'ada', password: GOOD });
    expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
  });
});

describe('what a browser sends', () => {
  it.each([
    ['/sign-in/password', {}, 'name: expected'],
    ['/sign-in/password', { name: ['ada'], password: GOOD }, 'name: expected'],
    ['/sign-in/password', { name: 'ada', password: GOOD, kind: 'operator' }, 'kind: there is no such field'],
    ['/sign-in/password', { name: 'ada', password: 'x'.repeat(1_001) }, 'password: expected'],
    ['/sign-in/code', { code: { $ne: 1 } }, 'code: expected'],
    ['/sign-in/sessions/end', { sessionId: "' OR true" }, 'sessionId: expected'],
  ])('to %s as %j is refused by the field', async (path, body, problem) => {
    const answer = await new Browser(server).post(path, body);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    expect(JSON.stringify(answer.body)).toContain(problem);
    expect(JSON.stringify(answer.body)).not.toContain(GOOD);
  });

  it.each(['', '[]', 'null', '{"name":', `{"name":"${'x'.repeat(2_000_000)}"}`])(
    'as the body %.20s is refused',
    async (body) => {
      const answer = await request(server).post('/sign-in/password').set('Content-Type', 'application/json').send(body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    },
  );

  it('may hold enormous cookies, twice the same, or nonsense: it is nobody, and the server goes on', async () => {
    const cookies = [
      'intersession=a; intersession=b',
      '=;;;=',
      'intersession',
      `intersession=${'x'.repeat(8_000)}`,
      '\u00ff',
    ];
    for (const cookie of cookies) {
      const answer = await request(server)
        .post('/graphql')
        .set({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })
        .send({ query: '{ log { index } }' });
      expect([cookie.slice(0, 20), codeOf(answer)]).toEqual([cookie.slice(0, 20), NOBODY]);
    }
    const huge = request(server)
      .post('/graphql')
      .set('Cookie', `intersession=${'x'.repeat(100_000)}`);
    const answer = await huge.send({ query: '{ log { index } }' }).catch(() => ({ status: 431 }));
    expect(answer.status).toBe(431);
    expect((await request(server).get('/health')).status).toBe(200);
  });

  it('as a cookie that comes twice is not taken, whichever is right', async () => {
    const browser = new Browser(server);
    await browser.post('/sign-in/password', { name: 'ada', password: GOOD });
    const right = `intersession=${browser.cookies.get('intersession') ?? ''}`;
    for (const cookie of [`${right}; intersession=x`, `intersession=x; ${right}`]) {
      const answer = await request(server)
        .post('/graphql')
        .set({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })
        .send({ query: '{ log { index } }' });
      expect(codeOf(answer)).toBe(NOBODY);
    }
  });
});

describe('a script', () => {
  const send = async (authorization: string, cookie?: string) => {
    const test = request(server).post('/graphql').set('Authorization', authorization);
    if (cookie !== undefined) void test.set({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' });
    return codeOf(await test.send({ query: '{ log { index } }' }));
  };

  it('is known by its key, until that is revoked', async () => {
    const { accountId } = await staff('fay');
    const made = { accountId, label: 'export', days: 1, readOnly: true, createdBy: 'st-fay' };
    const { key, keyId } = await identity.keys.create(made);
    expect(await send(`Bearer ${key}`)).toBe('FORBIDDEN');
    for (const forged of [
      `Bearer ${key}x`,
      `Basic ${key}`,
      key,
      'Bearer ',
      `Bearer ${'x'.repeat(5_000)}`,
      'Bearer demo-everything',
    ]) {
      expect([forged.slice(0, 12), await send(forged)]).toEqual([forged.slice(0, 12), NOBODY]);
    }
    await identity.keys.revoke(accountId, keyId);
    expect(await send(`Bearer ${key}`)).toBe(NOBODY);
  });

  it('with a wrong key is nobody, also where a good cookie comes along', async () => {
    const browser = new Browser(server);
    await browser.post('/sign-in/password', { name: 'ada', password: GOOD });
    expect(await send('Bearer isk_wrong', `intersession=${browser.cookies.get('intersession') ?? ''}`)).toBe(NOBODY);
  });
});

describe('a phone', () => {
  it('signs in with the code that was handed out, once', async () => {
    const account = await identity.accounts.ensure({ kind: 'participant', subjectId: 'p-1', createdBy: 'st-ada' });
    const handed = { accountId: account.accountId, purpose: 'sign-in', form: 'short', lifetime: 60_000 } as const;
    const { code } = await identity.codes.issue({ ...handed, createdBy: 'st-ada' });
    const phone = new Browser(server);
    const answer = await phone.post('/sign-in/code', { code: ` ${code.toLowerCase().replace('-', ' ')}` });
    expect(answer.body).toEqual({ stage: 'open' });
    expect(answer.headers['set-cookie']?.[0]).toContain(`Max-Age=${365 * 86_400};`);
    expect((await phone.get('/sign-in/state')).body).toMatchObject({
      stage: 'open',
      kind: 'participant',
      subject: 'p-1',
    });
    expect(codeOf(await new Browser(server).post('/sign-in/code', { code }))).toBe('WRONG_CODE');
  });
});

describe('what is kept of it', () => {
  it('is a line of the access log for every sign-in and failure, which still verifies', async () => {
    const found = await identity.accessLog.find({ limit: 1_000, acts: ['sign-in', 'password', 'api-key'] });
    const seen = new Set(found.map(({ act, outcome, detail }) => `${act} ${outcome}: ${detail ?? ''}`));
    for (const line of [
      ...['sign-in done: password', 'sign-in done: password, second-factor owed', 'sign-in done: second factor'],
      ...[
        'sign-in done: code',
        'sign-in failed: wrong code',
        'password failed: wrong password',
        'password done: changed',
      ],
      'api-key failed: wrong or expired key',
    ]) {
      expect([...seen]).toContain(line);
    }
    expect(await identity.accessLog.verify()).toBeUndefined();
  });

  it('holds no password, token, code or name, neither in the tables nor in the log', async () => {
    const browser = new Browser(server);
    await browser.post('/sign-in/password', { name: 'ada', password: GOOD });
    const secrets = [GOOD, browser.cookies.get('intersession') ?? '', 'another lamp'];
    const tables = ['accounts', 'sign_in_sessions', 'api_keys', 'one_time_codes', 'access_log', 'sign_in_attempts'];
    const texts = [...api.lines];
    for (const table of tables) {
      const { rows } = await api.database.pool.query<{ text: string }>(`SELECT t::text AS text FROM ${table} t`);
      texts.push(...rows.map(({ text }) => text));
    }
    for (const secret of secrets) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  });

  it('and an answer about too many attempts says when', async () => {
    await staff('gus');
    const browser = new Browser(server);
    for (let at = 0; at < 10; at += 1)
      await browser.post('/sign-in/password', { name: 'gus', password: `wrong ${at}` });
    const answer = await browser.post('/sign-in/password', { name: 'gus', password: GOOD });
    expect([answer.status, codeOf(answer)]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});
