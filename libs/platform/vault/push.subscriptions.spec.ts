import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MigratedDatabase, createMigratedDatabase } from '../../../test/migrated.database.ts';
import { install } from '../execute/executor.specification.ts';
import { CalendarFeeds } from './calendar.feeds.ts';
import { checkedLookup, endpointFlaw, isPublicAddress } from './push.endpoint.ts';
import { MOST_DEVICES, pushSubscription, PushSubscriptions } from './push.subscriptions.ts';
import { openVapidKeys, vapidKeysOf } from './vapid.keys.ts';
import { vaultMigrations } from './vault.migration.ts';

const point = (): string => createECDH('prime256v1').generateKeys('base64url');
const subscription = (device: string) => ({
  endpoint: `https://push.example.com/MARKER-${device}`,
  keys: { p256dh: point(), auth: randomBytes(16).toString('base64url') },
});

let database: MigratedDatabase;
beforeAll(async () => {
  database = await createMigratedDatabase(vaultMigrations);
});
afterAll(() => database.drop());

describe('subscriptions to push messages', () => {
  it('are kept without a readable byte, and the same device again is the same', async () => {
    const { keys } = await install();
    const kept = new PushSubscriptions(database.pool, keys);
    const first = subscription('a');
    const deviceId = await kept.register('stress:P1', first);
    const renewed = { ...first, keys: subscription('a').keys };
    expect(await kept.register('stress:P1', renewed)).toBe(deviceId);
    expect(await kept.of('stress:P1')).toEqual([{ deviceId, subscription: renewed }]);
    expect(await kept.of('stress:P2')).toEqual([]);
    const { rows } = await database.pool.query<{ all: string }>(
      `SELECT (device_id || encode(sealed, 'escape')) AS all FROM push_subscriptions`,
    );
    expect(rows.map(({ all }) => /MARKER|example/.test(all))).toEqual([false]);
    expect(await kept.forget('stress:P1', deviceId ?? '')).toBe(true);
    expect(await kept.forget('stress:P1', deviceId ?? '')).toBe(false);
  });

  it('are ten at most: the oldest is forgotten', async () => {
    const { keys } = await install();
    let now = 0;
    const kept = new PushSubscriptions(database.pool, keys, () => new Date(Date.UTC(2026, 0, 1, 0, (now += 1))));
    const ids: (string | undefined)[] = [];
    for (let n = 0; n <= MOST_DEVICES; n += 1) ids.push(await kept.register('stress:P3', subscription(String(n))));
    expect((await kept.listed('stress:P3')).map(({ deviceId }) => deviceId)).toEqual(ids.slice(1).reverse());
  });

  it('open for nobody else, and never again once the participant was erased, from a backup neither', async () => {
    const { keys } = await install();
    const kept = new PushSubscriptions(database.pool, keys);
    await kept.register('stress:P4', subscription('d'));
    await keys.ensure('stress:P5');
    const { rows } = await database.pool.query<{ device_id: string; sealed: Buffer }>(
      `SELECT device_id, sealed FROM push_subscriptions WHERE participant_id = 'stress:P4'`,
    );
    const [copy] = rows;
    const restore = (participantId: string) =>
      database.pool.query('INSERT INTO push_subscriptions VALUES ($1, $2, $3, now())', [
        participantId,
        copy?.device_id,
        copy?.sealed,
      ]);
    await restore('stress:P5');
    await expect(kept.of('stress:P5')).rejects.toThrow('sealed bytes do not fit');
    await keys.destroy('stress:P4');
    expect(await kept.of('stress:P4')).toEqual([]);
    await restore('stress:P4');
    expect(await kept.of('stress:P4')).toEqual([]);
    expect(await kept.register('stress:P4', subscription('d'))).toBeUndefined();
  });

  it('are read field by field', () => {
    const wrong = (changes: object) =>
      pushSubscription.safeParse({ ...subscription('a'), ...changes }).error?.issues[0]?.path.join('.');
    expect(pushSubscription.safeParse(subscription('a')).success).toBe(true);
    expect(wrong({ endpoint: '' })).toBe('endpoint');
    expect(wrong({ keys: { ...subscription('a').keys, auth: 'short' } })).toBe('keys.auth');
    // A point that is not on the curve would break the encryption later.
    const off = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url');
    expect(wrong({ keys: { ...subscription('a').keys, p256dh: off } })).toBe('keys.p256dh');
    expect(wrong({ expirationTime: null })).toBe('');
  });
});

