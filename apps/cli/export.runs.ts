import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  canonicalJson,
  type DatasetSpecification,
  documentWriters,
  ExportRefused,
  NoArchive,
  parseDataset,
} from '#datasets';
import type { DatasetCommand } from '#domain';
import { CommandRefused } from '#platform';
import { ReleaseMaking, softwareVersion } from '#processes';
import {
  DatasetsOfStudyHandler,
  DatasetsOfStudy,
  EVERYTHING,
  type ReleaseRow,
  ReleasesOfStudy,
  ReleasesOfStudyHandler,
} from '#read-models';
import { Unusable } from './cli.error.ts';
import type { CliEnvironment } from './cli.command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { exportReport, releasesReport } from './export.report.ts';
import { type OperatorSession, withSession } from './operator.session.ts';

export interface RunOptions {
  readonly out?: string;
  readonly name?: string;
  readonly release?: string;
  readonly index?: number;
  readonly actor: string;
}

const PATIENCE = 600_000;

/** Faults of specifications, archives and data as what the operator can do about them. */
export async function asUnusable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExportRefused) {
      const problems = error.problems.map((problem) => `  ${problem}`).join('\n');
      throw new Unusable(
        `The export was refused at ${error.stage} (${error.reason}). Nothing was written.\n${problems}`,
      );
    }
    if (error instanceof NoArchive) throw new Unusable(error.message);
    if (error instanceof CommandRefused) throw new Unusable(`${error.code}: ${error.message}`);
    throw error;
  }
}

/** `export run`: asks for a release and makes it at once. */
export async function runExport(
  file: string,
  options: RunOptions,
  { terminal, signal }: CliEnvironment,
): Promise<ExitCode> {
  const specification = await readSpecification(file, options.index);
  return asUnusable(() =>
    withSession(terminal, async (session) => {
      await caughtUp(session);
      const releaseId = options.release ?? crypto.randomUUID();
      const place = resolve(options.out ?? join(session.config.dataDir, 'exports', releaseId));
      const making = makingOf(session);
      const made = await making.alone(releaseId, async () => {
        const release = await askedFor(session, specification, { ...options, releaseId, file });
        if (release === 'waiting') return 'waiting' as const;
        terminal.error(`Making release ${releaseId} …`);
        return making.makeHeld({ studyId: specification.studyId, releaseId, place, signal });
      });
      if (made === undefined) throw new Unusable(`--release: ${releaseId} is being made by another process`);
      if (made === 'waiting') {
        terminal.out(
          `Release ${releaseId} waits for a second person: npm run cli -- export approve ${releaseId} --study ${specification.studyId}`,
        );
        return EXIT.incomplete;
      }
      terminal.out(exportReport(made, place));
      return EXIT.done;
    }),
  );
}

async function readSpecification(file: string, index: number | undefined): Promise<DatasetSpecification> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Unusable(`${file}: cannot be read`);
  const parsed = parseDataset(text);
  if (!parsed.ok)
    throw new Unusable(
      [
        `${file} is no specification of a data set:`,
        ...parsed.errors.map(({ path, message }) => `  ${path}: ${message}`),
      ].join('\n'),
    );
  return index === undefined ? parsed.specification : { ...parsed.specification, index };
}

export async function caughtUp({ engine }: OperatorSession): Promise<void> {
  engine.start();
  await engine.readModels.waitFor(await engine.store.head(), PATIENCE);
}

function makingOf({ engine, database, executor }: OperatorSession): ReleaseMaking {
  return new ReleaseMaking({
    ...{ engine, pool: database.pool, documents: documentWriters, software: softwareVersion() },
    execute: (request) => executor.execute(request),
  });
}

interface Asking extends RunOptions {
  readonly releaseId: string;
  readonly file: string;
}

