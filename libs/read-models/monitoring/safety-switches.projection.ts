import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { SafetySwitchRow } from './safety-switch.row.ts';

export const safetySwitches = foldInto(SafetySwitchRow)({
  name: 'safety_switches',
  version: 1,
  key: ({ stream, data }) => ({ studyId: recordIdOf(stream), ruleId: data.ruleId }),
  on: {
    SafetyRuleSwitchedOn: (_row, { stream, data, recordedAt }) => ({
      studyId: recordIdOf(stream),
      ruleId: data.ruleId,
      stream,
      version: data.version,
      replayedTo: data.replayed.logIndex,
      wouldHaveRaised: data.replayed.alerts,
      switchedAt: recordedAt,
    }),
    SafetyRuleSwitchedOff: (row, { recordedAt }) => row && { ...row, version: null, switchedAt: recordedAt },
  },
});
