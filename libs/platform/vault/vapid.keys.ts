import { createECDH } from 'node:crypto';
import { deriveKey } from '../sealing/envelope.cipher.ts';
import type { ParticipantKeys } from '../sealing/participant.keys.ts';

/** By which push services know this installation (RFC 8292). Both in base64url. */
export interface VapidKeys {
  /** What browsers ask for as `applicationServerKey`: 65 bytes. */
  readonly publicKey: string;
  /** 32 bytes. */
  readonly privateKey: string;
}

/** Keys of installations lie with those of participants, whose ids hold no slash. */
const OWNER = 'installation/web-push';

/** The keys of a private key that was made elsewhere. @returns undefined for what is none */
export function vapidKeysOf(privateKey: Buffer): VapidKeys | undefined {
  const ecdh = createECDH('prime256v1');
  try {
    ecdh.setPrivateKey(privateKey);
  } catch {
    return undefined;
  }
  return { publicKey: ecdh.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') };
}

/**
 * The keys of this installation: those that were configured, else its own, made once and kept wrapped by the master key
 * among the others. A new master key changes nothing about them: subscriptions hang on them for good.
 */
export async function openVapidKeys(keys: ParticipantKeys, configured?: string): Promise<VapidKeys> {
  if (configured !== undefined) {
    const given = vapidKeysOf(Buffer.from(configured, 'base64url'));
    if (given !== undefined) return given;
    throw new RangeError('not a private key of P-256');
  }
  const own = await keys.ensure(OWNER);
  if (own === 'destroyed') throw new Error('the key of web push was destroyed');
  // One in 2³² draws lies beyond the order of the curve.
  for (let draw = 0; ; draw += 1) {
    const made = vapidKeysOf(deriveKey(own.content, `vapid/${draw}`));
    if (made !== undefined) return made;
  }
}
