import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../../../test/postgres.ts';
import { hasLeader, Lead, LeadLost } from './lead.ts';

/** A way to the server that can be cut without either end being told. */
class Wire {
  readonly #sockets = new Set<Socket>();

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async to(url: string): Promise<Wire> {
    const target = new URL(url);
    const server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      near.pipe(far);
      far.pipe(near);
      for (const socket of [near, far]) {
        wire.#sockets.add(socket);
        socket.on('error', () => socket.destroy()).on('close', () => (socket === near ? far : near).destroy());
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const through = new URL(url);
    through.port = String((server.address() as AddressInfo).port);
    const wire = new Wire(through.href, server);
    return wire;
  }

  /** Nothing passes any more, and nobody hears of it. */
  cut(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}

describe('the lead', () => {
  let database: TestDatabase;
  let ending: AbortController;
  const pools: pg.Pool[] = [];
  const leads: Lead[] = [];

  beforeEach(async () => {
    database = await createDatabase();
    ending = new AbortController();
  });
  afterEach(async () => {
    ending.abort();
    for (const lead of leads.splice(0)) await lead.release();
    for (const pool of pools.splice(0)) await pool.end();
    await database.drop();
  });

  function process(url = database.url): pg.Pool {
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    pool.on('error', () => undefined);
    pools.push(pool);
    return pool;
  }

  async function take(pool: pg.Pool, onStandby?: () => void): Promise<Lead> {
    const request = { task: 'projections', pool, signal: ending.signal, ...(onStandby && { onStandby }) } as const;
    const lead = await Lead.take(request);
    if (lead === undefined) throw new Error('nothing was to end the waiting');
    leads.push(lead);
    return lead;
  }

  /** Another process that waits for its turn, and is known to. */
  async function standby(): Promise<{ readonly turn: Promise<Lead> }> {
    const pool = process();
    let turn: Promise<Lead> | undefined;
    await new Promise<void>((resolve, reject) => {
      turn = take(pool, resolve);
      turn.catch(reject);
    });
    if (turn === undefined) throw new Error('it did not wait');
    return { turn };
  }

  const isAborted = async ({ signal }: Lead): Promise<unknown> => {
    if (!signal.aborted) await once(signal, 'abort');
    return signal.reason;
  };

  it('belongs to one process at a time, and goes to the next when that one lets go', async () => {
    const pool = process();
    expect(await hasLeader(pool, 'projections')).toBe(false);
    const first = await take(pool);
    expect([await hasLeader(pool, 'projections'), await hasLeader(pool, 'numbering')]).toEqual([true, false]);
    const { turn } = await standby();
    expect(first.signal.aborted).toBe(false);
    await first.release();
    const second = await turn;
    expect(second.signal.aborted).toBe(false);
    expect(() => second.refuseWhenLost()).not.toThrow();
  });

  it('is for each task apart', async () => {
    const pool = process();
    await take(pool);
    const numbering = await Lead.take({ task: 'numbering', pool, signal: ending.signal });
    expect(numbering).toBeInstanceOf(Lead);
    await numbering?.release();
  });

  it('is lost with its session, which whoever had it is told', async () => {
    const first = await take(process());
    const { turn } = await standby();
    await process().query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'intersession leads projections'
       AND datname = current_database()`,
    );
    expect(await isAborted(first)).toBeInstanceOf(LeadLost);
    expect(() => first.refuseWhenLost()).toThrow(LeadLost);
    expect((await turn).signal.aborted).toBe(false);
  });

  it('goes on when the one that had it hangs on a connection that nobody has closed', async () => {
    const wire = await Wire.to(database.url);
    const first = await take(process(wire.url));
    const { turn } = await standby();
    wire.cut();
    expect((await turn).signal.aborted).toBe(false);
    expect(await isAborted(first)).toBeInstanceOf(LeadLost);
    await wire.close();
  });

  it('is kept, however long the work has nothing to say, by signs of life', async () => {
    const first = await take(process());
    const pool = process();
    const heard = new Set<number>();
    // Longer than the server bears silence.
    for (let start = 0, last = 0; last - start < 3_500;) {
      const { rows } = await pool.query<{ changed: string }>(
        `SELECT extract(epoch FROM state_change) * 1000 AS changed FROM pg_stat_activity
         WHERE application_name = 'intersession leads projections' AND datname = current_database()`,
      );
      expect(rows).toHaveLength(1);
      last = Number(rows[0]?.changed);
      start ||= last;
      heard.add(last);
      await sleep(100);
    }
    expect(heard.size).toBeGreaterThan(2);
    expect(first.signal.aborted).toBe(false);
  });

  it('is waited for no longer than it is wanted', async () => {
    await take(process());
    const pool = process();
    const wanted = new AbortController();
    const lead = Lead.take({ task: 'projections', pool, signal: wanted.signal, onStandby: () => wanted.abort() });
    expect(await lead).toBeUndefined();
  });
});
