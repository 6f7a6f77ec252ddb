import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { definitionsOf, type ImportSummary, importTables, readMappingFile } from '#imports';
import { CommandExecutor, Engine } from '#platform';
import { importPorts } from '../../apps/cli/import.ports.ts';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
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
  const api = await startApi({ eventStoreUrl });
  try {
    const copy = join(folder, 'log.csv');
    await withoutRows(file, copy, remove);
    const engine = api.app.get(Engine);
    const mapping = await readMappingFile(path);
    const actor = { id: 'reference', role: 'operator' };
    const ports = importPorts(new CommandExecutor(engine.executor), engine.store, engine.keys);
    const definitions = definitionsOf(mapping, path);
    const imported = await importTables({ mapping, file: copy, definitions, actor, now: Date.now() }, ports);
    const position = (await engine.store.head()).toString();
    const result = await use({ imported, ask: patiently(api), position });
    if (eventStoreUrl !== undefined) console.log(describeComparison(await compareWithPostgres(engine.store)));
    return result;
  } finally {
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  }
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
