import { createReadStream } from 'node:fs';
import { CsvError, HierarchyError, INTERVAL_BANDS, DEFAULT_K } from '#deidentification';
import { FormatError } from '#formats';
import { projections, type ReadSnapshot } from '#read-models';
import type { ArchiveManifest, DatasetRelease, DocumentWriter, DroppedColumn } from '../contract/archive.contract.ts';
import type { DatasetSpecification } from '../contract/dataset.format.ts';
import type { RiskAssessment } from '../contract/risk.assessment.ts';
import type { ReleasedTable } from '../contract/table.definition.ts';
import { canonicalJson, sha256 } from '../canonical.json.ts';
import { parseDataset } from '../specification/dataset.parser.ts';
import { STUDY_TABLES } from '../tables/table.catalogue.ts';
import { ArchiveFolder } from './archive.folder.ts';
import type { DatasetSources, EarlierRelease, LogPrefix } from './dataset.sources.ts';
import { ErasedMeanwhile, ExportRefused, type ExportStage } from './export.refused.ts';
import { joinedRisk, refuseJoined } from './joined.risk.ts';
import { flattenOutput } from './output.flattening.ts';
import { peoplePassage, type PeoplePassage } from './people.passage.ts';
import { assessOutput } from './person.assessment.ts';
import { riskSummary } from './risk.summary.ts';
import { writeStudyTables, writePeopleTables } from './table.writing.ts';
import { tableBytes, tableFormats, tablePath } from './table.files.ts';

/** How far an export is: what it does, and rows written. */
export interface ExportProgress {
  readonly stage: ExportStage;
  readonly rows: number;
}

export interface ExportRequest {
  readonly releaseId: string;
  readonly specification: DatasetSpecification;
  /** Where the archive is to be: a folder that is not there yet. */
  readonly place: string;
  readonly sources: DatasetSources;
  readonly documents: readonly DocumentWriter[];
  readonly software: { readonly name: string; readonly version: string };
  readonly signal: AbortSignal;
  readonly progress?: (progress: ExportProgress) => void;
}

/** An archive that is in its place. */
export interface ExportedArchive {
  readonly manifest: ArchiveManifest;
  /** SHA-256 of the manifest’s bytes: names every file. */
  readonly manifestHash: string;
  readonly risk: RiskAssessment;
}

interface Opened {
  readonly request: ExportRequest;
  readonly folder: ArchiveFolder;
  readonly passage: PeoplePassage;
  readonly log: LogPrefix;
  readonly epoch: number;
  readonly earlier: readonly EarlierRelease[];
}

/**
 * Makes an archive from the log: the same bytes for the same specification, index, release key and erasure epoch. Every
 * stage that is not certain refuses, and then nothing of it stays on disk.
 * @throws ExportRefused saying stage and column, ErasedMeanwhile, and what the signal was aborted with
 */
export async function exportDataset(request: ExportRequest): Promise<ExportedArchive> {
  const { specification: given, sources, releaseId, place } = request;
  // Keys in one order, wherever the specification comes from: documents list columns as it does.
  const parsed = parseDataset(canonicalJson(given));
  if (!parsed.ok) {
    const problems = parsed.errors.map(({ path, message }) => `${path} ${message}`);
    throw new ExportRefused('specification', 'specification', problems);
  }
  const { specification } = parsed;
  const erasures = await sources.erasures(specification.studyId);
  const folder = await ArchiveFolder.begin(place, releaseId).catch(asRefusal);
  const snapshot = await sources.snapshot(specification.studyId, specification.index).catch(async (error: unknown) => {
    await folder.abandon();
    throw error;
  });
  try {
    request.progress?.({ stage: 'assess', rows: 0 });
    const { signal } = request;
    const passage = await peoplePassage({ snapshot, specification, sources, erasures, signal });
    const log = await sources.log(specification.index);
    const { studyId, recipient, index } = specification;
    const earlier = await sources.earlier(studyId, recipient, index);
    const made = await writeArchive(
      { request: { ...request, specification }, folder, passage, log, epoch: erasures.epoch, earlier },
      snapshot,
    );
    request.signal.throwIfAborted();
    if ((await sources.erasures(studyId)).epoch !== erasures.epoch) throw new ErasedMeanwhile();
    await folder.finish();
    return made;
  } catch (error) {
    await folder.abandon();
    return asRefusal(error);
  } finally {
    await snapshot.close();
  }
}

