import { describe, it } from '@jest/globals';
import { ORDINARY, specificationOf } from '../kernel/decider.specification.ts';
import { type AnalysisCommand, analysisDecider } from './analysis.decider.ts';
import type { AnalysisEvent } from './analysis.events.ts';

const { given } = specificationOf(analysisDecider);
const asked = {
  studyId: 'stress',
  analysis: 'association' as const,
  specification: { definitionId: 'completed-half', lag: 1 },
  logIndex: 812,
};
const record: AnalysisCommand = { type: 'RecordAnalysisRun', analysisId: 'A1', ...asked, armsKnown: false };
const run = (timing: 'before-unblinding' | 'after-unblinding', locked = false): AnalysisEvent => ({
  type: 'AnalysisRun',
  data: { ...asked, timing, locked },
});

describe('a look at an analysis', () => {
  it('is recorded once, as before unblinding while the data are open and arms are not', () => {
    given().when(record).then(run('before-unblinding'));
    given(run('before-unblinding')).when(record).thenRefused('AnalysisAlreadyRecorded');
  });

  it('is after unblinding for whoever may know arms, and for everybody once the study is locked', () => {
    given()
      .when({ ...record, armsKnown: true })
      .then(run('after-unblinding'));
    const locked = { ...ORDINARY, study: { ...ORDINARY.study, locked: true } };
    given().when(record, locked).then(run('after-unblinding', true));
  });
});
