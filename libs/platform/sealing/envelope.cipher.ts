import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Envelope } from '#domain';

/** AES-256-GCM as NIST SP 800-38D has it: 96-bit random nonces, 128-bit tags appended to the text. */

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Sealed bytes do not fit their key or were changed: damage or tampering, never an ordinary state. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
}

/** A key for one purpose, derived from another by HKDF-SHA-256. 32 bytes. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `intersession/${purpose}`, 32));
}

/** @returns nonce, text and tag in one piece. */
export function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws BrokenSeal when key, context or bytes are not those of `encrypt`. */
export function decrypt(key: Buffer, packed: Buffer, context: string): Buffer {
  if (packed.length < NONCE_BYTES + TAG_BYTES) throw new BrokenSeal('sealed bytes are cut short');
  const decipher = createDecipheriv(ALGORITHM, key, packed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(packed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(packed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new BrokenSeal('sealed bytes do not fit their key and place');
  }
}

/** What is sealed without telling its length is filled up with spaces, which say nothing in JSON, to a multiple of this. */
const FILLED_TO = 256;

/** As `sealValue`, for words that their length would give away, such as an arm's. */
export function sealFilled(key: Buffer, owner: string, at: string, value: unknown): Envelope {
  const json = JSON.stringify(value);
  const length = Math.ceil(json.length / FILLED_TO) * FILLED_TO;
  return sealText(key, { key: owner, at, length }, json.padEnd(length));
}

/** Seals a JSON value for one place in the log. `owner` names the key, `at` the event and field. */
export function sealValue(key: Buffer, owner: string, at: string, value: unknown): Envelope {
  const json = JSON.stringify(value);
  const length = typeof value === 'string' ? value.length : json.length;
  return sealText(key, { key: owner, at, length }, json);
}

function sealText(key: Buffer, place: Pick<Envelope, 'key' | 'at' | 'length'>, json: string): Envelope {
  const { key: owner, at, length } = place;
  const packed = encrypt(key, Buffer.from(json), contextOf({ key: owner, at, length }));
  return {
    sealed: 'A256GCM',
    key: owner,
    at,
    iv: packed.subarray(0, NONCE_BYTES).toString('base64url'),
    text: packed.subarray(NONCE_BYTES).toString('base64url'),
    length,
  };
}

/** @throws BrokenSeal when the envelope was changed in any part or belongs to another key. */
export function openValue(key: Buffer, envelope: Envelope): unknown {
  const packed = Buffer.concat([Buffer.from(envelope.iv, 'base64url'), Buffer.from(envelope.text, 'base64url')]);
  return JSON.parse(decrypt(key, packed, contextOf(envelope)).toString());
}

function contextOf({ key, at, length }: Pick<Envelope, 'key' | 'at' | 'length'>): string {
  return JSON.stringify(['A256GCM', key, at, length]);
}