/** Known faults of data and disks, as the stage they stop. */
function asRefusal(error: unknown): never {
  if (error instanceof FormatError) throw new ExportRefused('write', 'format', [error.message]);
  if (error instanceof HierarchyError) throw new ExportRefused('generalise', 'hierarchy', [error.message]);
  if (error instanceof CsvError) throw new ExportRefused('check-output', 'csv', [error.message]);
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    throw new ExportRefused('write', 'disk-full', [
      'there is no room left on the disk: nothing of the export was kept',
    ]);
  throw error;
}

async function writeArchive(opened: Opened, snapshot: ReadSnapshot): Promise<ExportedArchive> {
  const { request, folder, passage } = opened;
  const { specification, signal, progress } = request;
  await folder.write('specification.json', canonicalJson(specification));
  let rows = 0;
  const count = (more: number): void => progress?.({ stage: 'write', rows: (rows += more) });
  const people = await writePeopleTables(folder, passage, await forbiddenCells(snapshot, passage), count);
  const study = await writeStudyTables(folder, passage, snapshot, STUDY_TABLES);
  const tables = [...people, ...study.tables];
  for (const table of tables)
    for (const format of tableFormats(specification.formats)) {
      signal.throwIfAborted();
      const path = tablePath(table.name, format, specification);
      await folder.write(path, tableBytes(table, format, specification.languages[0] ?? 'en'), table.rows);
    }
  progress?.({ stage: 'check-output', rows });
  const risk = await riskOf(opened, people, study.smallCells);
  await folder.write('risk.json', canonicalJson(risk));
  const release = releaseOf(opened, tables, risk);
  for (const writer of request.documents) {
    signal.throwIfAborted();
    if (writer.for.length > 0 && !writer.for.some((format) => specification.formats.includes(format))) continue;
    for (const { path, bytes } of await writer.write({ ...release, files: folder.files }))
      await folder.write(path, bytes);
  }
  progress?.({ stage: 'manifest', rows });
  return finishArchive(opened, release, risk);
}

/** Reads the written files again, measures what they show, and refuses what differs from what was decided. */
async function riskOf(
  { request, folder, passage, earlier }: Opened,
  tables: readonly ReleasedTable[],
  smallCells: RiskAssessment['smallCells'],
): Promise<RiskAssessment> {
  const { specification, releaseId } = request;
  const pathOf = (table: string): string => folder.pathOf(tablePath(table, 'csv', specification));
  const names = passage.people.map(({ pseudonym }) => pseudonym);
  const read = await flattenOutput(specification, tables, pathOf, names);
  const output = assessOutput(read.table, specification);
  if (canonicalJson(output) !== canonicalJson(passage.decision.after))
    throw new ExportRefused('check-output', 'output-differs', [
      'the written files show other people than were assessed: nothing leaves',
    ]);
  request.progress?.({ stage: 'join', rows: 0 });
  const joined = [];
  for (const one of earlier) {
    const before = await earlierPassage(request, one);
    joined.push(joinedRisk({ ...one, passage: before }, { releaseId, specification, passage }));
  }
  refuseJoined(joined, specification);
  return riskSummary({ releaseId, passage, output, outputCourses: read.courses, joined, smallCells });
}

/** An earlier release, as far as people are concerned, made again. */
async function earlierPassage(
  { sources, signal }: ExportRequest,
  { specification }: EarlierRelease,
): Promise<PeoplePassage> {
  const snapshot = await sources.snapshot(specification.studyId, specification.index);
  try {
    // Nobody’s words are looked at: who is erased by now changes nothing.
    const erasures = { epoch: 0, people: new Set<string>() };
    return await peoplePassage({ snapshot, specification, sources, erasures, signal });
  } finally {
    await snapshot.close();
  }
}

