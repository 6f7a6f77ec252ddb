import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type ApiUnderTest, startApi } from './api-under-test.ts';

describe('where no demonstration may exist', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi({ demonstration: false });
  }, 120_000);
  afterAll(async () => api.stop());

  it('every query and every command is refused, and nothing is written', async () => {
    const queries = [
      '{ log { index } }',
      '{ studies { totalCount } }',
      '{ history(of: { studyId: "s" }) { totalCount } }',
    ];
    for (const query of queries) {
      const { data, errors } = await api.client.ask(query);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
    const { errors } = await api.client.command('registerStudy', { studyId: 's', title: 'T', timeZone: 'UTC' });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { rows } = await api.database.pool.query('SELECT 1 FROM events');
    expect(rows).toEqual([]);
  });

  it('the schema is not told, neither by introspection nor by suggestions', async () => {
    const { errors } = await api.client.ask('{ __schema { types { name } } }');
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const guess = await api.client.ask('{ studie { totalCount } }');
    expect(JSON.stringify(guess.errors)).not.toContain('studies');
  });

  it('liveness and readiness are told to anyone', async () => {
    const server = api.app.getHttpServer();
    const answer = await request(server).get('/health').expect(200);
    expect(answer.body).toMatchObject({ status: 'ok', demonstration: false, log: { index: 0, numbering: 'running' } });
    await request(server).get('/ready').expect(200, { status: 'ready' });
  });
});

describe('a demonstration', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  }, 120_000);
  afterAll(async () => api.stop());

  it('tells how the log and each projection are', async () => {
    const { position } = await api.client.receipt('registerStudy', { studyId: 's', title: 'T', timeZone: 'UTC' });
    await api.client.data('query($p: Position) { log(afterPosition: $p) { index } }', { p: position });
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    const answer = await request(api.app.getHttpServer()).get('/health').expect(200);
    expect(answer.body).toMatchObject({ status: 'ok', version, demonstration: true, log: { index: 1 } });
    const { projections } = answer.body as { projections: { name: string; state: string; lag: number }[] };
    expect(projections.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['studies', 'assignments', 'adherence']),
    );
    expect(projections.filter(({ state, lag }) => state !== 'running' || lag > 0)).toEqual([]);
  });

  it('allows introspection, and says in extensions at which index it answered', async () => {
    const { data } = await api.client.ask('{ __schema { queryType { name } } }');
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const { extensions } = await api.client.ask('{ a: log { index } studies { totalCount } }');
    expect(extensions).toEqual({ log: { index: 1, fields: { a: 1, studies: 1 } } });
  });

  it('gives browsers a page and programs an answer, with the headers that keep others out', async () => {
    const server = api.app.getHttpServer();
    const page = await request(server)
      .get('/graphql')
      .set('Host', 'localhost')
      .set('Accept', 'text/html,*/*;q=0.8')
      .expect(200);
    expect(page.headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(page.headers['x-powered-by']).toBeUndefined();
    expect(page.text).not.toMatch(/https?:\/\/(?!localhost)/);
    const home = await request(server).get('/').set('Host', 'localhost').expect(200);
    expect(home.text).toContain('Intersession');
    await request(server).get('/console/assets/..%2f..%2f..%2fpackage.json').set('Host', 'localhost').expect(404);
  });
});
