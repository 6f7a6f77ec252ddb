import { createECDH, createPublicKey, type ECDH, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { vapidKeysOf } from '#platform';
import { PushChannel } from './push.channel.ts';
import { ReminderLinks } from './reminder.link.ts';

/** RFC 8291 as a phone has it. web-push encrypts with the same package, so it is held to the example of the RFC as well. */
interface Decryption {
  decrypt(body: Buffer, options: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string }): Buffer;
}
const ece = createRequire(createRequire(import.meta.url).resolve('web-push'))('http_ece') as Decryption;

const links = new ReminderLinks('https://study.example', Buffer.alloc(32, 7));
const keys = vapidKeysOf(Buffer.alloc(32, 9));
if (keys === undefined) throw new Error('no keys');
const reminderId = '6f1c9a70-54f0-5d0b-9a51-0c8f1f2f6d5e';
const message = { reminderId, participantId: 'stress:P1', studyId: 'stress' };

interface Seen {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
let server: Server;
let base = '';
const seen: Seen[] = [];
/** What the push service answers, by path. */
const ANSWERS: Readonly<Record<string, number | 'dies' | 'hangs'>> = {
  ...{ '/ok': 201, '/gone': 410, '/unknown': 404, '/denied': 403, '/slow-down': 429, '/too-big': 413, '/broken': 500 },
  ...{ '/dies': 'dies', '/hangs': 'hangs', '/moved': 302 },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ headers: request.headers, body: Buffer.concat(chunks) });
      const answer = ANSWERS[request.url ?? ''] ?? 201;
      if (answer === 'dies') request.socket.destroy();
      else if (answer !== 'hangs') response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A phone: its subscription, and what only it has. */
function phone(endpoint: string) {
  const ecdh = createECDH('prime256v1');
  const p256dh = ecdh.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  const subscription = { endpoint, keys: { p256dh, auth } };
  return {
    device: { deviceId: `device-${endpoint}`, subscription },
    read: (body: Buffer) =>
      JSON.parse(ece.decrypt(body, { version: 'aes128gcm', privateKey: ecdh, authSecret: auth }).toString()) as unknown,
  };
}

function channelTo(endpoints: readonly string[], demonstration = true) {
  const forgotten: string[] = [];
  const phones = endpoints.map(phone);
  const channel = new PushChannel(
    {
      keys: keys ?? { publicKey: '', privateKey: '' },
      contact: 'mailto:study@example.org',
      demonstration,
      timeout: 400,
    },
    {
      of: () => Promise.resolve(phones.map(({ device }) => device)),
      forget: (_who, deviceId) => Promise.resolve(forgotten.push(deviceId) > 0),
    },
    links,
  );
  return { phones, forgotten, deliver: () => channel.deliver(message) };
}
const to = async (...paths: readonly string[]) => channelTo(paths.map((path) => `${base}${path}`)).deliver();

describe('reminders by web push', () => {
  it('are read here as the example of RFC 8291 (section 5) is', () => {
    const privateKey = createECDH('prime256v1');
    privateKey.setPrivateKey('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url');
    const body = [
      ...['DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml'],
      ...['mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT'],
      'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    ].join('');
    const options = { version: 'aes128gcm', privateKey, authSecret: 'BTBZMqHH6r4Tts7J_aSIgg' } as const;
    expect(ece.decrypt(Buffer.from(body, 'base64url'), options).toString()).toBe(
      'When I grow up, I want to be a watermelon',
    );
  });

  it('reach the phone encrypted, signed by the installation, and say nothing of homework or therapy', async () => {
    seen.length = 0;
    const { phones, deliver } = channelTo([`${base}/ok`]);
    expect(await deliver()).toEqual({ outcome: 'sent' });
    const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = seen;
    expect(headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: '21600',
      topic: reminderId.replaceAll('-', ''),
    });
    expect(body.toString('latin1')).not.toContain('waiting');
    const notice = phones[0]?.read(body);
    expect(notice).toEqual({
      reminderId,
      text: { en: 'Something is waiting for you.', sv: 'Något väntar på dig.' },
      link: links.linkFor(reminderId),
    });
    expect(JSON.stringify(notice)).not.toMatch(/homework|therap|läxa|hemuppgift|stress/i);
    expect(claimsOf(String(headers.authorization))).toMatchObject({ aud: base, sub: 'mailto:study@example.org' });
  });

  it('forget a device that its push service knows no longer', async () => {
    for (const path of ['/gone', '/unknown']) {
      const { deliver, forgotten, phones } = channelTo([`${base}${path}`]);
      expect(await deliver()).toEqual({ outcome: 'failed', failure: 'expired-subscription', permanent: true });
      expect(forgotten).toEqual(phones.map(({ device }) => device.deviceId));
    }
  });

  it('are told by what the push service answers', async () => {
    const failed = (failure: string, permanent: boolean) => ({ outcome: 'failed', failure, permanent });
    expect(await to('/denied')).toEqual(failed('misconfigured', false));
    expect(await to('/slow-down')).toEqual(failed('refused', false));
    expect(await to('/too-big')).toEqual(failed('refused', true));
    // No push service sends elsewhere; where it leads was never looked at.
    expect(await to('/moved')).toEqual(failed('refused', true));
    expect(await to('/broken')).toEqual({ outcome: 'unknown' });
    expect(await to('/dies')).toEqual({ outcome: 'unknown' });
    expect(await to('/hangs')).toEqual({ outcome: 'unknown' });
    expect(await channelTo(['http://127.0.0.1:1/x']).deliver()).toEqual(failed('unreachable', false));
    expect(await channelTo([]).deliver()).toEqual(failed('no-address', false));
  });

  it('arrived where one device took it, and are not sent again where one may have', async () => {
    expect(await to('/gone', '/ok', '/broken')).toEqual({ outcome: 'sent' });
    expect(await to('/gone', '/denied', '/dies')).toEqual({ outcome: 'unknown' });
    expect(await to('/gone', '/slow-down')).toMatchObject({ failure: 'refused', permanent: false });
  });

  it('never knock at private doors, also where a name leads there', async () => {
    seen.length = 0;
    const refused = { outcome: 'failed', failure: 'refused', permanent: true };
    for (const endpoint of [`${base}/ok`, 'https://10.0.0.1/x', 'https://[::1]/x']) {
      expect(await channelTo([endpoint], false).deliver()).toEqual(refused);
    }
    expect(seen).toEqual([]);
  });
});

/** The claims of a signature that holds under our public key (RFC 8292, ES256). */
function claimsOf(authorization: string): unknown {
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  expect(key).toBe(keys?.publicKey);
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((bytes) => bytes.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  const holds = verify(
    'sha256',
    signed,
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  expect(holds).toBe(true);
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}
