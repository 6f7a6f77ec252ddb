import type { Actor } from '#domain';
import { SourceFile } from '../csv/source-file.ts';
import type { ImportMapping } from '../mapping/mapping.schema.ts';
import { ReportFile } from '../rejects/report.file.ts';
import { importIds } from './import.ids.ts';
import type { ImportPorts } from './import.ports.ts';
import type { ImportProgress, ImportSummary } from './import.summary.ts';
import { CORRECTION_COLUMNS, ImportTally, REJECT_COLUMNS, type Reports } from './import.tally.ts';
import { type DefinitionToPublish, prepareStudy } from './study.preparation.ts';
import { importRows } from './table.import.ts';
import { type TableSource, refuseRepetitions, survey } from './table.survey.ts';

export interface ImportRequest {
  readonly mapping: ImportMapping;
  /** The table's file. */
  readonly file: string;
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
 * Imports a table: reads it once to check it, then again to send commands. Every command has an id made of the mapping and
 * the row's natural key, so importing again, also after a kill, adds only what is missing.
 * @throws InvalidMapping, UnusableFile, StudyUnsuitable, ImportStopped, ReportUnwritable before anything was written;
 *   FileChanged, ReportUnwritable and what `ports.execute` throws also later: importing again goes on from there
 */
export async function importTable(request: ImportRequest, ports: ImportPorts): Promise<ImportSummary> {
  const source = await SourceFile.open(request.file);
  try {
    const reports = await openReports(request);
    try {
      const summary = await importFrom(source, request, ports, reports);
      await reports.rejects?.finish();
      await reports.corrections?.finish();
      return summary;
    } finally {
      await reports.rejects?.discard();
      await reports.corrections?.discard();
    }
  } finally {
    await source.close();
  }
}

async function openReports(request: ImportRequest): Promise<Reports> {
  const { rejectsFile, correctionsFile, file, protectedFiles = [] } = request;
  const sources = [file, ...protectedFiles];
  const rejects = rejectsFile === undefined ? undefined : await ReportFile.create(rejectsFile, REJECT_COLUMNS, sources);
  try {
    const corrections =
      correctionsFile === undefined ? undefined : await ReportFile.create(correctionsFile, CORRECTION_COLUMNS, sources);
    return { rejects, corrections };
  } catch (error) {
    await rejects?.discard();
    throw error;
  }
}

async function importFrom(
  source: SourceFile,
  request: ImportRequest,
  ports: ImportPorts,
  reports: Reports,
): Promise<ImportSummary> {
  const began = performance.now();
  const { mapping, actor, dryRun = false, definitions } = request;
  const [table] = mapping.tables;
  if (table === undefined) throw new Error('a mapping holds one table');
  const study = { ...mapping.study, id: request.studyId ?? mapping.study.id };
  const ids = importIds(mapping.id, table.name, study.id);
  const { now, signal, onProgress = () => undefined } = request;
  const at: TableSource = { source, table, studyId: study.id, ids, now, signal, onProgress };
  const surveyed = await survey(at);
  if (table.duplicates === 'refuse') await refuseRepetitions(at, surveyed);
  const prepared = await prepareStudy({ study, definitions, ids, actor, ports, dryRun });
  const tally = new ImportTally(reports);
  tally.addEvents(prepared.events);
  const setting = {
    table,
    studyId: study.id,
    siteId: study.site?.id,
    ids,
    actor,
    ports,
    dryRun,
    correct: request.correct ?? false,
  };
  const complete = await importRows({ at, survey: surveyed, setting, concurrency: request.concurrency ?? 64, tally });
  return {
    ...tally.summary(),
    dryRun,
    complete,
    participants: surveyed.participants.size,
    preparations: prepared.sentences,
    ranges: surveyed.ranges,
    seconds: (performance.now() - began) / 1_000,
  };
}
