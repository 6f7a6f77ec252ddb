import { enumOf, enumOfUnion, enumOfValues } from '../graphql/schema/enum.factory.ts';
import { analysisKind } from '#domain';
import {
  type AnalysisGate,
  type AssociationModel as AssociationModelValue,
  HOMEWORK_ASPECTS,
  HOMEWORK_METRICS,
  type QualityConcern as QualityConcernValue,
} from '#read-models';

export const HomeworkAspect = enumOfValues(
  'HomeworkAspect',
  Object.keys(HOMEWORK_ASPECTS),
  'By what homework is told apart: what it is, how the therapist set it, and what came in between.',
);

export const QualityConcern = enumOfUnion<QualityConcernValue>(
  'QualityConcern',
  {
    ...{ 'late-attempts': true, 'unlogged-sessions': true, 'missing-measures': true },
    ...{ corrections: true, queries: true },
  },
  'What of data quality is looked into.',
);

export const HomeworkMetric = enumOfValues(
  'HomeworkMetric',
  Object.keys(HOMEWORK_METRICS),
  'What of an interval stands for homework; VALUE is the definition’s own headline.',
);

export const AssociationModel = enumOfUnion<AssociationModelValue>(
  'AssociationModel',
  { 'lagged-panel': true, 'person-mean-centred': true, 'least-squares': true },
  'The primary model, the comparator that papers report, and least squares.',
);

export const AnalysisKind = enumOf(
  'AnalysisKind',
  analysisKind,
  'Analyses that look at outcomes, and are therefore logged.',
);

export const GateReason = enumOfUnion<AnalysisGate['reason']>(
  'GateReason',
  {
    ...{ 'not-yet-real': true, 'no-protocol': true, locked: true, plan: true },
    ...{ 'monitoring-committee': true, 'closed-until-lock': true },
  },
  'Why an analysis is open, or not.',
);

export const AnalysisTiming = enumOfValues(
  'AnalysisTiming',
  ['before-unblinding', 'after-unblinding'],
  'After: the study was locked, or whoever looked may know arms.',
);

export const GridJobState = enumOfValues(
  'GridJobState',
  ['running', 'done', 'cancelled', 'failed'],
  'How a job stands.',
);
