/** What a spec can do to the server while it runs. */
import { z } from 'zod';

/** One line of JSON on standard input. */
export const order = z.strictObject({
  /** ms that every answer takes; 0 is as fast as it can. */
  slow: z.number().int().min(0).max(60_000).optional(),
  /** Cut every connection at the n-th append from now: before it is committed, or after and without an answer. */
  cutAppend: z.strictObject({ when: z.enum(['before', 'after']), at: z.number().int().positive() }).optional(),
  /** Cut every connection once subscriptions have sent n more events. */
  cutSubscription: z.number().int().positive().optional(),
  /** Cut every connection now. */
  cut: z.literal(true).optional(),
  /** Take no new connections (true), or take them again. */
  shut: z.boolean().optional(),
  /** No longer the leader: send callers to this port. */
  follow: z.number().int().positive().optional(),
  /** Answer the next n appends as busy. */
  busy: z.number().int().positive().optional(),
});

export type Order = z.infer<typeof order>;

export class ServerFaults {
  /** Ends every connection as a network does. */
  cut: () => void = () => undefined;
  shut: (shut: boolean) => void = () => undefined;
  slow = 0;
  leaderPort: number | undefined;
  #append: { when: 'before' | 'after'; at: number } | undefined;
  #subscribed: number | undefined;
  #busy = 0;

  obey({ slow, cutAppend, cutSubscription, cut, shut, follow, busy }: Order): void {
    this.slow = slow ?? this.slow;
    if (cutAppend) this.#append = { ...cutAppend };
    this.#subscribed = cutSubscription ?? this.#subscribed;
    this.leaderPort = follow ?? this.leaderPort;
    this.#busy = busy ?? this.#busy;
    if (shut !== undefined) this.shut(shut);
    if (cut) this.cut();
  }

  /** Called for each append. @returns whether, and when, the connection goes away under it */
  appending(): 'before' | 'after' | undefined {
    if (!this.#append) return undefined;
    this.#append.at -= 1;
    if (this.#append.at > 0) return undefined;
    const { when } = this.#append;
    this.#append = undefined;
    return when;
  }

  isBusy(): boolean {
    this.#busy -= 1;
    return this.#busy >= 0;
  }

  /** Called for each event that a subscription sends. */
  sent(): void {
    if (this.#subscribed === undefined) return;
    this.#subscribed -= 1;
    if (this.#subscribed > 0) return;
    this.#subscribed = undefined;
    this.cut();
  }
}
