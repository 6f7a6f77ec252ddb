import { CallFailed } from '../../graphql/call.failure.ts';
import { call } from '../../graphql/call.ts';
import { PhoneForgetPush, PhonePushKey, PhoneRegisterPush } from '../server/device.generated.ts';
import type { Phone } from './phone.ts';
import { NotKept } from './sealed.store.ts';

/**
 * Whether reminders show on this phone as notes. `unable`: this browser cannot, or not before the page is on the home screen;
 * `blocked`: the person said no to the browser; `offline`: it takes a connection to turn them on.
 */
export type PushState = 'unable' | 'blocked' | 'off' | 'on' | 'offline';

async function managerHere(): Promise<PushManager | undefined> {
  if (!('serviceWorker' in navigator && 'Notification' in globalThis && 'PushManager' in globalThis)) return undefined;
  return (await navigator.serviceWorker.getRegistration())?.pushManager;
}

export async function pushState(): Promise<PushState> {
  const manager = await managerHere();
  if (manager === undefined) return 'unable';
  if (Notification.permission === 'denied') return 'blocked';
  return (await manager.getSubscription()) === null ? 'off' : 'on';
}

/** Asks the person, the browser and the server, in this order. To be called by a tap. */
export async function takePush(phone: Phone): Promise<PushState> {
  const manager = await managerHere();
  if (manager === undefined) return 'unable';
  if ((await Notification.requestPermission()) !== 'granted') return 'blocked';
  try {
    const { pushPublicKey } = await call(PhonePushKey);
    const asked = { userVisibleOnly: true, applicationServerKey: pushPublicKey };
    const subscription = await manager.subscribe(asked);
    await register(phone, subscription.toJSON());
    return 'on';
  } catch (error) {
    if (error instanceof CallFailed) return 'offline';
    // The browser’s push service is away, or this browser has none.
    if (error instanceof DOMException) return 'unable';
    throw error;
  }
}

async function register(phone: Phone, { endpoint = '', keys = {} }: PushSubscriptionJSON): Promise<void> {
  const subscription = { endpoint, keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' } };
  const { registerPushDevice } = await call(PhoneRegisterPush, { participantId: phone.person, subscription });
  const value = { deviceId: registerPushDevice };
  await phone.store.put({ kind: 'device', id: 'push', value }).catch((error: unknown) => {
    // The push service will say that it is gone.
    if (!(error instanceof NotKept)) throw error;
  });
}

/** No more notes here. The server is told where it can be; otherwise the push service tells it at the next one. */
export async function endPush(phone: Phone): Promise<void> {
  await silence();
  const found = (await phone.store.get('device', 'push').catch(() => undefined))?.value;
  if (typeof found !== 'object' || found === null || !('deviceId' in found)) return;
  const device = { participantId: phone.person, deviceId: String(found.deviceId) };
  await call(PhoneForgetPush, device).catch((error: unknown) => {
    if (!(error instanceof CallFailed)) throw error;
  });
}

/** A phone that somebody signs out on shows nothing of theirs any more. */
export async function silence(): Promise<void> {
  const subscription = await (await managerHere())?.getSubscription();
  await subscription?.unsubscribe().catch(() => false);
}
