import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONFIG, type Config } from '#platform';
import request from 'supertest';
import { AttachmentSweep } from '../../apps/api/attachments/attachment.sweep.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';

const participantId = 'pictures:P1';
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000a49444154789c6300010000050001', 'hex'),
  Buffer.alloc(200_000, 7),
]);

let api: ApiUnderTest;
let folder: string;
let last = '';

beforeAll(async () => {
  api = await startApi();
  folder = api.app.get<Config>(CONFIG).attachments.folder;
  const { client } = api;
  await client.receipt('registerStudy', { studyId: 'pictures', title: 'Pictures', timeZone: 'UTC' });
  await client.receipt('enrolParticipant', { studyId: 'pictures', code: 'P1' });
  const terms = {
    ...{ title: 'Take a photo', focus: 'EXPERIENTIAL', medium: 'FREE', due: { kind: 'OPEN' }, performers: ['CLIENT'] },
    ...{ setting: 'SESSION', visibility: 'THERAPIST' },
  };
  await client.receipt('assignHomework', { assignmentId: 'hw', participantId, initiatedBy: 'CLIENT', terms });
}, 120_000);
afterAll(async () => api.stop());

const send = (attachmentId: string, content: Buffer, commandId: string = randomUUID(), type = 'image/png') =>
  request(api.client.server)
    .post(`/attachments/hw/${attachmentId}`)
    .set('Host', 'localhost')
    .set('Content-Type', type)
    .set('X-Command-Id', commandId)
    .query({ description: 'The sea' })
    .send(content);
const fetch = (attachmentId: string) =>
  request(api.client.server).get(`/attachments/hw/${attachmentId}`).set('Host', 'localhost').buffer(true);
const kept = async () => (await readdir(folder).catch(() => [])).length;

describe('a photo', () => {
  it('is taken, put on the record and handed out to be saved, never shown', async () => {
    const commandId = randomUUID();
    const sent = await send('one', PNG, commandId);
    expect([sent.status, sent.body]).toMatchObject([201, { commandId, stream: 'assignment-hw' }]);
    const again = await send('one', PNG, commandId);
    expect(again.body).toEqual(sent.body);
    expect(await kept()).toBe(1);
    last = (sent.body as { position: string }).position;

    const got = await fetch('one');
    expect((got.body as Buffer).equals(PNG)).toBe(true);
    expect(got.headers).toMatchObject({
      ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
      'content-disposition': 'attachment; filename="attachment"',
      'content-security-policy': "default-src 'none'; sandbox",
    });

    const { attachments } = await api.client.data<{ attachments: { edges: readonly { node: object }[] } }>(
      `query($p: Position) { attachments(studyId: "pictures", afterPosition: $p) { edges { node {
        attachmentId kind mediaType bytes sha256 { length } description { text } } } } }`,
      { p: last },
    );
    expect(attachments.edges.map(({ node }) => node)).toEqual([
      {
        ...{ attachmentId: 'one', kind: 'PHOTO', mediaType: 'image/png', bytes: PNG.length },
        ...{ sha256: { length: 64 }, description: { text: 'The sea' } },
      },
    ]);
  });

  it('is not replaced by another, under the same command or a new one', async () => {
    const other = Buffer.concat([PNG, Buffer.alloc(1)]);
    expect((await send('one', other)).body).toMatchObject({ errors: [{ extensions: { code: 'AttachmentExists' } }] });
    expect((await fetch('one')).body).toEqual(PNG);
    expect(await kept()).toBe(1);
  });

  it('is sent five times at once and kept once', async () => {
    const commandId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send('five', PNG, commandId)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await kept()).toBe(2);
  });
});

describe('what is not taken leaves nothing behind', () => {
  it.each([
    [
      'a page that calls itself a photo',
      Buffer.from('<html><script>alert(1)</script></html>'),
      415,
      'FILE_NOT_ALLOWED',
    ],
    ['a PDF', Buffer.from('%PDF-1.7 and more'), 415, 'FILE_NOT_ALLOWED'],
    [
      'a photo that is a page too',
      Buffer.concat([PNG, Buffer.from('<script>1</script>')]),
      415,
      'FILE_OF_MORE_THAN_ONE_KIND',
    ],
    ['nothing', Buffer.alloc(0), 400, 'FILE_EMPTY'],
  ])('%s', async (_, content, status, code) => {
    const before = await kept();
    const answer = await send('bad', content);
    expect([answer.status, answer.body]).toMatchObject([status, { errors: [{ extensions: { code } }] }]);
    expect(await kept()).toBe(before);
  });

  it('a photo for homework that nobody has', async () => {
    const answer = await request(api.client.server)
      .post('/attachments/nowhere/one')
      .set({ Host: 'localhost', 'X-Command-Id': randomUUID(), 'Content-Type': 'image/png' })
      .send(PNG);
    expect(answer.status).toBe(404);
  });

  it('a request that lacks its command id, or is JSON', async () => {
    const answer = await request(api.client.server)
      .post('/attachments/hw/two')
      .set({ Host: 'localhost', 'Content-Type': 'image/png' })
      .send(PNG);
    expect([answer.status, answer.text]).toMatchObject([400, expect.stringContaining('commandId')]);
    expect((await send('two', Buffer.from('{}'), randomUUID(), 'application/json')).status).toBe(415);
  });

  it('an upload that breaks off', async () => {
    const before = await kept();
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const upload = httpRequest({
        ...{ port, host: '127.0.0.1', method: 'POST', path: '/attachments/hw/broken' },
        headers: { Host: 'localhost', 'X-Command-Id': randomUUID(), 'Content-Length': 1_000_000 },
      });
      upload.on('error', () => undefined);
      upload.on('close', () => resolve());
      upload.write(PNG, () => upload.destroy());
    });
    for (let tries = 0; tries < 200 && (await kept()) !== before; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await kept()).toBe(before);
    expect((await fetch('broken')).status).toBe(404);
  });
});

describe('once the personal data are erased', () => {
  it('nobody can read the photo, none is taken, and its file is swept away', async () => {
    await api.client.receipt('erasePersonalData', { participantId, requestedBy: 'PARTICIPANT' });
    expect((await fetch('one')).status).toBe(410);
    expect((await send('late', PNG)).status).toBe(410);
    const sweep = api.app.get(AttachmentSweep);
    expect(await sweep.run()).toBe(0);
    expect(await sweep.run(Date.now() + 48 * 3_600_000)).toBe(2);
    expect(await kept()).toBe(0);
  });
});
