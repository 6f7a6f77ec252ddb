import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const WORD = 4;
const WORDS_BELOW = 2 ** 32;

/**
 * Chance that follows from a seed: HMAC-SHA-256 in counter mode. Whoever knows the arms of an open trial learns nothing of
 * those to come, which a statistical generator such as the Mersenne Twister would give away.
 */
export class DrawStream {
  readonly #key: Uint8Array;
  readonly #label: Uint8Array;
  #block = new Uint8Array();
  #at = 0;
  #blocks = 0;

  /**
   * @param seed 64 hexadecimal digits
   * @param label what is drawn: streams of different labels have nothing to do with one another
   */
  constructor(seed: string, label: string) {
    this.#key = hexToBytes(seed);
    this.#label = utf8ToBytes(label);
  }

  /** A whole number from 0 to below `limit` (at most 2^32), each as likely as the others. */
  below(limit: number): number {
    const fair = WORDS_BELOW - (WORDS_BELOW % limit);
    for (;;) {
      const word = this.#word();
      if (word < fair) return word % limit;
    }
  }

  /** From 0 to below 1, in steps of 2^-32. */
  unit(): number {
    return this.#word() / WORDS_BELOW;
  }

  /** Every order is as likely as the others (Fisher–Yates, Durstenfeld 1964). */
  shuffled<Item>(items: readonly Item[]): readonly Item[] {
    const rest = [...items];
    const order: Item[] = [];
    while (rest.length > 0) order.push(...rest.splice(this.below(rest.length), 1));
    return order;
  }

  #word(): number {
    if (this.#at === this.#block.length) this.#refill();
    const word = new DataView(this.#block.buffer, this.#block.byteOffset).getUint32(this.#at);
    this.#at += WORD;
    return word;
  }

  #refill(): void {
    const counter = new Uint8Array(WORD);
    new DataView(counter.buffer).setUint32(0, this.#blocks);
    this.#block = new Uint8Array(hmac(sha256, this.#key, concatBytes(counter, this.#label)));
    this.#blocks += 1;
    this.#at = 0;
  }
}
