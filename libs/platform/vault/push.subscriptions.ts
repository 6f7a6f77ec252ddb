import { createHmac, ECDH } from 'node:crypto';
import type { Pool } from 'pg';
import { z } from 'zod';
import { decrypt, deriveKey, encrypt } from '../sealing/envelope.cipher.ts';
import type { ParticipantKeys } from '../sealing/participant.keys.ts';

const bytesOf = (length: number) =>
  z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9_-]+={0,2}$/, 'must be base64url')
    .refine((text) => Buffer.from(text, 'base64url').length === length, `must be ${length} bytes in base64url`);

/** A point of P-256, uncompressed, as RFC 8291 has it. */
const p256dh = bytesOf(65).refine(isPoint, 'must be a public key of P-256');

function isPoint(text: string): boolean {
  try {
    const bytes = Buffer.from(text, 'base64url');
    return bytes[0] === 4 && ECDH.convertKey(bytes, 'prime256v1').length > 0;
  } catch {
    return false;
  }
}

/** Where and under which keys a browser takes messages, as `PushSubscription.toJSON()` of the Push API says it. */
export const pushSubscription = z.strictObject({
  endpoint: z.string().min(1).max(2_000),
  keys: z.strictObject({ p256dh, auth: bytesOf(16) }),
});
export type PushSubscription = z.infer<typeof pushSubscription>;

/** A phone or browser of a participant. */
export interface PushDevice {
  /** Names the device to its participant; nobody can tell an address from it. */
  readonly deviceId: string;
  readonly subscription: PushSubscription;
}

/** Devices of one participant; beyond them the one that was registered longest ago is forgotten. */
export const MOST_DEVICES = 10;

interface Stored {
  readonly device_id: string;
  readonly registered_at: Date;
  readonly sealed: Buffer;
}

/**
 * Where participants take push messages. Addresses are as good as names, so they are kept as names are: outside of the
 * log, sealed under the participant’s key, unreadable once that is destroyed.
 */
export class PushSubscriptions {
  readonly #names: Buffer;

  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly keys: ParticipantKeys,
    private readonly clock: () => Date = () => new Date(),
  ) {
    this.#names = keys.secretFor('push-devices');
  }

  /** The same device again replaces what was there. @returns its id; nothing where the participant was erased */
  async register(participantId: string, subscription: PushSubscription): Promise<string | undefined> {
    const key = await this.keys.ensure(participantId);
    if (key === 'destroyed') return undefined;
    const deviceId = this.#nameOf(participantId, subscription.endpoint);
    const plain = Buffer.from(JSON.stringify(subscription));
    const sealed = encrypt(pushKey(key.content), plain, contextOf(participantId, deviceId));
    await this.pool.query(
      `INSERT INTO push_subscriptions (participant_id, device_id, sealed, registered_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (participant_id, device_id) DO UPDATE SET sealed = EXCLUDED.sealed, registered_at = EXCLUDED.registered_at`,
      [participantId, deviceId, sealed, this.clock()],
    );
    await this.pool.query(
      `DELETE FROM push_subscriptions WHERE participant_id = $1 AND device_id NOT IN (SELECT device_id
         FROM push_subscriptions WHERE participant_id = $1 ORDER BY registered_at DESC, device_id LIMIT $2)`,
      [participantId, MOST_DEVICES],
    );
    return deviceId;
  }

  /** @throws BrokenSeal for bytes that were changed, or moved from another person */
  async of(participantId: string): Promise<readonly PushDevice[]> {
    const rows = await this.#stored(participantId);
    if (rows.length === 0) return [];
    const key = (await this.keys.of([participantId])).get(participantId);
    if (key === undefined) return [];
    if (key === 'destroyed') {
      await this.pool.query('DELETE FROM push_subscriptions WHERE participant_id = $1', [participantId]);
      return [];
    }
    return rows.map(({ device_id: deviceId, sealed }) => {
      const plain = decrypt(pushKey(key.content), sealed, contextOf(participantId, deviceId));
      return { deviceId, subscription: pushSubscription.parse(JSON.parse(plain.toString())) };
    });
  }

  /** Devices without their addresses, newest first. */
  async listed(participantId: string): Promise<readonly { readonly deviceId: string; readonly registeredAt: Date }[]> {
    const rows = await this.#stored(participantId);
    return rows.map(({ device_id: deviceId, registered_at: registeredAt }) => ({ deviceId, registeredAt }));
  }

  /** @returns whether there was such a device */
  async forget(participantId: string, deviceId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'DELETE FROM push_subscriptions WHERE participant_id = $1 AND device_id = $2',
      [participantId, deviceId],
    );
    return rowCount !== null && rowCount > 0;
  }

  async #stored(participantId: string): Promise<readonly Stored[]> {
    const { rows } = await this.pool.query<Stored>(
      `SELECT device_id, registered_at, sealed FROM push_subscriptions WHERE participant_id = $1
       ORDER BY registered_at DESC, device_id`,
      [participantId],
    );
    return rows;
  }

  #nameOf(participantId: string, endpoint: string): string {
    const named = createHmac('sha256', this.#names).update(JSON.stringify([participantId, endpoint]));
    return named.digest('hex').slice(0, 32);
  }
}

function pushKey(content: Buffer): Buffer {
  return deriveKey(content, 'push-subscriptions');
}

function contextOf(participantId: string, deviceId: string): string {
  return JSON.stringify(['push-subscriptions', participantId, deviceId]);
}
