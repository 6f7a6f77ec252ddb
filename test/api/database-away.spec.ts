import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { startTestPostgres, type TestPostgres } from '../postgres.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';

let server: TestPostgres;
let api: ApiUnderTest;

beforeAll(async () => {
  server = await startTestPostgres();
  api = await startApi({ database: { url: server.url, drop: async () => server.stop() } });
}, 120_000);
afterAll(async () => api.stop());

const read = () => api.client.ask('{ studies { totalCount } }');

it('reads say that they may be asked again while PostgreSQL is away, and are answered when it is back', async () => {
  expect((await read()).data).toEqual({ studies: { totalCount: 0 } });
  let back = false;
  const restarted = server.restart({ mode: 'immediate', downFor: 2_000 }).finally(() => (back = true));
  const told = new Set<unknown>();
  while (!back) {
    for (const { message, extensions } of (await read()).errors ?? [])
      told.add(`${String(extensions.code)}: ${message}`);
    await sleep(10);
  }
  await restarted;
  expect([...told]).toEqual([
    'READ_MODELS_UNAVAILABLE: The read models cannot be reached at the moment. Ask again soon.',
  ]);
  let answer = await read();
  for (let tries = 0; tries < 100 && answer.errors !== undefined; tries += 1) {
    await sleep(100);
    answer = await read();
  }
  expect(answer.data).toEqual({ studies: { totalCount: 0 } });
  await request(api.app.getHttpServer()).get('/ready').expect(200);
  expect(api.lines.filter((line) => line.includes('unforeseen'))).toEqual([]);
}, 120_000);
