/** HMAC-SHA-256 of a message under a key: 32 bytes. A port, so that this library needs no cryptography of its own. */
export type Hmac = (key: Uint8Array, message: Uint8Array) => Uint8Array;

/** Whom a pseudonym stands for. Pseudonyms of one kind tell nothing about the other, even for equal ids. */
export type ProtectedUnit = 'participant' | 'therapist';

/** Crockford's base 32: no I, L, O, U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 32;
/** 80 bits: among a million people, two share a pseudonym once in two million releases. */
const PSEUDONYM_BYTES = 10;
const PREFIX: Readonly<Record<ProtectedUnit, string>> = { participant: 'P', therapist: 'T' };

/**
 * Pseudonyms of one release: HMAC-SHA-256 under the release key, cut to 80 bits, such as `P-7Z0Q4M8JX2KD5V3N`. With a new
 * key for each recipient, nobody can join two releases by them.
 * @param ids Random internal ids, never a code, name or anything derived from the person.
 * @returns By id, in the order of the pseudonyms: rows sorted that way say nothing about who was enrolled first.
 * @throws RangeError for a key below 32 bytes, an empty id, a hash that is not 32 bytes, or two ids with one pseudonym.
 */
export function pseudonyms(
  hmac: Hmac,
  releaseKey: Uint8Array,
  unit: ProtectedUnit,
  ids: Iterable<string>,
): ReadonlyMap<string, string> {
  if (releaseKey.length < KEY_BYTES) throw new RangeError(`releaseKey: ${releaseKey.length} bytes, not ${KEY_BYTES}`);
  const encoder = new TextEncoder();
  const found = new Map<string, string>();
  for (const id of new Set(ids)) {
    if (id === '') throw new RangeError('ids: one is empty');
    const hash = hmac(releaseKey, encoder.encode(`${unit}\u0000${id}`));
    if (hash.length !== KEY_BYTES) throw new RangeError(`hmac: ${hash.length} bytes, not those of SHA-256`);
    found.set(id, `${PREFIX[unit]}-${base32(hash.subarray(0, PSEUDONYM_BYTES))}`);
  }
  if (new Set(found.values()).size !== found.size)
    throw new RangeError('ids: two have the same pseudonym under this key');
  return new Map([...found].sort(([, one], [, other]) => (one < other ? -1 : 1)));
}

function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += DIGITS[(held >> bits) & 31] ?? '';
      held &= (1 << bits) - 1;
    }
  }
  return text;
}

/**
 * How many days a person's dates move back in `shift-and-truncate`: 0 up to `most`, the same for every date of the
 * person, from the release key. @throws RangeError as `pseudonyms`, and unless `most` is a whole number from 1 to 3660.
 */
export function personShift(hmac: Hmac, releaseKey: Uint8Array, id: string, most: number): number {
  if (releaseKey.length < KEY_BYTES) throw new RangeError(`releaseKey: ${releaseKey.length} bytes, not ${KEY_BYTES}`);
  if (!Number.isInteger(most) || most < 1 || most > 3_660)
    throw new RangeError(`most: ${most} is not a whole number of days from 1 to 3660`);
  const hash = hmac(releaseKey, new TextEncoder().encode(`shift\u0000${id}`));
  // 48 bits over at most 3661 days: no day is likelier by more than one in 10¹⁰.
  const drawn = hash.subarray(0, 6).reduce((number, byte) => number * 256 + byte, 0);
  return drawn % (most + 1);
}