describe('addresses that phones name', () => {
  it.each([
    ...[
      'http://push.example.com/x',
      'https://127.0.0.1/x',
      'https://10.1.2.3/x',
      'https://[::1]/x',
      'https://0x7f.1/x',
    ],
    ...['https://169.254.169.254/latest/meta-data', 'https://[::ffff:192.168.0.1]/x', 'https://[fd00::1]/x', 'x'],
    ...['https://localhost/x', 'https://intranet/x', 'https://db.internal/x', 'https://a:b@push.example.com/x'],
    ...['https://push.example.com:5432/x', 'ftp://push.example.com/x', 'https://2130706433/x', 'javascript:alert(1)'],
    ...['https://[2002:7f00:1::]/x', 'https://[64:ff9b::7f00:1]/x', 'http://localhost.example.com/x'],
  ])('do not lead into our own network: %s', (endpoint) => {
    expect(endpointFlaw(endpoint, false)).toBeDefined();
  });

  it('may be any push service by https, and this computer in a demonstration', () => {
    expect(endpointFlaw('https://fcm.googleapis.com/fcm/send/abc', false)).toBeUndefined();
    expect(endpointFlaw('https://[2a00:1450:4001:82a::200e]/x', false)).toBeUndefined();
    expect(endpointFlaw('http://127.0.0.1:4000/x', true)).toBeUndefined();
    expect(endpointFlaw('http://192.168.0.1/x', true)).toBeDefined();
    expect(isPublicAddress('nobody')).toBe(false);
  });

  it('are looked at again when their name is resolved', async () => {
    const answer = await new Promise<unknown>((settle) => checkedLookup('localhost', { all: true }, settle));
    expect(answer).toMatchObject({ name: 'PrivateAddress' });
  });
});

describe('the keys of web push', () => {
  it('are the installation’s own for good, or those that were configured', async () => {
    const { keys } = await install();
    const own = await openVapidKeys(keys);
    expect(await openVapidKeys(keys)).toEqual(own);
    expect(Buffer.from(own.publicKey, 'base64url')).toHaveLength(65);
    const given = createECDH('prime256v1');
    given.generateKeys();
    expect((await openVapidKeys(keys, given.getPrivateKey('base64url'))).publicKey).toBe(
      given.getPublicKey('base64url'),
    );
    expect(vapidKeysOf(Buffer.alloc(32))).toBeUndefined();
    expect(vapidKeysOf(Buffer.alloc(32, 255))).toBeUndefined();
  });
});

describe('addresses of calendars', () => {
  it('are one for a participant, of which only a digest is kept; a new one ends the old', async () => {
    const feeds = new CalendarFeeds(database.pool);
    const feed = { participantId: 'stress:P1', studyId: 'stress' };
    const first = await feeds.open(feed);
    expect(await feeds.feedOf(first)).toEqual(feed);
    const second = await feeds.open(feed);
    expect(await feeds.feedOf(first)).toBeUndefined();
    expect(await feeds.feedOf(second)).toEqual(feed);
    for (const wrong of ['', 'x', `${second}=`, second.slice(1), `${second.slice(0, -1)}\u0000`]) {
      expect(await feeds.feedOf(wrong)).toBeUndefined();
    }
    const { rows } = await database.pool.query<{ all: string }>(
      `SELECT calendar_feeds::text AS all FROM calendar_feeds`,
    );
    expect(rows.some(({ all }) => all.includes(second))).toBe(false);
    expect(await feeds.since('stress:P1')).toBeInstanceOf(Date);
    expect([await feeds.close('stress:P1'), await feeds.close('stress:P1')]).toEqual([true, false]);
    expect(await feeds.feedOf(second)).toBeUndefined();
  });
});
