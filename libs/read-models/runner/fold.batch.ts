import { eventCatalogue, type Fact, storedNames } from '#domain';
import type { Position } from '#event-store';
import { streamFacts } from '../facts/fact.source.ts';
import type { Fold, RowFold, RowKey, StreamFold } from '../kernel/projection.ts';
import { AMENDMENTS } from '../kernel/standing.ts';
import type { FoldRow } from '../kernel/row.columns.ts';
import type { Connection } from '../storage/connection.ts';
import type { Table } from '../storage/table.ts';
import {
  deleteByKeys,
  deleteWhere,
  insertRows,
  loadByKeys,
  loadByStreams,
  upsertRows,
} from '../storage/table.writer.ts';
import type { LogEvent } from './log.event.ts';
import type { TableRegistry } from './table.registry.ts';
import { groupBy } from '../kernel/group-by.ts';

/** Which events of a batch concern a fold: its own types, and amendments in streams of its categories. */
export function foldFilter(fold: Fold): (event: LogEvent) => boolean {
  const names = new Set(fold.types.flatMap((type) => storedNames(type)));
  const categories = new Set(
    eventCatalogue.filter(({ type }) => fold.types.includes(type)).map((shape) => shape.category),
  );
  return ({ stored: { type, stream } }) =>
    names.has(type) || (AMENDMENTS.has(type) && categories.has(stream.slice(0, stream.indexOf('-'))));
}

/**
 * Folds events that concern it into a fold's table, in memory and then in a few statements. A stream with an amendment is
 * folded again from its first event; the facts up to `upTo` must have been recorded.
 */
export async function foldBatch(
  connection: Connection,
  tables: TableRegistry,
  fold: Fold,
  events: readonly LogEvent[],
  upTo: Position,
): Promise<void> {
  const amended = new Set(events.filter(({ stored }) => AMENDMENTS.has(stored.type)).map(({ stream }) => stream));
  const facts = events.filter(({ stream }) => !amended.has(stream)).map(({ fact }) => fact);
  const table: Table<FoldRow> = tables.of(fold.entity as new () => FoldRow);
  if (fold.per === 'row') await foldRows(connection, table, fold, facts);
  else await foldStreams(connection, table, fold, facts);
  await refold(connection, table, fold, [...amended], upTo);
}

interface Slot {
  readonly key: RowKey;
  readonly before: FoldRow | undefined;
  now: FoldRow | undefined;
}

async function foldRows(
  connection: Connection,
  table: Table<FoldRow>,
  fold: RowFold,
  facts: readonly Fact[],
): Promise<void> {
  const touched = facts.map((fact) => ({ fact, keys: fold.keys(fact) }));
  const nameOf = keyNamer(table);
  const wanted = new Map(touched.flatMap(({ keys }) => keys.map((key) => [nameOf(key), key])));
  const present = new Map((await loadByKeys(connection, table, [...wanted.values()])).map((row) => [nameOf(row), row]));
  const slots = new Map<string, Slot>(
    [...wanted].map(([name, key]) => [name, { key, before: present.get(name), now: present.get(name) }]),
  );
  for (const { fact, keys } of touched) {
    for (const key of keys) {
      const slot = slots.get(nameOf(key));
      if (slot !== undefined) slot.now = fold.apply(slot.now, fact, key);
    }
  }
  const changed = [...slots.values()].filter(({ before, now }) => before !== now);
  await writeChanges(connection, table, {
    inserted: changed.flatMap(({ before, now }) => (before === undefined && now !== undefined ? [now] : [])),
    updated: changed.flatMap(({ before, now }) => (before !== undefined && now !== undefined ? [now] : [])),
    deleted: changed.flatMap(({ key, now }) => (now === undefined ? [key] : [])),
  });
}

async function foldStreams(
  connection: Connection,
  table: Table<FoldRow>,
  fold: StreamFold,
  facts: readonly Fact[],
): Promise<void> {
  const byStream = groupBy(facts, ({ stream }) => stream);
  const present = groupBy(await loadByStreams(connection, table, [...byStream.keys()]), ({ stream }) => stream);
  const nameOf = keyNamer(table);
  const inserted: FoldRow[] = [];
  const updated: FoldRow[] = [];
  const deleted: RowKey[] = [];
  for (const [stream, own] of byStream) {
    const before = present.get(stream) ?? [];
    const now = own.reduce<readonly FoldRow[]>((rows, fact) => fold.apply(rows, fact), before);
    const was = new Map(before.map((row) => [nameOf(row), row]));
    for (const row of now) {
      const name = nameOf(row);
      const old = was.get(name);
      was.delete(name);
      if (old === undefined) inserted.push(row);
      else if (old !== row) updated.push(row);
    }
    deleted.push(...[...was.values()].map((row) => keyOf(table, row)));
  }
  await writeChanges(connection, table, { inserted, updated, deleted });
}

async function refold(
  connection: Connection,
  table: Table<FoldRow>,
  fold: Fold,
  streams: readonly string[],
  upTo: Position,
): Promise<void> {
  if (streams.length === 0) return;
  await deleteWhere(connection, table, 'stream', streams);
  const histories = await streamFacts((text, given) => connection.sql(text, given), streams, fold.types, upTo);
  const rows = [...histories.values()].flatMap((facts) => foldHistory(fold, facts, keyNamer(table)));
  await insertRows(connection, table, rows);
}

/** All rows of one stream from its whole effective history. */
export function foldHistory(
  fold: Fold,
  facts: readonly Fact[],
  nameOf: (key: object) => string = JSON.stringify,
): readonly FoldRow[] {
  const known = new Set<string>(fold.types);
  const own = facts.filter(({ type }) => known.has(type));
  if (fold.per === 'stream') return own.reduce<readonly FoldRow[]>((rows, fact) => fold.apply(rows, fact), []);
  const rows = new Map<string, FoldRow>();
  for (const fact of own) {
    for (const key of fold.keys(fact)) {
      const name = nameOf(key);
      const row = fold.apply(rows.get(name), fact, key);
      if (row === undefined) rows.delete(name);
      else rows.set(name, row);
    }
  }
  return [...rows.values()];
}

interface Changes {
  readonly inserted: readonly FoldRow[];
  readonly updated: readonly FoldRow[];
  readonly deleted: readonly RowKey[];
}

async function writeChanges(connection: Connection, table: Table<FoldRow>, changes: Changes): Promise<void> {
  await deleteByKeys(connection, table, changes.deleted);
  await upsertRows(connection, table, changes.updated);
  await insertRows(connection, table, changes.inserted);
}

function keyNamer(table: Table<FoldRow>): (row: object) => string {
  const properties = table.key.map(({ property }) => property);
  return (row) => {
    const values = row as Readonly<Record<string, unknown>>;
    return JSON.stringify(properties.map((property) => values[property]));
  };
}

function keyOf(table: Table<FoldRow>, row: FoldRow): RowKey {
  const values = row as unknown as Readonly<Record<string, string | number>>;
  return Object.fromEntries(table.key.map(({ property }) => [property, values[property] ?? '']));
}
