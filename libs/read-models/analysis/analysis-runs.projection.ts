import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { AnalysisRunRow } from './analysis-run.row.ts';

export const analysisRuns = foldInto(AnalysisRunRow)({
  name: 'analysis_runs',
  version: 1,
  key: ({ stream }) => ({ analysisId: recordIdOf(stream) }),
  on: {
    AnalysisRun: (_row, { stream, data, metadata, recordedAt }) => ({
      analysisId: recordIdOf(stream),
      stream,
      ...data,
      askedBy: metadata.actor.id,
      askedAs: metadata.actor.role,
      recordedAt,
    }),
  },
});
