import { createHash, timingSafeEqual } from 'node:crypto';

export interface MasterKey {
  /** 32 bytes. */
  readonly bytes: Buffer;
  /** The published key: protects nothing, and exists only on loopback with the embedded database. */
  readonly demonstration: boolean;
  /** The other master key while one follows the other: read, never written with. */
  readonly also?: Buffer;
}

const DEMONSTRATION_KEY = createHash('sha256').update('intersession demonstration key').digest();

export const demonstrationMasterKey: MasterKey = { bytes: DEMONSTRATION_KEY, demonstration: true };

/**
 * Reads 32 bytes in standard base64; white space around is allowed.
 * @returns undefined when the text is anything else, or the published demonstration key.
 */
export function parseMasterKey(text: string): MasterKey | undefined {
  const trimmed = text.trim();
  if (!/^[A-Za-z0-9+/]{43}=$/.test(trimmed)) return undefined;
  const bytes = Buffer.from(trimmed, 'base64');
  if (bytes.toString('base64') !== trimmed || timingSafeEqual(bytes, DEMONSTRATION_KEY)) return undefined;
  return { bytes, demonstration: false };
}