/** Saves the specification where it is new, and asks for the release unless that was done before. */
async function askedFor(
  session: OperatorSession,
  specification: DatasetSpecification,
  { releaseId, file, name, actor }: Asking,
): Promise<ReleaseRow['status']> {
  const { studyId, index } = specification;
  const known = (await releasesOf(session, studyId)).find((row) => row.releaseId === releaseId);
  if (known !== undefined) return known.status;
  const datasetId =
    name ??
    basename(file)
      .replace(/\.[^.]*$/, '')
      .replaceAll(/[^A-Za-z0-9._~-]/g, '-');
  const version = await savedVersion(session, datasetId, specification, actor);
  await send(session, actor, {
    type: 'RequestDataset',
    studyId,
    releaseId,
    datasetId,
    version,
    index,
    requestedBy: actor,
  });
  const asked = (await releasesOf(session, studyId)).find((row) => row.releaseId === releaseId);
  return asked?.status ?? 'requested';
}

async function savedVersion(
  session: OperatorSession,
  datasetId: string,
  specification: DatasetSpecification,
  actor: string,
): Promise<number> {
  const { studyId } = specification;
  const versions = await reading(session, (snapshot) =>
    new DatasetsOfStudyHandler().execute(new DatasetsOfStudy(snapshot, studyId)),
  );
  const newest = versions.find((row) => row.datasetId === datasetId);
  const json = JSON.parse(canonicalJson(specification)) as Extract<
    DatasetCommand,
    { type: 'SpecifyDataset' }
  >['specification'];
  if (newest !== undefined && canonicalJson(newest.specification) === canonicalJson(json)) return newest.version;
  const version = (newest?.version ?? 0) + 1;
  await send(session, actor, { type: 'SpecifyDataset', studyId, datasetId, version, specification: json });
  return version;
}

async function send({ executor }: OperatorSession, actor: string, command: DatasetCommand): Promise<void> {
  await executor.execute({
    category: 'dataset',
    command,
    context: { commandId: crypto.randomUUID(), actor: { id: actor, role: 'operator' }, source: 'system' },
  });
}

type Snapshot = Awaited<ReturnType<OperatorSession['engine']['readModels']['openSnapshot']>>;

async function reading<Result>(
  { engine }: OperatorSession,
  read: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const after = await engine.store.head();
  const snapshot = await engine.readModels.openSnapshot({ scope: EVERYTHING, after, timeoutMs: PATIENCE });
  return read(snapshot).finally(() => snapshot.close());
}

export async function releasesOf(session: OperatorSession, studyId: string): Promise<readonly ReleaseRow[]> {
  return reading(session, (snapshot) => new ReleasesOfStudyHandler().execute(new ReleasesOfStudy(snapshot, studyId)));
}

export interface ReleaseOptions {
  readonly study: string;
  readonly reason: string;
  readonly actor: string;
}

/** `export recall` and `export approve`. */
export async function runDecision(
  decision: 'approve' | 'recall',
  releaseId: string,
  { study: studyId, reason, actor }: ReleaseOptions,
  { terminal }: CliEnvironment,
): Promise<ExitCode> {
  return asUnusable(() =>
    withSession(terminal, async (session) => {
      await caughtUp(session);
      const command: DatasetCommand =
        decision === 'approve'
          ? { type: 'ApproveDataset', studyId, releaseId, approvedBy: actor, reason }
          : { type: 'RecallDataset', studyId, releaseId, reason };
      await send(session, actor, command);
      const release = (await releasesOf(session, studyId)).find((row) => row.releaseId === releaseId);
      const next =
        decision === 'approve'
          ? 'It is made by a running server, or by export run with --release.'
          : `Ask ${release?.recipient ?? 'the recipient'} to destroy it, in writing.`;
      terminal.out(`Release ${releaseId} is ${release?.status ?? decision}. ${next}`);
      return EXIT.done;
    }),
  );
}

/** `export releases`: the ledger of what left a study. */
export async function runReleases(studyId: string, { terminal }: CliEnvironment): Promise<ExitCode> {
  return withSession(terminal, async (session) => {
    await caughtUp(session);
    terminal.out(releasesReport(await releasesOf(session, studyId)));
    return EXIT.done;
  });
}

/** The index of the newest event, for drafts. */
export async function newestIndex(session: OperatorSession): Promise<number> {
  await caughtUp(session);
  return Number((await session.engine.ledger.head()).index);
}
