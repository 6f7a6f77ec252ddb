import 'reflect-metadata';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import request, { type Response } from 'supertest';
import { Identity } from '#platform';
import { buildApiSchema } from '../../apps/api/graphql/schema-text.ts';
import { WEB_DOCUMENTS } from '../../apps/api/web/documents.generated.ts';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import { Browser } from './browser.ts';

const FREE = { query: '{ me { subjectId } log { index } }' };
const [ME = ''] = Object.entries(WEB_DOCUMENTS).find(([, text]) => text.startsWith('query Me ')) ?? [];

describe('what a browser’s session may ask in production', () => {
  let api: ApiUnderTest;
  let server: Server;
  const signedIn = async (kind: 'staff' | 'participant', subjectId: string): Promise<Browser> => {
    const browser = new Browser(server);
    const identity = api.app.get(Identity);
    const { accountId } = await identity.accounts.ensure({ kind, subjectId, createdBy: 'spec' });
    const token = await identity.sessions.open({
      ...{ accountId, stage: 'open', secondFactor: true, way: 'code' },
      ...{ times: { idle: 60_000, absolute: 60_000 }, from: { address: '127.0.0.1', agent: 'a phone' } },
    });
    browser.cookies.set('intersession', token);
    return browser;
  };
  const codeOf = ({ body }: Response): unknown =>
    (body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

  beforeAll(async () => {
    api = await startApi({ demonstration: false, access: {} });
    server = api.app.getHttpServer();
  });
  afterAll(async () => {
    await api?.stop();
  });

  it('is the operations of the web app, by their hash or to the letter', async () => {
    const phone = await signedIn('participant', 'study:P1');
    const byHash = await phone.post('/graphql', { documentId: ME });
    expect(byHash.body).toMatchObject({ data: { me: { kind: 'PARTICIPANT', subjectId: 'study:P1' } } });
    const toTheLetter = await phone.post('/graphql', { query: WEB_DOCUMENTS[ME] });
    expect(toTheLetter.body).toMatchObject({ data: { me: { subjectId: 'study:P1' } } });
  });

  it('is nothing else', async () => {
    const phone = await signedIn('participant', 'study:P1');
    const free = await phone.post('/graphql', FREE);
    expect([free.status, codeOf(free)]).toEqual([403, 'DOCUMENT_NOT_ALLOWED']);
    const almost = await phone.post('/graphql', { query: `${WEB_DOCUMENTS[ME]} ` });
    expect(codeOf(almost)).toBe('DOCUMENT_NOT_ALLOWED');
    const get = await phone.get(`/graphql?query=${encodeURIComponent(FREE.query)}`);
    expect(get.status).toBeGreaterThanOrEqual(400);
    for (const documentId of ['', 'f'.repeat(64), '__proto__', 7, null, ['x'], { a: 1 }]) {
      const unknown = await phone.post('/graphql', { documentId });
      expect([documentId, unknown.status, codeOf(unknown)]).toEqual([documentId, 400, 'DOCUMENT_UNKNOWN']);
    }
    const both = await phone.post('/graphql', { documentId: ME, query: FREE.query });
    expect(codeOf(both)).toBe('BAD_REQUEST');
  });

  it('comes from pages of this server only, and with a cookie never by a form', async () => {
    const phone = await signedIn('participant', 'study:P1');
    const cookie = [...phone.cookies].map((pair) => pair.join('=')).join('; ');
    const send = (headers: Record<string, string>, body: object | string = { documentId: ME }) =>
      request(server)
        .post('/graphql')
        .set({ Host: 'localhost', cookie, ...headers })
        .send(body);
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'X-Nothing': 'told' },
    ]) {
      expect([headers, codeOf(await send(headers))]).toEqual([headers, 'FOREIGN_ORIGIN']);
    }
    const own = { Host: 'localhost', Origin: 'http://localhost' };
    expect((await send(own)).status).toBe(200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const form = await send({ ...own, 'Content-Type': type }, JSON.stringify({ documentId: ME }));
      expect([type, form.status >= 400]).toEqual([type, true]);
    }
  });

  it('has cookies that no script reads and no other site sends along', async () => {
    const answer = await request(server)
      .post('/sign-in/code')
      .set({ Host: 'localhost', 'Sec-Fetch-Site': 'same-origin' })
      .send({ code: 'not-a-code' });
    expect(answer.headers['set-cookie']).toBeUndefined();
    const out = await (await signedIn('participant', 'study:P1')).post('/sign-in/out', {});
    const [cookie = ''] = [out.headers['set-cookie']].flat();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });
});

describe('the operations of the web app', () => {
  it('fit the schema', async () => {
    const schema = await buildApiSchema();
    for (const text of Object.values(WEB_DOCUMENTS)) {
      expect([text, validate(schema, parse(text)).map(({ message }) => message)]).toEqual([text, []]);
    }
  });
});
