import { setTimeout as sleep } from 'node:timers/promises';
import { BEGINNING, type Position } from '../port.ts';
import type { Connection } from './client.connection.ts';
import { asStoreError, mayPass, messageOf } from './client.failure.ts';
import type { StoredEvent } from './event.envelope.ts';
import { readHead } from './log.reader.ts';
import { hear } from './log.subscription.ts';

/** What is kept for readers that are a little behind; whoever is further behind catches up on a subscription of its own. */
const MAX_EVENTS = 4_000;
const MAX_BYTES = 32_000_000;
const MAX_BACK_OFF = 5_000;

/**
 * The end of the log as it grows, heard once for all readers of this process. A live subscription for each of them would
 * have the server send every event many times, and one with a filter learns late that nothing for it has come.
 */
export class LiveTail {
  #events: StoredEvent[] = [];
  #bytes = 0;
  /** Everything after `#from` up to `#to` is in `#events`. */
  #from: Position | undefined;
  #to: Position = BEGINNING;
  #wakes: (() => void)[] = [];
  #running: Promise<void> | undefined;
  #problem: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly log: (message: string) => void,
    private readonly stop: AbortSignal,
  ) {
    stop.addEventListener('abort', () => this.#wake(), { once: true });
  }

  /** Begins to listen, at the end of the log. Does nothing when that has happened. */
  async start(): Promise<void> {
    if (this.#running) return;
    const head = await readHead(this.connection);
    this.#from ??= head;
    if (this.#to < head) this.#to = head;
    this.#running ??= this.#listen();
  }

  /** Where the tail has come to. */
  get to(): Position {
    return this.#to;
  }

  /** Whether everything after a position, as far as it is known, can be had here. */
  covers(position: Position): boolean {
    return this.#from !== undefined && this.#from <= position;
  }

  /** What came after a position that is covered, at most `most`. */
  after(position: Position, most: number): readonly StoredEvent[] {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.position ?? BEGINNING) <= position) low = middle + 1;
      else high = middle;
    }
    return this.#events.slice(low, low + most);
  }

  /** Waits until the tail is beyond a position or a signal aborts. @throws what ended the tail for good */
  async beyond(position: Position, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.stop.aborted && this.#to <= position) {
      if (this.#problem !== undefined) throw this.#problem as Error;
      await this.#change(signal);
    }
  }

  async stopped(): Promise<void> {
    await this.#running;
  }

  async #listen(): Promise<void> {
    for (let failures = 0; !this.stop.aborted;) {
      try {
        for await (const { events, position } of hear(this.connection, { after: this.#to, signal: this.stop })) {
          failures = 0;
          this.#add(events, position);
        }
      } catch (error) {
        if (!mayPass(error)) return this.#end(asStoreError(error, this.connection.address.shown));
        if (failures === 1) this.log(`the log cannot be followed for now: ${messageOf(error)}`);
      }
      failures += 1;
      const pause = Math.min(10 * 2 ** failures, MAX_BACK_OFF) * (0.5 + Math.random() / 2);
      await sleep(pause, undefined, { signal: this.stop }).catch(() => undefined);
    }
  }

  #add(events: readonly StoredEvent[], position: Position): void {
    for (const event of events) {
      if (event.position <= this.#to) continue;
      this.#events.push(event);
      this.#bytes += sizeOf(event);
    }
    if (position > this.#to) this.#to = position;
    this.#forget();
    this.#wake();
  }

  #forget(): void {
    let gone = 0;
    while (this.#events.length - gone > MAX_EVENTS || (this.#bytes > MAX_BYTES && gone < this.#events.length)) {
      const event = this.#events[gone];
      if (event === undefined) break;
      this.#bytes -= sizeOf(event);
      this.#from = event.position;
      gone += 1;
    }
    if (gone > 0) this.#events = this.#events.slice(gone);
  }

  #end(problem: unknown): void {
    this.#problem = problem;
    this.#from = undefined;
    this.#running = undefined;
    this.#wake();
  }

  async #change(signal: AbortSignal): Promise<void> {
    let resume = (): void => undefined;
    const changed = new Promise<void>((resolve) => (resume = resolve));
    this.#wakes.push(resume);
    signal.addEventListener('abort', resume, { once: true });
    await changed;
    signal.removeEventListener('abort', resume);
  }

  #wake(): void {
    const wakes = this.#wakes;
    this.#wakes = [];
    for (const wake of wakes) wake();
  }
}

function sizeOf({ data, metadata }: StoredEvent): number {
  return data.length + metadata.length + 200;
}
