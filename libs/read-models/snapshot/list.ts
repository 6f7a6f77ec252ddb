import type { EntityClass } from '../kernel/projection.ts';
import type { Table, TableColumn } from '../storage/table.ts';
import type { Condition } from './condition.ts';
import {
  type Direction,
  type Edge,
  type Keyset,
  type Page,
  type PagePlan,
  type PageRequest,
  planPage,
  writeCursor,
} from './page.ts';
import type { ReadSnapshot } from './read-snapshot.ts';
import { InvalidRead } from './read.error.ts';
import { checked } from './value.check.ts';
import { groupBy } from '../kernel/group-by.ts';

/** A list of one read model: what it may be ordered by and how it is ordered unless asked otherwise. */
export interface ListOf<Row extends object, Order extends keyof Row & string> {
  readonly entity: EntityClass<Row>;
  readonly orders: readonly Order[];
  readonly orderBy: { readonly field: Order; readonly direction: Direction };
}

/** One page of a list. @throws InvalidRead */
export async function readPage<Row extends object, Order extends keyof Row & string>(
  snapshot: ReadSnapshot,
  list: ListOf<Row, Order>,
  conditions: readonly Condition<Row>[],
  request: PageRequest<Order>,
): Promise<Page<Row>> {
  const { statement, plan, table } = prepare(snapshot, list, request);
  const where = statement.where(conditions);
  const text = `SELECT * FROM ${table.name} WHERE ${where} AND ${statement.keyset()} ${statement.order()} LIMIT ${plan.limit + 1}`;
  const rows = (await snapshot.sql<Raw>(text, statement.parameters)).map((raw) => table.hydrate(raw));
  return pageOf(table, plan, rows, async () => {
    const count = new Statement(table, plan);
    const counting = `SELECT count(*)::int AS total FROM ${table.name} WHERE ${count.where(conditions)}`;
    const [found] = await snapshot.sql<{ total: number }>(counting, count.parameters);
    return found?.total ?? 0;
  });
}

/** The same page of the children of each of many parents, in one statement: what a data loader asks. Every id is answered. */
export async function readPagesByParent<Row extends object, Order extends keyof Row & string>(
  snapshot: ReadSnapshot,
  list: ListOf<Row, Order>,
  parent: { readonly property: keyof Row & string; readonly ids: readonly string[] },
  conditions: readonly Condition<Row>[],
  request: PageRequest<Order>,
): Promise<ReadonlyMap<string, Page<Row>>> {
  const { statement, plan, table } = prepare(snapshot, list, request);
  const { name } = table.column(parent.property);
  const ids = distinct(parent.ids);
  const given = statement.parameter(ids);
  const text = `SELECT child.* FROM unnest(${given}::text[]) AS parent(id) CROSS JOIN LATERAL (
    SELECT * FROM ${table.name} WHERE ${name} = parent.id COLLATE "C" AND ${statement.where(conditions)}
    AND ${statement.keyset()} ${statement.order()} LIMIT ${plan.limit + 1}) child`;
  const rows = (await snapshot.sql<Raw>(text, statement.parameters)).map((raw) => table.hydrate(raw));
  const children = groupBy(rows, (row) => String(row[parent.property]));
  let counted: Promise<ReadonlyMap<string, number>> | undefined;
  const totalOf = async (id: string): Promise<number> => {
    counted ??= countByParent(snapshot, table, plan, { property: parent.property, ids }, conditions);
    return (await counted).get(id) ?? 0;
  };
  return new Map(parent.ids.map((id) => [id, pageOf(table, plan, children.get(id) ?? [], () => totalOf(id))]));
}

/** Rows by a unique property, for data loaders: an id that is not there is not in the map. */
export async function readByIds<Row extends object>(
  snapshot: ReadSnapshot,
  entity: EntityClass<Row>,
  property: keyof Row & string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const table = snapshot.table(entity);
  const text = `SELECT * FROM ${table.name} WHERE ${table.column(property).name} = ANY($1::text[])`;
  const rows = (await snapshot.sql<Raw>(text, [distinct(ids)])).map((raw) => table.hydrate(raw));
  return new Map(rows.map((row) => [String(row[property]), row]));
}

/** An id that text columns cannot hold names no row. */
function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].filter((id) => !id.includes('\u0000') && id.isWellFormed());
}

type Raw = Record<string, unknown>;

function prepare<Row extends object, Order extends keyof Row & string>(
  snapshot: ReadSnapshot,
  { entity, orders, orderBy }: ListOf<Row, Order>,
  request: PageRequest<Order>,
) {
  const table = snapshot.table(entity);
  const plan = planPage(request, orderBy);
  if (!orders.some((order) => order === plan.field)) {
    throw new InvalidRead('orderBy', `must be one of ${orders.join(', ')}`);
  }
  return { table, plan, statement: new Statement(table, plan) };
}

