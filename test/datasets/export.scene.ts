/** A simulated trial behind an engine as the programs open it, and exports of it. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import {
  type DatasetSpecification,
  type DatasetSpecificationInput,
  type DocumentWriter,
  draftDataset,
  exportDataset,
  type ExportedArchive,
  parseDataset,
  sha256,
} from '#datasets';
import {
  CommandExecutor,
  createLog,
  type Database,
  Engine,
  engineEntities,
  migrate,
  migrations,
  openDatabase,
  parseConfig,
} from '#platform';
import { engineSources } from '#processes';
import { sendSimulated, simulate, type SimulationOptions } from '#simulator';
import { createDatabase, type TestDatabase } from '../postgres.ts';

export const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
export const TRIAL: SimulationOptions = {
  ...{ studyId: 'shared', title: 'Shared', participants: 40, weeks: 4, seed: 11, definitions: [] },
  start: '2026-01-05T00:00:00.000Z',
};

const silent = createLog({ level: 'silent', format: 'json' });

/** Tables that most analyses begin with. */
export const USUAL = ['participants', 'sessions', 'assignments', 'attempts', 'outcomes', 'intervals', 'person_summary'];

/** An installation of its own, with its folder for archives. */
export class ExportScene {
  private constructor(
    readonly server: TestDatabase,
    readonly folder: string,
    readonly database: Database,
    readonly engine: Engine,
    readonly executor: CommandExecutor,
  ) {}

  static async open(variables: Readonly<Record<string, string>> = {}, adopt = false): Promise<ExportScene> {
    const folder = await mkdtemp(join(tmpdir(), 'intersession exports '));
    const server = await createDatabase();
    await migrate({ url: server.url, where: 'spec', migrations });
    const config = parseConfig(
      { DATABASE_URL: server.url, DATA_DIR: folder, MASTER_KEY, ...variables },
      { projectFolder: folder, currentFolder: folder, terminal: false, readText: () => '' },
    );
    const database = await openDatabase({ config, log: silent, entities: engineEntities });
    const engine = await Engine.open({ config, log: silent, database, adopt });
    return new ExportScene(server, folder, database, engine, new CommandExecutor(engine.executor));
  }

  async record(trial: SimulationOptions = TRIAL): Promise<void> {
    await sendSimulated(simulate(trial), { execute: (request) => this.executor.execute(request) });
  }

  async ready(): Promise<number> {
    this.engine.start();
    await this.engine.readModels.waitFor(await this.engine.store.head(), 120_000);
    return Number((await this.engine.ledger.head()).index);
  }

  place(name: string): string {
    return join(this.folder, name);
  }

  async export(
    specification: DatasetSpecification,
    name: string,
    options: {
      readonly releaseId?: string;
      readonly documents?: readonly DocumentWriter[];
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<ExportedArchive> {
    const releaseId = options.releaseId ?? 'r1';
    const sources = engineSources({ engine: this.engine, pool: this.database.pool, releaseId, mode: 'make' });
    return exportDataset({
      ...{ releaseId, specification, sources, place: this.place(name) },
      documents: options.documents ?? [],
      software: { name: 'intersession', version: 'spec' },
      signal: options.signal ?? new AbortController().signal,
    });
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.database.close();
    await this.server.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export function specificationOf(
  index: number,
  tables: readonly string[] = USUAL,
  changes: Partial<DatasetSpecificationInput> = {},
): DatasetSpecification {
  const given = {
    ...{ title: 'Homework and outcome', studyId: TRIAL.studyId, protocol: 'HW@1', index, tier: 'controlled' as const },
    ...{ recipient: 'lab-x', purpose: 'Dose and outcome', releaseKeyId: 'rk-1' },
    ...changes,
  };
  const drafted = draftDataset({ ...given, model: { maxSuppressed: 0.2 } }, tables);
  const parsed = parseDataset({ ...drafted, tables: fewQuasi(drafted.tables), ...changes });
  if (!parsed.ok) throw new Error(parsed.errors.map(({ path, message }) => `${path} ${message}`).join('; '));
  return parsed.specification;
}

const KEPT = ['sex', 'arm'];

/** Few people need few quasi-identifiers: the rest is left out. */
function fewQuasi(tables: DatasetSpecificationInput['tables']): DatasetSpecificationInput['tables'] {
  return Object.fromEntries(
    Object.entries(tables).map(([table, { columns }]) => {
      const rules = Object.entries(columns).map(([column, rule]) => {
        const leftOut = { role: 'drop', reason: 'too few people' } as const;
        return [column, rule.role === 'quasi' && !KEPT.includes(column) ? leftOut : rule] as const;
      });
      return [table, { columns: Object.fromEntries(rules) }];
    }),
  );
}

/** SHA-256 of every file below a folder, by path. */
export async function digestsOf(folder: string): Promise<Record<string, string>> {
  const files = await filesOf(folder);
  const entries = await Promise.all(
    files.map(async (path) => [path, sha256(await readFile(join(folder, path)))] as const),
  );
  return Object.fromEntries(entries);
}

export async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
