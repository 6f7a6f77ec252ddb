import { type DataSource, DataSource as OrmDataSource, Table as OrmTable } from 'typeorm';
import { readModelEntities } from '../read-models.entities.ts';

/** The statements that make the tables of one generation, from the entities, unqualified. Nothing is executed. */
export async function tableStatements(dataSource: DataSource): Promise<readonly string[]> {
  const runner = dataSource.createQueryRunner();
  runner.enableSqlMemory();
  for (const entity of readModelEntities) {
    const table = OrmTable.create(dataSource.getMetadata(entity), dataSource.driver);
    await runner.createTable(table, false, true, true);
  }
  return runner.getMemorySql().upQueries.map(({ query }) => query.trim());
}

/** Knows the entities without being connected to anything. */
class UnconnectedDataSource extends OrmDataSource {
  async readEntities(): Promise<this> {
    await this.buildMetadatas();
    return this;
  }
}

/** Content of `entities.snapshot.sql`: the tables of a generation, so that a review sees what a change does to them. */
export async function entitiesSnapshot(): Promise<string> {
  const unconnected = new UnconnectedDataSource({ type: 'postgres', entities: readModelEntities });
  const statements = await tableStatements(await unconnected.readEntities());
  const head = '-- Generated from the row entities by `npm run generate`. Tables of one generation; never migrated.';
  const laidOut = statements.map((statement) => `${layOut(statement)};`);
  return [head, ...laidOut].join('\n\n');
}

/** A column a line. */
function layOut(statement: string): string {
  if (!statement.startsWith('CREATE TABLE')) return statement.replace(/ {2,}/g, ' ');
  return statement
    .replace(' (', ' (\n  ')
    .replaceAll(/, (?="\w+" \w|CONSTRAINT)/g, ',\n  ')
    .replace(/\)$/, '\n)');
}