/** Ids by which people are known inside; none of them may be a cell. */
async function forbiddenCells(
  snapshot: ReadSnapshot,
  { people, request }: PeoplePassage,
): Promise<ReadonlySet<string>> {
  const { studyId } = request.specification;
  const therapists = await snapshot.sql<{ id: string }>(
    `SELECT therapist_id AS id FROM therapists WHERE study_id = $1
     UNION SELECT therapist_id FROM participants WHERE study_id = $1 AND therapist_id IS NOT NULL`,
    [studyId],
  );
  const codes = await snapshot.sql<{ code: string }>('SELECT code FROM participants WHERE study_id = $1', [studyId]);
  return new Set([
    ...people.flatMap(({ participantId, internalId }) => [participantId, internalId]),
    ...therapists.map(({ id }) => id),
    // A short code may be a word like any other.
    ...codes.map(({ code }) => code).filter((code) => code.length >= 6),
  ]);
}

function releaseOf(
  { request, passage, log, epoch, folder }: Opened,
  tables: readonly ReleasedTable[],
  risk: RiskAssessment,
): DatasetRelease {
  const { specification, releaseId, software } = request;
  return {
    ...{ releaseId, specification, software, tables, risk },
    study: passage.study,
    logIndex: specification.index,
    ledgerRoot: log.root,
    asOfDate: log.date,
    erasureEpoch: epoch,
    files: folder.files,
    dropped: droppedColumns(specification),
  };
}

function droppedColumns({ tables }: DatasetSpecification): DroppedColumn[] {
  return Object.entries(tables).flatMap(([table, { columns }]) =>
    Object.entries(columns).flatMap(([column, rule]): DroppedColumn[] => {
      if (rule.role === 'identifier') return [{ table, column, why: 'identifier', reason: null }];
      return rule.role === 'drop' ? [{ table, column, why: 'drop', reason: rule.reason }] : [];
    }),
  );
}

async function finishArchive(
  { request, folder, passage, log, epoch, earlier }: Opened,
  release: DatasetRelease,
  risk: RiskAssessment,
): Promise<ExportedArchive> {
  const { specification, releaseId, software } = request;
  const { files } = folder;
  const manifest: ArchiveManifest = {
    format: 'intersession.archive/1',
    ...{ releaseId, software, files },
    specification: sha256(canonicalJson(specification)),
    studyId: specification.studyId,
    logIndex: specification.index,
    ledgerRoot: log.root,
    protocolVersion: passage.study.protocolVersion,
    projections: Object.fromEntries(projections.map(({ name, version }) => [name, version])),
    definitions:
      specification.adherence === undefined
        ? []
        : [`${specification.adherence.definitionId}@${specification.adherence.version}`],
    configuration: sha256(canonicalJson({ bands: INTERVAL_BANDS, k: DEFAULT_K })),
    releaseKeyId: specification.releaseKeyId,
    erasureEpoch: epoch,
    filter: specification.consent,
    order: Object.fromEntries(release.tables.map(({ name, key }) => [name, key])),
    dropped: release.dropped,
    suppressed: passage.decision.suppressed,
    riskReport: files.find(({ path }) => path === 'risk.json')?.sha256 ?? '',
    earlierReleases: earlier.map((one) => one.releaseId),
    tzdata: process.versions.tz ?? 'unknown',
  };
  await validate(folder);
  const text = canonicalJson(manifest);
  await folder.write('manifest.json', text);
  return { manifest, manifestHash: sha256(text), risk };
}

/** Every file once more from disk: what was hashed is what lies there. */
async function validate(folder: ArchiveFolder): Promise<void> {
  for (const { path, bytes } of folder.files) {
    let read = 0;
    for await (const chunk of createReadStream(folder.pathOf(path)))
      if (chunk instanceof Uint8Array) read += chunk.length;
    if (read !== bytes) throw new ExportRefused('validate', 'file', [`${path} has ${read} bytes, not ${bytes}`]);
  }
}
