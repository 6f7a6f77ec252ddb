import { setTimeout as sleep } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { StoreUnavailable } from '../port.ts';

/** Items to buffer ahead of the reader. */
export const AHEAD = { highWaterMark: 512 };

/**
 * A stream of the client, read by pulling. Errors are kept until what came before them is read; closing it cancels the
 * call, which leaving a `for await` over it would not.
 */
export class ClientStream<Item> {
  #error: unknown;
  #ended = false;
  #wake = new AbortController();

  readonly #stream: Readable;

  /** @param stream One of the client's, which are Node's by another type; `cancel` ends the call behind it. */
  constructor(
    stream: object,
    private readonly cancel: () => Promise<void>,
  ) {
    this.#stream = stream as Readable;
    const end = () => {
      this.#ended = true;
      this.wake();
    };
    // Heard for good: the client emits errors after the end too, and an unheard one ends the process.
    this.#stream.on('error', (error: unknown) => {
      this.#error ??= error;
      end();
    });
    this.#stream.on('end', end).on('close', end);
    this.#stream.on('readable', () => this.wake());
  }

  /** What is there now, up to `most`. */
  take(most: number): Item[] {
    const items: Item[] = [];
    while (items.length < most) {
      const item = this.#stream.read() as Item | null;
      if (item === null) break;
      items.push(item);
    }
    return items;
  }

  /** Ends the wait of `change`. */
  wake(): void {
    this.#wake.abort();
  }

  /** Throws what ended the stream, once all before it is read. @returns whether it has ended */
  ended(): boolean {
    if (this.#error !== undefined) throw this.#error as Error;
    return this.#ended;
  }

  /** Waits until there may be something new. @throws StoreUnavailable after `patience` ms without */
  async change(patience: number | undefined, signal?: AbortSignal): Promise<void> {
    const awake = this.#wake.signal;
    const stop = signal ? AbortSignal.any([awake, signal]) : awake;
    const waited = await sleep(patience ?? 2 ** 31 - 1, 'waited', { signal: stop }).catch(() => undefined);
    if (awake.aborted) this.#wake = new AbortController();
    else if (waited && patience !== undefined) {
      throw new StoreUnavailable(`the event store has not gone on with a read for ${String(patience)} ms`);
    }
  }

  /** All there is, in pages of at most `most`. */
  async *pages(most: number, patience: number): AsyncGenerator<readonly Item[]> {
    for (;;) {
      const items = this.take(most);
      if (items.length > 0) yield items;
      else if (this.ended()) return;
      else await this.change(patience);
    }
  }

  /** Reads and drops what is left: the client lets go of a cancelled call only once nothing of it is unread. */
  close(): void {
    this.cancel().catch(() => undefined);
    this.#stream.removeAllListeners('readable').resume();
  }
}
