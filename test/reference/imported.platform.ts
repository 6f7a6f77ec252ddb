import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { definitionsOf, type ImportSummary, importTables, readMappingFile } from '#imports';
import { CommandExecutor, Engine } from '#platform';
import { importPorts } from '../../apps/cli/import.ports.ts';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import { createDatabase } from '../postgres.ts';
import { compareWithPostgres, describeComparison } from '../kurrentdb/stores.comparison.ts';
import { withoutRows } from './reference.data.ts';

/** Where a KurrentDB with an empty log is, to import into instead of PostgreSQL; set by `--store`. */
export const STORE_VARIABLE = 'INTERSESSION_REFERENCE_STORE';

/** Asks one query. */
export type Ask = <Data>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

/** A platform that holds nothing but one imported file. */
export interface ImportedPlatform {
  readonly imported: ImportSummary;
  /** Waits for read models that are behind. */
  readonly ask: Ask;
  /** The last one of the import: answers know at least everything up to it. */
  readonly position: string;
}

export interface ImportOfFile {
  readonly mapping: string;
  readonly file: string;
  /** How many rows to leave out first, to see a comparison fail. */
  readonly remove: number;
}

/** Imports a file into a platform with a database of its own, and hands it to `use`. */
export async function withImported<Result>(
  { mapping: path, file, remove }: ImportOfFile,
  use: (platform: ImportedPlatform) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'));
  const eventStoreUrl = process.env[STORE_VARIABLE];
  const database = await createDatabase();
  const place = { database: { url: database.url, drop: () => Promise.resolve() }, eventStoreUrl };
  const variables = { DATA_DIR: folder };
  try {
    const copy = join(folder, 'log.csv');
    await withoutRows(file, copy, remove);
    // Read models follow once the log is whole: in large steps, not a person anew for every event.
    const importing = await startApi({ ...place, variables: { ...variables, PROJECTIONS: 'elsewhere' } });
    const imported = await importInto(importing.app.get(Engine), path, copy).finally(() => importing.stop());
    const api = await startApi({ ...place, variables });
    try {
      const { store } = api.app.get(Engine);
      const result = await use({ imported, ask: patiently(api), position: (await store.head()).toString() });
      if (eventStoreUrl !== undefined) console.log(describeComparison(await compareWithPostgres(store)));
      return result;
    } finally {
      await api.stop();
    }
  } finally {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function importInto(engine: Engine, path: string, file: string): Promise<ImportSummary> {
  const mapping = await readMappingFile(path);
  const actor = { id: 'reference', role: 'operator' };
  const ports = importPorts(new CommandExecutor(engine.executor), engine.store, engine.keys);
  return importTables({ mapping, file, definitions: definitionsOf(mapping, path), actor, now: Date.now() }, ports);
}

/** Read models that are still behind the import are waited for, as long as none of them has stopped. */
function patiently(api: ApiUnderTest): Ask {
  const { readModels } = api.app.get(Engine);
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Data> => {
    for (;;) {
      const { data, errors } = await api.client.ask<Data>(query, variables);
      if (errors === undefined && data !== null && data !== undefined) return data;
      if (errors?.[0]?.extensions.code !== 'READ_MODELS_BEHIND') throw new Error(JSON.stringify(errors));
      const { healthy, runnerProblem, projections } = await readModels.health();
      const problems = [runnerProblem, ...projections.map(({ problem }) => problem)].filter((one) => one !== null);
      if (!healthy) throw new Error(`the read models stand still: ${problems.join('; ')}`);
      await sleep(250);
    }
  };
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every row of a list, page by page. */
export async function allPages<Node>(page: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ;) {
    const { nodes: more, pageInfo }: Page<Node> = await page(after);
    nodes.push(...more);
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}
