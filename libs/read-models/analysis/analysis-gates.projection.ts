import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { AnalysisGateRow } from './analysis-gate.row.ts';

export const analysisGates = foldInto(AnalysisGateRow)({
  name: 'analysis_gates',
  version: 1,
  key: ({ stream }) => ({ studyId: recordIdOf(stream) }),
  on: {
    StudyRegistered: (_row, { stream }) => ({
      studyId: recordIdOf(stream),
      stream,
      planVersion: 0,
      plan: null,
      planPublishedAt: null,
      locked: false,
    }),
    AnalysisPlanPublished: (row, { data, metadata }) =>
      row && { ...row, planVersion: data.version, plan: data.plan, planPublishedAt: metadata.occurredAt },
    StudyLocked: (row) => row && { ...row, locked: true },
    StudyUnlocked: (row) => row && { ...row, locked: false },
  },
});
