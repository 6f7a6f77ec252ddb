import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { MissedRunRow } from './missed-run.row.ts';

export const missedRuns = foldInto(MissedRunRow)({
  name: 'missed_runs',
  version: 1,
  key: ({ stream }) => ({ participantId: recordIdOf(stream) }),
  on: {
    MissedWorkNoticed: (_row, fact) => ({
      ...scopeOf(fact),
      participantId: personOf(fact),
      ...{ missed: fact.data.missed, since: fact.data.since, through: fact.data.through },
      noticedAt: fact.metadata.occurredAt,
      ...{ told: false, failedTellings: 0, lastToldAt: null },
    }),
    ClinicianTold: (row, { data, metadata }) => {
      if (row === undefined || row.since !== data.since) return row;
      const told = row.told || data.outcome === 'sent';
      return { ...row, told, failedTellings: row.failedTellings + (told ? 0 : 1), lastToldAt: metadata.occurredAt };
    },
  },
});
