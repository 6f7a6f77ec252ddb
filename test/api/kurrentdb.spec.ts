import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { TestServer } from '../kurrentdb/test.server.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';

let server: TestServer;
let api: ApiUnderTest;

beforeAll(async () => {
  server = await TestServer.start();
  api = await startApi({ eventStoreUrl: server.url });
}, 120_000);
afterAll(async () => {
  await api.stop();
  await server.stop();
});

const register = (studyId: string, commandId: string) =>
  api.client.ask<{ registerStudy: { position: string } }>(
    `mutation ($input: RegisterStudyInput!, $meta: CommandMetaInput!) { registerStudy(input: $input, meta: $meta) { position } }`,
    { input: { studyId, title: 'Over KurrentDB', timeZone: 'UTC' }, meta: { commandId } },
  );
const count = (after: string) =>
  api.client.ask<{ studies: { totalCount: number } }>(
    'query ($after: Position) { studies(afterPosition: $after) { totalCount } }',
    {
      after,
    },
  );
const health = async () =>
  (await request(api.app.getHttpServer()).get('/health')).body as { log: object; status: string };

it('the API records into KurrentDB, reads what it has written, and gets over a server that goes away', async () => {
  const first = await register('one', randomUUID());
  expect(first.errors).toBeUndefined();
  const { position } = first.data!.registerStudy;
  expect((await count(position)).data?.studies.totalCount).toBe(1);
  expect(await health()).toMatchObject({ log: { index: 1, engine: 'kurrentdb' } });
  expect((await api.database.pool.query('SELECT FROM events')).rowCount).toBe(0);

  const commandId = randomUUID();
  const waiting = (async () => {
    await server.kill();
    return register('two', commandId);
  })();
  await sleep(1_000);
  expect(await health()).toMatchObject({ status: 'failing', log: { index: null, engine: 'kurrentdb' } });
  server = await server.startAgain();
  let second = await waiting;
  for (let tries = 0; tries < 5 && second.errors !== undefined; tries += 1) second = await register('two', commandId);
  expect(second.errors).toBeUndefined();
  expect((await count(second.data!.registerStudy.position)).data?.studies.totalCount).toBe(2);
}, 120_000);
