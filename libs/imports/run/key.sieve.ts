const BITS_PER_KEY = 48;
const PROBES = 10;

/**
 * Finds keys that may have been seen before, in a memory that does not grow with the number of keys (a Bloom filter: it
 * never misses a repetition and now and then suspects a key that is new).
 */
export class KeySieve {
  private readonly bits: Uint32Array;
  private readonly mask: number;

  /** @param expected the most keys to expect; with that many, fewer than one new key in ten million is suspected */
  constructor(expected: number) {
    const size = 2 ** Math.min(31, Math.max(16, Math.ceil(Math.log2(expected * BITS_PER_KEY))));
    this.bits = new Uint32Array(size / 32);
    this.mask = size - 1;
  }

  /** Adds a key and tells whether it may have been there. @param uuid of version 5: its digits are as good as random */
  seenBefore(uuid: string): boolean {
    const first = Number.parseInt(uuid.slice(0, 8), 16);
    const step = Number.parseInt(uuid.slice(28, 36), 16) | 1;
    let seen = true;
    for (let turn = 0; turn < PROBES; turn += 1) {
      const place = ((first + Math.imul(turn, step)) & this.mask) >>> 0;
      const [word, bit] = [place >>> 5, 1 << (place & 31)];
      const before = this.bits[word] ?? 0;
      if ((before & bit) === 0) {
        seen = false;
        this.bits[word] = before | bit;
      }
    }
    return seen;
  }
}
