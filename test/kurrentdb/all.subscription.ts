import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { status as code } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { refusal } from './call.guard.ts';
import type { LogRecord } from './log.model.ts';
import { streams } from './protocol.ts';
import { type Place, refuseNoPlace } from './log.place.ts';
import type { ReadParts, ReadWriter } from './read.writer.ts';

/** Events that the real server sends from one look at its log, and what it looks through unless told. */
const PAGE = 32;

const BEFORE_ALL: Place = [-1, -1];

/**
 * A subscription to `$all` as the real server's: pages until the end of the log, then live. A checkpoint names where a page
 * begins, (end of the record before, 0): so it may stand before the last events that were looked through, and reading on
 * from it must not skip the event that begins there.
 */
export class AllSubscription {
  readonly #matches: (record: LogRecord) => boolean;
  readonly #window: number;
  readonly #interval: number;
  /** What was sent last: an event or a checkpoint. */
  #sent: Place;
  #considered = 0;

  constructor(
    private readonly parts: ReadParts,
    private readonly options: ReadReq.Options,
    private readonly writer: ReadWriter,
  ) {
    const filter = options.getFilter();
    this.#matches = predicateOf(filter);
    this.#window = filter?.hasMax() ? filter.getMax() : PAGE;
    this.#interval = Math.max(1, filter?.getCheckpointintervalmultiplier() ?? 1) * this.#window;
    this.#sent = this.#start();
  }

  async run(): Promise<void> {
    const { log } = this.parts;
    let ring = (): void => undefined;
    const stop = log.listen(() => ring());
    this.writer.onGone(() => ring());
    try {
      const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
      await this.writer.write(new streams.ReadResp().setConfirmation(confirmation));
      const last: Place = [log.lastPosition, log.lastPosition];
      let next = compare(this.#sent, last) >= 0 ? log.records.length : await this.#catchUp();
      await this.writer.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
      while (!this.writer.gone) {
        const record = log.records[next];
        if (record) await this.#live(record);
        else await new Promise<void>((resolve) => (ring = resolve));
        next += record ? 1 : 0;
      }
    } finally {
      stop();
    }
  }

  #start(): Place {
    const { log } = this.parts;
    const all = this.options.getAll();
    const at = all?.getPosition();
    if (at) {
      refuseNoPlace(log, Number(at.getCommitPosition()));
      return [Number(at.getCommitPosition()), Number(at.getPreparePosition())];
    }
    return all?.hasEnd() ? [log.lastPosition, log.lastPosition] : BEFORE_ALL;
  }

  /** @returns index of the first record that has not been looked at */
  async #catchUp(): Promise<number> {
    const { records } = this.parts.log;
    let next = this.parts.log.firstAt(this.#sent);
    let pageStart = this.#sent;
    while (!this.writer.gone) {
      let [considered, matched] = [0, 0];
      while (next < records.length && considered < this.#window && matched < PAGE) {
        const record = records[next];
        if (!record) break;
        considered += 1;
        next += 1;
        if (!this.#matches(record)) continue;
        matched += 1;
        await this.#send(record);
      }
      this.#considered += considered;
      const ended = next >= records.length;
      if (ended || this.#considered >= this.#interval) await this.#checkpoint(pageStart);
      if (ended) return next;
      pageStart = [records[next - 1]?.end ?? 0, 0];
      await nextTurn();
    }
    return records.length;
  }

  async #live(record: LogRecord): Promise<void> {
    this.#considered += 1;
    if (this.#matches(record)) return this.#send(record);
    if (this.#considered >= this.#interval) await this.#checkpoint([record.position, record.position]);
  }

  async #send(record: LogRecord): Promise<void> {
    const place: Place = [record.position, record.position];
    if (compare(place, this.#sent) <= 0) return;
    this.#sent = place;
    await this.writer.event(record);
    this.parts.faults.sent();
  }

  async #checkpoint(place: Place): Promise<void> {
    this.#considered = 0;
    if (compare(place, this.#sent) > 0) this.#sent = place;
    if (this.#sent[0] < 0) return;
    const [commit, prepare] = this.#sent;
    const checkpoint = new streams.ReadResp.Checkpoint();
    checkpoint.setCommitPosition(String(commit)).setPreparePosition(String(prepare));
    await this.writer.write(new streams.ReadResp().setCheckpoint(checkpoint));
  }
}

function predicateOf(filter: ReadReq.Options.FilterOptions | undefined): (record: LogRecord) => boolean {
  if (!filter) return () => true;
  const byType = filter.hasEventType();
  const expression = filter.getEventType() ?? filter.getStreamIdentifier();
  if (!expression) throw refusal(code.INVALID_ARGUMENT, 'a filter without an expression');
  const prefixes = expression.getPrefixList();
  const pattern = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex());
  return ({ type, stream }) => {
    const text = byType ? type : stream;
    return pattern ? pattern.test(text) : prefixes.some((prefix) => text.startsWith(prefix));
  };
}

function compare(one: Place, other: Place): number {
  return one[0] - other[0] || one[1] - other[1];
}