async function countByParent<Row extends object>(
  snapshot: ReadSnapshot,
  table: Table<Row>,
  plan: PagePlan,
  parent: { readonly property: string; readonly ids: readonly string[] },
  conditions: readonly Condition<Row>[],
): Promise<ReadonlyMap<string, number>> {
  const statement = new Statement(table, plan);
  const { name } = table.column(parent.property);
  const ids = statement.parameter(parent.ids);
  const text = `SELECT ${name} AS id, count(*)::int AS total FROM ${table.name}
    WHERE ${name} = ANY(${ids}::text[]) AND ${statement.where(conditions)} GROUP BY 1`;
  const rows = await snapshot.sql<{ id: string; total: number }>(text, statement.parameters);
  return new Map(rows.map(({ id, total }) => [id, total]));
}

function pageOf<Row extends object>(
  table: Table<Row>,
  plan: PagePlan,
  rows: readonly Row[],
  total: () => Promise<number>,
): Page<Row> {
  const kept = rows.slice(0, plan.limit);
  const more = rows.length > plan.limit;
  const edges = (plan.backwards ? kept.reverse() : kept).map((row) => edgeOf(table, plan.field, row));
  return {
    edges,
    hasNextPage: plan.backwards ? plan.before !== undefined : more,
    hasPreviousPage: plan.backwards ? more : plan.after !== undefined,
    total,
  };
}

function edgeOf<Row extends object>(table: Table<Row>, field: string, row: Row): Edge<Row> {
  const values = new Map<string, unknown>(Object.entries(row));
  const value = values.get(field);
  const key = table.key.map(({ property }) => values.get(property)).map(keyPart);
  return {
    row,
    cursor: writeCursor(field, { value: typeof value === 'boolean' || value === null ? value : keyPart(value), key }),
  };
}

function keyPart(value: unknown): string | number {
  return typeof value === 'number' ? value : String(value);
}

/** SQL of one page: the pieces share their parameters. */
class Statement<Row extends object> {
  readonly parameters: unknown[] = [];

  constructor(
    readonly table: Table<Row>,
    readonly plan: PagePlan,
  ) {}

  parameter(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  where(conditions: readonly Condition<Row>[]): string {
    const clauses = conditions.map((condition) => condition(this.table, (value) => this.parameter(value)));
    return clauses.length === 0 ? 'true' : clauses.map((clause) => `(${clause})`).join(' AND ');
  }

  keyset(): string {
    const { after, before } = this.plan;
    const clauses = [
      ...(after === undefined ? [] : [this.#beyond(after, 'after')]),
      ...(before === undefined ? [] : [this.#beyond(before, 'before')]),
    ];
    return clauses.length === 0 ? 'true' : clauses.join(' AND ');
  }

  order(): string {
    const { field, direction, backwards } = this.plan;
    const column = this.table.column(field);
    const way = (direction === 'asc') === backwards ? 'DESC' : 'ASC';
    const empty = column.nullable ? [`${column.name} IS NULL ${backwards ? 'DESC' : 'ASC'}`] : [];
    const keys = [column, ...this.#ties(column)].map(({ name }) => `${name} ${way}`);
    return `ORDER BY ${[...empty, ...keys].join(', ')}`;
  }

  #ties(column: TableColumn): readonly TableColumn[] {
    return this.table.key.filter(({ property }) => property !== column.property);
  }

  /** Rows on one side of a place in the list; empty values come last, whatever the direction. */
  #beyond({ value, key }: Keyset, side: 'after' | 'before'): string {
    const column = this.table.column(this.plan.field);
    if (key.length !== this.table.key.length) throw new InvalidRead(side, 'is not a cursor of this list');
    const ahead = side === 'after';
    const sign = (this.plan.direction === 'asc') === ahead ? '>' : '<';
    const cast = (of: TableColumn, part: unknown): string => `${this.parameter(checked(of, part, side))}::${of.type}`;
    const named = new Map(this.table.key.map(({ property }, index) => [property, key[index]]));
    const ties = this.#ties(column);
    const tie = (): string =>
      `(${ties.map(({ name }) => name).join(', ')}) ${sign} (${ties.map((part) => cast(part, named.get(part.property))).join(', ')})`;
    if (value === null)
      return ahead ? `(${column.name} IS NULL AND ${tie()})` : `(${column.name} IS NOT NULL OR ${tie()})`;
    const columns = [column, ...ties].map(({ name }) => name).join(', ');
    const places = [cast(column, value), ...ties.map((part) => cast(part, named.get(part.property)))].join(', ');
    const beyond = `(${columns}) ${sign} (${places})`;
    if (!column.nullable) return beyond;
    return ahead ? `(${column.name} IS NULL OR ${beyond})` : `(${column.name} IS NOT NULL AND ${beyond})`;
  }
}
