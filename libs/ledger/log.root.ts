import { hash } from 'node:crypto';

const NODE = Buffer.from([1]);
const EMPTY_ROOT = hash('sha256', '', 'hex');

/**
 * One hash over a whole log, event by event: the Merkle tree hash of RFC 9162, section 2.1.1, over the hashes of the events as
 * leaves. Two logs have one root when they hold the same events in the same order, on whatever engine.
 */
export class LogRoot {
  /** Roots of full trees, largest first; their sizes are the binary digits of `size`. */
  readonly #trees: Buffer<ArrayBufferLike>[] = [];
  #size = 0;

  /** How many events it is over. */
  get size(): number {
    return this.#size;
  }

  /** @param eventHash of the next event of the log, 64 hexadecimal digits */
  add(eventHash: string): void {
    let node: Buffer<ArrayBufferLike> = Buffer.from(eventHash, 'hex');
    for (let size = this.#size; size % 2 === 1; size = Math.floor(size / 2)) node = join(this.#trees.pop(), node);
    this.#trees.push(node);
    this.#size += 1;
  }

  /** 64 hexadecimal digits. */
  get value(): string {
    const [last, ...rest] = this.#trees.toReversed();
    return last === undefined ? EMPTY_ROOT : rest.reduce((right, left) => join(left, right), last).toString('hex');
  }
}

function join(left: Buffer | undefined, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([NODE, left ?? Buffer.alloc(0), right]), 'buffer');
}
