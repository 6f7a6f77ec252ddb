/** Pages of the log by key, JSON left as text; the next page is on its way while the reader works on this one. */
import type pg from 'pg';
import type { Batch, Position, ReadStreamOptions, RecordedEvent, StreamName } from '../port.ts';
import { AS_TEXT, isoOfEpoch } from './append.statement.ts';
import type { EventsTable } from './events.table.ts';

const PAGE_ROWS = 5_000;
/** With a type filter a page covers this many positions, so that rare types do not make one statement read the whole log. */
const FILTERED_SPAN = 50_000n;
const STREAM_ROWS = 250;
/** Characters. Larger documents are fetched by themselves, so that a page of them does not fill the memory. */
const LARGE = 16_384;
const BATCH_CHARACTERS = 16_000_000;

const columns = (limit: number) =>
  `position, stream, revision, type, id, date_part('epoch', recorded_at),
   CASE WHEN octet_length(data) <= ${String(limit)} THEN data END, CASE WHEN octet_length(metadata) <= ${String(limit)} THEN metadata END`;

type Row = [
  position: string,
  stream: StreamName,
  revision: string,
  type: string,
  id: string,
  epoch: string,
  data: string | null,
  metadata: string | null,
];

export interface PageRequest {
  readonly after: Position;
  /** Settled. */
  readonly upTo: Position;
  readonly types?: readonly string[] | undefined;
}

interface Page {
  readonly rows: readonly Row[];
  /** Everything up to here is in this page or an earlier one. */
  readonly position: Position;
}

async function readPage(pool: pg.Pool, table: EventsTable, { after, upTo, types }: PageRequest): Promise<Page> {
  const end = types && upTo > after + FILTERED_SPAN ? ((after + FILTERED_SPAN) as Position) : upTo;
  const { rows } = await pool.query<Row>({
    name: types ? 'intersession-page-of-types' : 'intersession-page',
    text: `SELECT ${columns(LARGE)} FROM ${table.name}
      WHERE position > $1 AND position <= $2 ${types ? 'AND type = ANY($3::text[])' : ''}
      ORDER BY position LIMIT ${String(PAGE_ROWS)}`,
    rowMode: 'array',
    types: AS_TEXT,
    values: [String(after), String(end), ...(types ? [types] : [])],
  });
  const last = rows.length === PAGE_ROWS ? rows.at(-1) : undefined;
  return { rows, position: last ? (BigInt(last[0]) as Position) : end };
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
      yield* batchesOf(pool, table, page);
    }
  } finally {
    await next?.catch(() => undefined);
  }
}

async function* batchesOf(pool: pg.Pool, table: EventsTable, page: Page): AsyncGenerator<Omit<Batch, 'live'>, void> {
  let events: RecordedEvent[] = [];
  let characters = 0;
  for (const row of page.rows) {
    const event = row[6] === null || row[7] === null ? await readLarge(pool, table, row) : eventOf(row, row[6], row[7]);
    events.push(event);
    characters += event.data.length + event.metadata.length;
    if (characters < BATCH_CHARACTERS) continue;
    yield { events, position: event.position };
    [events, characters] = [[], 0];
  }
  if (events.length > 0 || characters === 0) yield { events, position: page.position };
}

async function readLarge(pool: pg.Pool, table: EventsTable, row: Row): Promise<RecordedEvent> {
  const { rows } = await pool.query<{ data: string; metadata: string }>(
    `SELECT data, metadata FROM ${table.name} WHERE position = $1`,
    [row[0]],
  );
  const [found] = rows;
  if (!found) throw new Error(`the event at position ${row[0]} has disappeared from the log`);
  return eventOf(row, found.data, found.metadata);
}

let lastEpoch = '';
let lastTime = '';

function eventOf(row: Row, data: string, metadata: string): RecordedEvent {
  const [position, stream, revision, type, id, epoch] = row;
  // Events of one commit share their time.
  if (epoch !== lastEpoch) [lastEpoch, lastTime] = [epoch, isoOfEpoch(epoch)];
  return {
    id,
    type,
    data,
    metadata,
    stream,
    revision: Number(revision),
    position: BigInt(position) as Position,
    recordedAt: lastTime,
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
      text: `SELECT ${columns(2_147_483_647)} FROM ${table.name}
        WHERE stream = $1 AND revision ${backwards ? '<=' : '>='} $2 ORDER BY revision ${backwards ? 'DESC' : ''} LIMIT $3`,
      rowMode: 'array',
      types: AS_TEXT,
      values: [stream, next, Math.min(left, STREAM_ROWS)],
    });
    for (const row of rows) yield eventOf(row, row[6] ?? '', row[7] ?? '');
    const last = rows.at(-1);
    if (!last || rows.length < STREAM_ROWS) return;
    left -= rows.length;
    next = Number(last[2]) + (backwards ? -1 : 1);
  }
}
