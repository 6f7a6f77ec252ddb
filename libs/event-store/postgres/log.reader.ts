/** Pages of the log by key, JSON left as text; the next page is on its way while the reader works on this one. */
import pg from 'pg';
import type { Batch, Position, ReadStreamOptions, RecordedEvent, StreamName } from '../port.ts';
import { AS_TEXT, isoOfEpoch } from './append.statement.ts';
import { copyTuples, type TupleReader } from './binary.copy.ts';
import type { EventsTable } from './events.table.ts';
import { withClient } from './pooled.client.ts';

/** Small enough that a page dies young: of larger ones the garbage collector copies every string twice. */
const PAGE_ROWS = 2_000;
/** With a type filter a page covers this many positions, so that rare types do not make one statement read the whole log. */
const FILTERED_SPAN = 50_000n;
const STREAM_ROWS = 250;
/** Characters. Larger documents are fetched by themselves, so that a page of them does not fill the memory. */
const LARGE = 16_384;
const BATCH_CHARACTERS = 16_000_000;

export interface PageRequest {
  readonly after: Position;
  /** Settled. */
  readonly upTo: Position;
  readonly types?: readonly string[] | undefined;
}

interface Page {
  readonly events: RecordedEvent[];
  /** Positions of events whose documents are still to be fetched. */
  readonly large: ReadonlySet<Position>;
  /** Everything up to here is in this page or an earlier one. */
  readonly position: Position;
}

const unlessLarge = (column: string) => `CASE WHEN octet_length(${column}) <= ${String(LARGE)} THEN ${column} END`;

/** COPY takes no parameters. */
function selectPage(table: EventsTable, { after, types }: PageRequest, end: Position): string {
  const ofTypes = types ? `AND type IN (${['NULL', ...types.map((type) => pg.escapeLiteral(type))].join()})` : '';
  return `SELECT position, stream, revision, type, id::text, recorded_at, ${unlessLarge('data')}, ${unlessLarge('metadata')}
    FROM ${table.name} WHERE position > ${String(after)} AND position <= ${String(end)} ${ofTypes}
    ORDER BY position LIMIT ${String(PAGE_ROWS)}`;
}

async function readPage(pool: pg.Pool, table: EventsTable, request: PageRequest): Promise<Page> {
  const { after, upTo, types } = request;
  const end = types && upTo > after + FILTERED_SPAN ? ((after + FILTERED_SPAN) as Position) : upTo;
  const events: RecordedEvent[] = [];
  const large = new Set<Position>();
  const add = (tuple: TupleReader): void => {
    const position = tuple.int8() as Position;
    const stream = tuple.ascii() as StreamName;
    const [revision, type, id, recordedAt] = [tuple.int4(), tuple.ascii(), tuple.ascii(), isoOfTime(tuple.time())];
    const [data, metadata] = [tuple.text(), tuple.text()];
    if (data === undefined || metadata === undefined) large.add(position);
    events.push({ id, type, data: data ?? '', metadata: metadata ?? '', stream, revision, position, recordedAt });
  };
  await withClient(pool, (client) => copyTuples(client, selectPage(table, request, end), add));
  const last = events.length === PAGE_ROWS ? events.at(-1) : undefined;
  return { events, large, position: last?.position ?? end };
}

let lastTime = 0;
let lastIso = new Date(lastTime).toISOString();

/** Events of one commit share their time. */
function isoOfTime(time: number): string {
  if (time !== lastTime) [lastTime, lastIso] = [time, new Date(time).toISOString()];
  return lastIso;
}

/** Everything after `after` up to `upTo`; `live` is left to the caller. */
export async function* readPages(
  pool: pg.Pool,
  table: EventsTable,
  request: PageRequest,
): AsyncGenerator<Omit<Batch, 'live'>, void> {
  let next: Promise<Page> | undefined = request.after < request.upTo ? readPage(pool, table, request) : undefined;
  try {
    while (next) {
      const page: Page = await next;
      next = page.position < request.upTo ? readPage(pool, table, { ...request, after: page.position }) : undefined;
      // A failure is met when the page is asked for, which may be never.
      next?.catch(() => undefined);
      if (page.large.size === 0) yield { events: page.events, position: page.position };
      else yield* smallerBatches(pool, table, page);
    }
  } finally {
    await next?.catch(() => undefined);
  }
}

async function* smallerBatches(
  pool: pg.Pool,
  table: EventsTable,
  page: Page,
): AsyncGenerator<Omit<Batch, 'live'>, void> {
  let events: RecordedEvent[] = [];
  let characters = 0;
  for (const found of page.events) {
    const event = page.large.has(found.position) ? await readLarge(pool, table, found) : found;
    events.push(event);
    characters += event.data.length + event.metadata.length;
    if (characters < BATCH_CHARACTERS) continue;
    yield { events, position: event.position };
    [events, characters] = [[], 0];
  }
  yield { events, position: page.position };
}

async function readLarge(pool: pg.Pool, table: EventsTable, event: RecordedEvent): Promise<RecordedEvent> {
  const { rows } = await pool.query<{ data: string; metadata: string }>(
    `SELECT data, metadata FROM ${table.name} WHERE position = $1`,
    [String(event.position)],
  );
  const [found] = rows;
  if (!found) throw new Error(`the event at position ${String(event.position)} has disappeared from the log`);
  return { ...event, ...found };
}

type Row = [
  position: string,
  stream: StreamName,
  revision: string,
  type: string,
  id: string,
  epoch: string,
  data: string,
  metadata: string,
];

function eventOf([position, stream, revision, type, id, epoch, data, metadata]: Row): RecordedEvent {
  const recordedAt = isoOfEpoch(epoch);
  return {
    id,
    type,
    data,
    metadata,
    stream,
    revision: Number(revision),
    position: BigInt(position) as Position,
    recordedAt,
  };
}

export async function* readStreamPages(
  pool: pg.Pool,
  table: EventsTable,
  stream: StreamName,
  options: ReadStreamOptions,
): AsyncGenerator<RecordedEvent, void> {
  const { backwards = false, from = backwards ? 2_147_483_647 : 0, limit = Infinity } = options;
  let next = from;
  for (let left = limit; left > 0;) {
    const { rows } = await pool.query<Row>({
      name: backwards ? 'intersession-stream-backwards' : 'intersession-stream',
      text: `SELECT position, stream, revision, type, id, date_part('epoch', recorded_at), data, metadata FROM ${table.name}
        WHERE stream = $1 AND revision ${backwards ? '<=' : '>='} $2 ORDER BY revision ${backwards ? 'DESC' : ''} LIMIT $3`,
      rowMode: 'array',
      types: AS_TEXT,
      values: [stream, next, Math.min(left, STREAM_ROWS)],
    });
    for (const row of rows) yield eventOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < STREAM_ROWS) return;
    left -= rows.length;
    next = Number(last[2]) + (backwards ? -1 : 1);
  }
}
