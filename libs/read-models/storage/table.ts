import type { DataSource, EntityMetadata } from 'typeorm';
import type { EntityClass } from '../kernel/projection.ts';

type Driver = DataSource['driver'];

/** A column of a read model, in both its names. */
export interface TableColumn {
  readonly property: string;
  /** Quoted. */
  readonly name: string;
  /** For casting parameters: `timestamptz`, `text[]`, … */
  readonly type: string;
  readonly nullable: boolean;
}

/**
 * A read model's table as its entity describes it: names, types and the way from SQL values to row values and back.
 * Unqualified: the connection's search_path says in which generation it is.
 */
export class Table<Row extends object> {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly key: readonly TableColumn[];
  readonly #driver: Driver;
  readonly #metadata: EntityMetadata;
  readonly #encodings: readonly { readonly property: string; readonly type: unknown }[];

  constructor(dataSource: DataSource, entity: EntityClass<Row>) {
    this.#driver = dataSource.driver;
    this.#metadata = dataSource.getMetadata(entity);
    this.name = `"${this.#metadata.tableName}"`;
    this.columns = this.#metadata.columns.map((column) => ({
      property: column.propertyName,
      name: `"${column.databaseName}"`,
      type: `${this.#driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
      nullable: column.isNullable,
    }));
    this.#encodings = this.#metadata.columns.map(({ propertyName: property, type }) => ({ property, type }));
    const primary = new Set(this.#metadata.primaryColumns.map(({ propertyName }) => propertyName));
    this.key = this.columns.filter(({ property }) => primary.has(property));
  }

  /** @throws Error for a property that the entity does not have. */
  column(property: string): TableColumn {
    const column = this.columns.find((candidate) => candidate.property === property);
    if (column === undefined) throw new Error(`${this.name} has no column for ${property}`);
    return column;
  }

  /** A row as the application sees it. */
  hydrate(raw: Readonly<Record<string, unknown>>): Row {
    const row: Record<string, unknown> = {};
    for (const column of this.#metadata.columns) {
      const value: unknown = this.#driver.prepareHydratedValue(raw[column.databaseName], column);
      row[column.propertyName] = value ?? null;
    }
    return row as Row;
  }

  /** The values of a row in the order of `columns`, as text formats take them. */
  values(row: Row): readonly unknown[] {
    const values = row as Readonly<Record<string, unknown>>;
    return this.#encodings.map(({ property, type }) => encode(values[property], type));
  }
}

/** PostgreSQL has no year 0: ISO 8601's is 1 BC. */
const YEAR_ZERO = /^0000(?=-)/;

function encode(value: unknown, type: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'simple-json') return JSON.stringify(value);
  if ((type === 'timestamptz' || type === 'date') && typeof value === 'string' && YEAR_ZERO.test(value)) {
    return `${value.replace(YEAR_ZERO, '0001')} BC`;
  }
  return value;
}
