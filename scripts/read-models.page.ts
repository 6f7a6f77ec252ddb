import { DataSource, type EntityMetadata } from 'typeorm';
import { readModelEntities } from '#read-models';

type ColumnMetadata = EntityMetadata['columns'][number];

const INTRODUCTION = `# Read models

The tables of a generation, as their entities describe them. They are made anew for every generation and never migrated; what
changes here changes with the version of a projection, which means a rebuild.`;

const FOOTER = 'This page is generated from the entities in `libs/read-models` by `npm run generate`.';

/** Knows what the entities say without a server to ask. */
class Blueprint extends DataSource {
  async tables(): Promise<readonly EntityMetadata[]> {
    await this.buildMetadatas();
    return this.entityMetadatas;
  }
}

/** Markdown of docs/read-models.md: each table, its columns, key and indexes. */
export async function readModelsPage(): Promise<string> {
  const blueprint = new Blueprint({ type: 'postgres', entities: [...readModelEntities] });
  const tables = [...(await blueprint.tables())].sort((a, b) => (a.tableName < b.tableName ? -1 : 1));
  return [INTRODUCTION, ...tables.map((table) => section(table, blueprint)), FOOTER, ''].join('\n\n');
}

function section({ tableName, columns, indices }: EntityMetadata, { driver }: DataSource): string {
  const rows = columns.map(
    (column) => `| \`${column.databaseName}\` | ${sqlType(column, driver)} | ${notes(column)} |`,
  );
  const indexes = indices.map((index) => {
    const over = index.columns.map(({ databaseName }) => `\`${databaseName}\``).join(', ');
    return `- ${index.isUnique ? 'unique ' : ''}index over ${over}${index.where === undefined ? '' : ` where \`${index.where}\``}`;
  });
  const table = ['| column | type | notes |', '| --- | --- | --- |', ...rows].join('\n');
  return [`## ${tableName}`, table, ...(indexes.length > 0 ? [indexes.sort().join('\n')] : [])].join('\n\n');
}

function sqlType(column: ColumnMetadata, driver: DataSource['driver']): string {
  const precision = typeof column.precision === 'number' ? `(${column.precision})` : '';
  return `${typeof column.type === 'string' ? column.type : driver.normalizeType(column)}${precision}${column.isArray ? '[]' : ''}`;
}

function notes({ isPrimary, isNullable, collation }: ColumnMetadata): string {
  return [
    ...(isPrimary ? ['key'] : []),
    ...(isNullable ? ['may be null'] : []),
    ...(collation === undefined ? [] : [`collation ${collation}`]),
  ].join(', ');
}
