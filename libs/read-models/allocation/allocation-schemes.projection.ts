import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { AllocationSchemeRow } from './allocation-scheme.row.ts';

export const allocationSchemes = foldInto(AllocationSchemeRow)({
  name: 'allocation_schemes',
  version: 1,
  key: ({ stream }) => ({ studyId: recordIdOf(stream) }),
  on: {
    AllocationSequenceSealed: (_row, { stream, data, metadata, recordedAt }) => {
      const { sequence: _, ...scheme } = data;
      return {
        ...scheme,
        studyId: recordIdOf(stream),
        stream,
        sealedAt: metadata.occurredAt,
        disclosedAt: null,
        recordedAt,
      };
    },
    AllocationDisclosed: (row, { metadata }) => row && { ...row, disclosedAt: metadata.occurredAt },
  },
});
