import type { Actor } from '#domain';
import { SourceFile } from '../csv/source-file.ts';
import { UnusableFile } from '../csv/unusable-file.error.ts';
import { fileNamesOf } from '../mapping/mapping.columns.ts';
import type { ImportMapping, ImportTable } from '../mapping/mapping.schema.ts';
import { type JoinedFile, readJoinedFile } from '../records/joined.file.ts';
import { ReportFile } from '../rejects/report.file.ts';
import { ClaimLedger, type SurveyedTable } from './claim.ledger.ts';
import { importIds } from './import.ids.ts';
import type { ImportPorts } from './import.ports.ts';
import type { ImportProgress, ImportSummary } from './import.summary.ts';
import { CORRECTION_COLUMNS, ImportTally, REJECT_COLUMNS, type Reports } from './import.tally.ts';
import type { Participation } from './participant.preparation.ts';
import { type DefinitionToPublish, prepareStudy } from './study.preparation.ts';
import { importRows } from './table.import.ts';
import type { TableSource } from './table.source.ts';
import { type ImportSurvey, emptySurvey, repetitionsIn, surveyTable } from './table.survey.ts';

export interface ImportRequest {
  readonly mapping: ImportMapping;
  /** The file of a mapping with one table. */
  readonly file?: string;
  /** Name of a file → its path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that a report must not replace, the mapping's for one. */
  readonly protectedFiles?: readonly string[];
  /** Another study than the mapping's. */
  readonly studyId?: string;
  /** Adherence definitions of the mapping, resolved and checked. */
  readonly definitions: readonly DefinitionToPublish[];
  readonly actor: Actor;
  /** Shows what would happen and writes no event. */
  readonly dryRun?: boolean;
  /** Sends the corrections of rows that changed, rather than offering them. */
  readonly correct?: boolean;
  readonly rejectsFile?: string;
  readonly correctionsFile?: string;
  /** Participants worked on at the same time; 64. */
  readonly concurrency?: number;
  /** Milliseconds since 1970 UTC; rows that lie later are rejected. */
  readonly now: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Imports the tables of a mapping: reads them once to check them, then again to send commands. Every command has an id made
 * of the mapping and the row's natural key, so importing again, also after a kill, adds only what is missing.
 * @throws InvalidMapping, UnusableFile, StudyUnsuitable, ImportStopped, ReportUnwritable before anything was written;
 *   FileChanged, ReportUnwritable and what `ports.execute` throws also later: importing again goes on from there
 */
export async function importTables(request: ImportRequest, ports: ImportPorts): Promise<ImportSummary> {
  const files = filesOf(request);
  const sources: TableSource[] = [];
  try {
    for (const table of request.mapping.tables) sources.push(await openTable(table, files, request));
    const paths = [...files.values()];
    const reports = await openReports(request, [...paths, ...(request.protectedFiles ?? [])]);
    try {
      const summary = await importFrom(sources, request, ports, reports);
      await reports.rejects?.finish();
      await reports.corrections?.finish();
      return summary;
    } finally {
      await reports.rejects?.discard();
      await reports.corrections?.discard();
    }
  } finally {
    for (const { source } of sources) await source.close();
  }
}

/** Path of each file that the mapping names. @throws UnusableFile for one that nobody gave, or that it does not name */
function filesOf({ mapping, file, files = {} }: ImportRequest): ReadonlyMap<string, string> {
  const names = fileNamesOf(mapping);
  const [first = ''] = names;
  if (file !== undefined && names.length > 1) {
    throw new UnusableFile(
      file,
      `is one file, and the mapping names ${names.join(', ')}: give each as --file <name>=<path>`,
    );
  }
  const surplus = Object.keys(files).find((name) => !names.includes(name));
  if (surplus !== undefined) {
    throw new UnusableFile(surplus, `is not the name of a file of the mapping, which has ${names.join(', ')}`);
  }
  const given = new Map(Object.entries(file === undefined ? files : { ...files, [first]: file }));
  const missing = names.find((name) => !given.has(name));
  if (missing !== undefined) throw new UnusableFile(missing, `which file is it? --file ${missing}=<path>`);
  return given;
}

async function openTable(
  table: ImportTable,
  files: ReadonlyMap<string, string>,
  { mapping, studyId = mapping.study.id, now }: ImportRequest,
): Promise<TableSource> {
  const pathOf = (name: string) => files.get(name) ?? '';
  const joined: JoinedFile[] = [];
  if (table.kind === 'records') {
    for (const join of table.joins) joined.push(await readJoinedFile(join, pathOf(join.file), table));
  }
  const source = await SourceFile.open(pathOf(table.file ?? table.name));
  return { source, table, joined, studyId, ids: importIds(mapping.id, table.name, studyId), now };
}

async function openReports(request: ImportRequest, sources: readonly string[]): Promise<Reports> {
  const { rejectsFile, correctionsFile } = request;
  const place = request.mapping.tables.length > 1 ? ['table'] : [];
  const open = (path: string | undefined, columns: readonly string[]) =>
    path === undefined ? undefined : ReportFile.create(path, [...place, ...columns], [...sources]);
  const rejects = await open(rejectsFile, REJECT_COLUMNS);
  try {
    return { rejects, corrections: await open(correctionsFile, CORRECTION_COLUMNS) };
  } catch (error) {
    await rejects?.discard();
    throw error;
  }
}

async function surveyTables(
  sources: readonly TableSource[],
  { signal, onProgress = () => undefined }: ImportRequest,
): Promise<{ readonly survey: ImportSurvey; readonly tables: readonly SurveyedTable[] }> {
  const survey = emptySurvey(sources.reduce((bytes, { source }) => bytes + source.size, 0));
  const tables: SurveyedTable[] = [];
  for (const at of sources) {
    const suspects = await surveyTable(at, survey, { signal, onProgress });
    tables.push({ at, repeated: await repetitionsIn(at, suspects) });
  }
  return { survey, tables };
}

async function importFrom(
  sources: readonly TableSource[],
  request: ImportRequest,
  ports: ImportPorts,
  reports: Reports,
): Promise<ImportSummary> {
  const began = performance.now();
  const { mapping, actor, dryRun = false, definitions, signal, onProgress = () => undefined } = request;
  const { survey, tables } = await surveyTables(sources, request);
  const claims = await ClaimLedger.of(tables, survey.suspectClaims, mapping.contradictions);
  const study = { ...mapping.study, id: request.studyId ?? mapping.study.id };
  const ids = importIds(mapping.id, '', study.id);
  const prepared = await prepareStudy({ study, definitions, ids, actor, ports, dryRun });
  const tally = new ImportTally(reports);
  tally.addEvents(prepared.events);
  const participations = new Map<string, Participation>();
  const { assignments } = survey;
  const shared = { studyId: study.id, siteId: study.site?.id, actor, ports, dryRun, assignments };
  let complete = true;
  for (const { at, repeated } of tables) {
    if (!complete) break;
    tally.table = tables.length > 1 ? at.table.name : '';
    const setting = { ...shared, table: at.table, ids: at.ids, correct: request.correct ?? false };
    const concurrency = request.concurrency ?? 64;
    const run = { at, repeated, survey, claims, participations, setting, concurrency, tally, signal, onProgress };
    complete = await importRows(run);
  }
  return {
    ...tally.summary(),
    dryRun,
    complete,
    participants: survey.participants.size,
    preparations: prepared.sentences,
    ranges: survey.ranges,
    seconds: (performance.now() - began) / 1_000,
  };
}
