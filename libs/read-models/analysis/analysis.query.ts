import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AnalysisKind, Fact, StudyLife } from '#domain';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type AnalysisGate, type AnalysisReader, gateOf } from './analysis.gate.ts';

/** Whether a study's analyses of outcomes are open to a reader; undefined for no such study. */
export class GateOfAnalysis extends Query<AnalysisGate | undefined> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly analysis: AnalysisKind,
    readonly reader: AnalysisReader,
  ) {
    super();
  }
}

interface Stored {
  readonly life: StudyLife;
  readonly locked: boolean;
  readonly plan: string | null;
  readonly plan_version: number;
}

const STANDING = `SELECT s.life, coalesce(g.locked, false) AS locked, g.plan, coalesce(g.plan_version, 0) AS plan_version
  FROM studies s LEFT JOIN analysis_gates g ON g.study_id = s.study_id WHERE s.study_id = $1`;

@QueryHandler(GateOfAnalysis)
export class GateOfAnalysisHandler implements IQueryHandler<GateOfAnalysis> {
  async execute({ snapshot, studyId, analysis, reader }: GateOfAnalysis): Promise<AnalysisGate | undefined> {
    const [found] = await snapshot.sql<Stored>(STANDING, [studyId]);
    if (found === undefined) return undefined;
    const plan: unknown = found.plan === null ? null : JSON.parse(found.plan);
    return gateOf(analysis, { ...found, plan, planVersion: found.plan_version }, reader);
  }
}

/** A look at an analysis, as the log has it. */
export interface AnalysisRunEntry {
  readonly analysisId: string;
  readonly analysis: AnalysisKind;
  readonly specification: unknown;
  readonly logIndex: number;
  readonly timing: Fact<'AnalysisRun'>['data']['timing'];
  readonly locked: boolean;
  readonly askedBy: string;
  readonly askedAs: string;
  readonly recordedAt: string;
}

/** The newest looks at a study's analyses of outcomes. */
export class AnalysisRunsOfStudy extends Query<readonly AnalysisRunEntry[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly first: number,
  ) {
    super();
  }
}

const RUNS = `SELECT analysis_id AS "analysisId", analysis, specification, log_index AS "logIndex", timing, locked,
    asked_by AS "askedBy", asked_as AS "askedAs", recorded_at AS "recordedAt"
  FROM analysis_runs WHERE study_id = $1 ORDER BY recorded_at DESC, analysis_id LIMIT $2`;

@QueryHandler(AnalysisRunsOfStudy)
export class AnalysisRunsOfStudyHandler implements IQueryHandler<AnalysisRunsOfStudy> {
  async execute({ snapshot, studyId, first }: AnalysisRunsOfStudy): Promise<readonly AnalysisRunEntry[]> {
    type Raw = Omit<AnalysisRunEntry, 'specification' | 'recordedAt'> & { specification: string; recordedAt: Date };
    const rows = await snapshot.sql<Raw>(RUNS, [studyId, first]);
    return rows.map(({ specification, recordedAt, ...rest }) => {
      const asked: unknown = JSON.parse(specification);
      return { ...rest, specification: asked, recordedAt: recordedAt.toISOString() };
    });
  }
}
