import type pg from 'pg';
import { WAKE_CHANNEL } from './log.tail.ts';

/** ms. NOTIFY takes a lock of the whole server at commit, so news is told in lots. */
const INTERVAL = 50;

/** Tells other processes that something was committed: after the commit, never inside an append. */
export class CommitNotice {
  #told = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly pool: pg.Pool) {}

  tell(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, INTERVAL - (performance.now() - this.#told));
    this.#timer = setTimeout(() => this.#send(), wait);
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #send(): void {
    this.#timer = undefined;
    this.#told = performance.now();
    // Losing one costs other processes their idle interval; it need not wait for the disk either.
    this.pool
      .query(`SELECT set_config('synchronous_commit', 'off', true), pg_notify('${WAKE_CHANNEL}', '')`)
      .catch(() => undefined);
  }
}
