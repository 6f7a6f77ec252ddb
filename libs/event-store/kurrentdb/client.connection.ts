import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../port.ts';
import { asStoreError, Unusable } from './client.failure.ts';
import { readKurrentUrl, type ConnectionAddress } from './connection.url.ts';

/** The first that says when a subscription has caught up, and where the events of a stream stand in the log. */
const OLDEST = { year: 23, month: 10 };
const VERSION = /^v?(\d+)\.(\d+)\b/;

/** What the client keeps to itself and this file has to reach: see `mend`. */
interface Inner {
  supports(...asked: readonly unknown[]): Promise<boolean>;
  handleError(client: unknown, error: Error): Promise<void>;
  getChannel(): Promise<{ close(): void }>;
  readonly capabilities: Promise<{ readonly serverVersion: string }>;
}

/** One client and what is known of its server. */
export interface Connection {
  readonly client: EventStoreDBClient;
  readonly address: ConnectionAddress;
  readonly version: string;
  /** Cancels what is under way and gives the connection back. */
  close(): Promise<void>;
}

/** @throws StoreUnavailable when the server cannot be reached, does not know the caller, or is too old. */
export async function connect(url: string): Promise<Connection> {
  const address = readKurrentUrl(url);
  const client = createClient(address);
  const inner = mend(client);
  const close = async () => closeClient(client, inner);
  try {
    const { serverVersion } = await within(inner.capabilities, address);
    refuseOld(serverVersion, address);
    return { client, address, version: serverVersion, close };
  } catch (error) {
    await close();
    throw asStoreError(error, address.shown);
  }
}

function createClient({ connectionString, shown }: ConnectionAddress): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(connectionString);
  } catch (error) {
    // Its own messages may quote the URL, and with it the password.
    const reason = error instanceof Error && error.message.startsWith('Failed to load') ? `: ${error.message}` : '';
    throw new Unusable(`the client cannot use the URL of ${shown}${reason}`, { cause: error });
  }
}

/**
 * Three habits of this client that a server cannot live with:
 * - Batched appends of all clients in a process share one table of promises: a lost connection of one rejects them all,
 *   an answer to one that was rejected is thrown where nobody catches it, and none has a deadline. Plain appends do not.
 * - It tidies up after a lost connection in a promise that nobody hears: when that fails too, Node ends the process.
 */
function mend(client: EventStoreDBClient): Inner {
  const inner = client as unknown as Inner;
  const tidy = inner.handleError.bind(client);
  const mended: Pick<Inner, 'supports' | 'handleError'> = {
    supports: async () => false,
    handleError: (call, error) => tidy(call, error).catch(() => undefined),
  };
  Object.assign(client, mended);
  return inner;
}

async function closeClient(client: EventStoreDBClient, inner: Inner): Promise<void> {
  await Promise.race([client.dispose(), sleep(1_000, undefined, { ref: false })]);
  const channel = await Promise.race([inner.getChannel().catch(() => undefined), sleep(100, undefined)]);
  channel?.close();
}

async function within<Value>(answer: Promise<Value>, { deadline, shown }: ConnectionAddress): Promise<Value> {
  const stop = new AbortController();
  const tooLate = sleep(deadline, undefined, { signal: stop.signal }).then(() => {
    throw new StoreUnavailable(`the event store at ${shown} did not answer within ${String(deadline)} ms`);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    stop.abort();
    await tooLate.catch(() => undefined);
  }
}

function refuseOld(version: string, { shown }: ConnectionAddress): void {
  const [, year, month] = VERSION.exec(version) ?? [];
  // A build from source calls itself 0.0: whoever runs one knows what it is.
  const known = year !== undefined && year !== '0';
  const old = known && Number(year) * 100 + Number(month) < OLDEST.year * 100 + OLDEST.month;
  if (!old && version !== 'unknown') return;
  const found = known ? `is of version ${version}` : 'does not tell its version';
  const needed = `${String(OLDEST.year)}.${String(OLDEST.month)}`;
  throw new Unusable(`the event store at ${shown} ${found}; EventStoreDB ${needed} or KurrentDB is needed`);
}
