import type { DataSource } from 'typeorm';
import type { EntityClass } from '../kernel/projection.ts';
import { readModelEntities } from '../read-models.entities.ts';
import { Table } from '../storage/table.ts';

/** The tables of the row entities, described once. */
export class TableRegistry {
  readonly #dataSource: DataSource;
  readonly #tables = new Map<EntityClass<object>, Table<object>>();
  #byName: ReadonlyMap<string, Table<object>> | undefined;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Every table of a generation, by its name. */
  byName(): ReadonlyMap<string, Table<object>> {
    this.#byName ??= new Map(
      readModelEntities.map((entity) => [this.#dataSource.getMetadata(entity).tableName, this.of<object>(entity)]),
    );
    return this.#byName;
  }

  of<Row extends object>(entity: EntityClass<Row>): Table<Row> {
    const known = this.#tables.get(entity);
    if (known !== undefined) return known as Table<Row>;
    const table = new Table<Row>(this.#dataSource, entity);
    this.#tables.set(entity, table);
    return table;
  }
}
