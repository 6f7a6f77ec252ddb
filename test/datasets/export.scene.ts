/** A simulated trial behind an engine as the programs open it, and exports of it. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
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
import type { Category } from '#domain';
import { openEventStore } from '#event-store';
import { copyLog } from '#ledger';
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
import { engineSources, ReleaseMaking, softwareVersion } from '#processes';
import { sendSimulated, simulate, type SimulatedCommand, type SimulationOptions } from '#simulator';
import { createDatabase, type TestDatabase } from '../postgres.ts';

export const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
export const TRIAL: SimulationOptions = {
  ...{ studyId: 'shared', title: 'Shared', participants: 24, weeks: 3, seed: 11, definitions: [] },
  start: '2026-01-05T00:00:00.000Z',
};

const silent = createLog({ level: 'silent', format: 'json' });

export const ARMS = ['ZEBRAARM', 'GNUARM'] as const;
const enrolment = z.object({ participantId: z.string() });
const named = z.object({ type: z.string(), participantId: z.string().optional() });

/** The command with marks where its texts are. */
function marked(command: object, mark: () => string): object {
  if ('note' in command) return { ...command, note: mark() };
  if (!('terms' in command) || typeof command.terms !== 'object') return command;
  return { ...command, terms: { ...command.terms, title: mark(), instructions: mark() } };
}

/** Tables that most analyses begin with. */
export const USUAL = ['participants', 'sessions', 'assignments', 'attempts', 'outcomes', 'intervals', 'person_summary'];

function configOf(folder: string, variables: Readonly<Record<string, string>>) {
  return parseConfig(
    { DATA_DIR: folder, MASTER_KEY, ...variables },
    { projectFolder: folder, currentFolder: folder, terminal: false, readText: () => '' },
  );
}

/** An installation of its own, with its folder for archives. */
export class ExportScene {
  private constructor(
    readonly server: TestDatabase,
    readonly folder: string,
    readonly database: Database,
    public engine: Engine,
    readonly executor: CommandExecutor,
  ) {}

  #closed = false;

  /** Copies the log to another engine, and goes on from there. */
  async moveTo(url: string): Promise<void> {
    const target = await openEventStore(url);
    await copyLog({ from: this.engine.store, to: target.store }).finally(() => target.close());
    await this.engine.close();
    const config = configOf(this.folder, { DATABASE_URL: this.server.url, EVENTSTORE_URL: url });
    this.engine = await Engine.open({ config, log: silent, database: this.database, adopt: true });
    await this.ready();
  }

  static async open(): Promise<ExportScene> {
    const folder = await mkdtemp(join(tmpdir(), 'intersession exports '));
    const server = await createDatabase();
    await migrate({ url: server.url, where: 'spec', migrations });
    const config = configOf(folder, { DATABASE_URL: server.url });
    const database = await openDatabase({ config, log: silent, entities: engineEntities });
    const engine = await Engine.open({ config, log: silent, database });
    return new ExportScene(server, folder, database, engine, new CommandExecutor(engine.executor));
  }

  /** A trial with marked texts, and an arm for everybody. */
  async record(trial: SimulationOptions = TRIAL): Promise<void> {
    let [marks, arms] = [0, 0];
    const mark = (): string => `MARK${(marks += 1)}TEXT of a private kind`;
    await sendSimulated(this.acts(trial), {
      execute: async (request) => {
        const receipt = await this.executor.execute({ ...request, command: marked(request.command, mark) });
        const { studyId } = trial;
        const { type, participantId } = named.parse(request.command);
        if (type === 'EnrolParticipant')
          await this.send('allocation', {
            ...{ type: 'RecordAllocation', studyId, participantId },
            arm: ARMS[(arms += 1) % ARMS.length],
          });
        return receipt;
      },
    });
  }

  /** Therapists work in more than one study. */
  private *acts(trial: SimulationOptions): Generator<SimulatedCommand> {
    for (const act of simulate(trial))
      if (act.command.type !== 'RegisterTherapist' || trial.studyId === TRIAL.studyId) yield act;
  }

  async participantsOf(studyId: string): Promise<readonly string[]> {
    const found = new Set<string>();
    for await (const { events } of this.engine.store.readAll())
      for (const { type, data } of events)
        if (type === 'ParticipantEnrolled') {
          const { participantId } = enrolment.parse(JSON.parse(data));
          if (participantId.startsWith(`${studyId}:`)) found.add(participantId);
        }
    return [...found].sort();
  }

  async send(
    category: Category,
    command: { readonly type: string } & Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const actor = { id: 'spec', role: 'coordinator' };
    const context = { commandId: crypto.randomUUID(), actor, source: 'web' as const };
    await this.executor.execute({ category, command, context });
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
      software: softwareVersion(),
      signal: options.signal ?? new AbortController().signal,
    });
  }

  /** The specification saved and a release of it asked for. @returns its place */
  async request(specification: DatasetSpecification, releaseId: string, datasetId = releaseId): Promise<string> {
    const { studyId, index } = specification;
    await this.send('dataset', { type: 'SpecifyDataset', studyId, datasetId, version: 1, specification });
    await this.send('dataset', {
      ...{ type: 'RequestDataset', studyId, releaseId, datasetId, version: 1, index, requestedBy: 'spec' },
    });
    return this.place(releaseId);
  }

  making(documents: readonly DocumentWriter[] = []): ReleaseMaking {
    return new ReleaseMaking({
      ...{ engine: this.engine, pool: this.database.pool, documents, software: softwareVersion() },
      execute: (request) => this.executor.execute(request),
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
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
  kept: readonly string[] = ['arm'],
): DatasetSpecification {
  const given = {
    ...{ title: 'Homework and outcome', studyId: TRIAL.studyId, protocol: 'HW@1', index, tier: 'controlled' as const },
    ...{ recipient: 'lab-x', purpose: 'Dose and outcome', releaseKeyId: 'rk-1' },
    ...changes,
  };
  const drafted = draftDataset({ ...given, model: { maxSuppressed: 0.2 } }, tables);
  const parsed = parseDataset({ ...drafted, tables: fewQuasi(drafted.tables, kept), ...changes });
  if (!parsed.ok) throw new Error(parsed.errors.map(({ path, message }) => `${path} ${message}`).join('; '));
  return parsed.specification;
}

/** Few people need few quasi-identifiers: the rest is left out. */
function fewQuasi(
  tables: DatasetSpecificationInput['tables'],
  kept: readonly string[],
): DatasetSpecificationInput['tables'] {
  return Object.fromEntries(
    Object.entries(tables).map(([table, { columns }]) => {
      const rules = Object.entries(columns).map(([column, rule]) => {
        const leftOut = { role: 'drop', reason: 'too few people' } as const;
        return [column, rule.role === 'quasi' && !kept.includes(column) ? leftOut : rule] as const;
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
