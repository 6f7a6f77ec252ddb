import { StoreClosed, type Appended, type StreamName, type StreamWrite } from '../port.ts';
import type { Outcome } from './append.group.ts';

/** Limits of one group: what waits beyond them goes with the next. */
const MAX_WRITES = 256;
const MAX_EVENTS = 2_000;
const MAX_CHARACTERS = 8_000_000;

interface Waiting {
  readonly write: StreamWrite;
  readonly characters: number;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Group commit: whatever arrives while a group is on its way goes together with the next. A stream is in one group at a
 * time, in the order of arrival.
 */
export class AppendQueue {
  #waiting: Waiting[] = [];
  readonly #busy = new Set<StreamName>();
  #groups = 0;
  #turn: NodeJS.Immediate | undefined;
  #closed = false;
  #drained: (() => void) | undefined;

  constructor(
    private readonly send: (writes: readonly StreamWrite[]) => Promise<readonly Outcome[]>,
    private readonly maxGroups: number,
  ) {}

  append(write: StreamWrite): Promise<Appended> {
    if (this.#closed) return Promise.reject(new StoreClosed('the event store is closed'));
    const characters = write.events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ write, characters, resolve, reject });
      this.#schedule();
    });
  }

  /** Takes nothing new and waits until everything that was taken has its outcome. */
  async drain(): Promise<void> {
    this.#closed = true;
    if (this.#waiting.length === 0 && this.#groups === 0) return;
    await new Promise<void>((resolve) => (this.#drained = resolve));
  }

  /** A turn later: callers whose append has just ended get to queue their next one for the same group. */
  #schedule(): void {
    if (this.#groups >= this.maxGroups || this.#turn !== undefined) return;
    this.#turn = setImmediate(() => {
      this.#turn = undefined;
      const group = this.#takeGroup();
      if (group.length === 0) return;
      void this.#carry(group);
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #takeGroup(): Waiting[] {
    const group: Waiting[] = [];
    const passedOver = new Set<StreamName>();
    let [events, characters] = [0, 0];
    this.#waiting = this.#waiting.filter((next) => {
      const { stream } = next.write;
      const fits =
        group.length === 0 ||
        (group.length < MAX_WRITES &&
          events + next.write.events.length <= MAX_EVENTS &&
          characters + next.characters <= MAX_CHARACTERS);
      if (!fits || this.#busy.has(stream) || passedOver.has(stream)) {
        passedOver.add(stream);
        return true;
      }
      this.#busy.add(stream);
      group.push(next);
      events += next.write.events.length;
      characters += next.characters;
      return false;
    });
    return group.sort((one, other) => (one.write.stream < other.write.stream ? -1 : 1));
  }

  async #carry(group: readonly Waiting[]): Promise<void> {
    this.#groups += 1;
    try {
      const outcomes = await this.send(group.map(({ write }) => write));
      group.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index] ?? { error: new Error('a write was left without an outcome') };
        if ('appended' in outcome) resolve(outcome.appended);
        else reject(outcome.error);
      });
    } catch (error) {
      for (const { reject } of group) reject(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#groups -= 1;
      for (const { write } of group) this.#busy.delete(write.stream);
      if (this.#waiting.length > 0) this.#schedule();
      else if (this.#groups === 0) this.#drained?.();
    }
  }
}
