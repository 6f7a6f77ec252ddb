import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { DataCheckSwitchRow } from './data-check-switch.row.ts';

export const dataCheckSwitches = foldInto(DataCheckSwitchRow)({
  name: 'data_check_switches',
  version: 1,
  key: ({ stream, data }) => ({ studyId: recordIdOf(stream), ruleId: data.ruleId }),
  on: {
    DataCheckSwitchedOn: (_row, { stream, data, recordedAt }) => ({
      ...{ studyId: recordIdOf(stream), ruleId: data.ruleId, stream, version: data.version, history: data.history },
      ...{ rehearsedTo: data.rehearsed.logIndex, wouldHaveOpened: data.rehearsed.queries, switchedAt: recordedAt },
    }),
    DataCheckSwitchedOff: (row, { recordedAt }) => row && { ...row, version: null, switchedAt: recordedAt },
  },
});
