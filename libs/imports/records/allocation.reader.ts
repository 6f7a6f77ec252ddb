import type { AllocationStatement } from '../mapping/statement.schema.ts';
import { NOTHING_SAID, type Said, type StatementReader, type StatementSettings, occurred } from './statement.reader.ts';

/** The arm a participant was given elsewhere: told once, sealed in the log; a later row that says otherwise is rejected. */
export function allocationReader(
  { column, arms }: AllocationStatement,
  { ids, place }: StatementSettings,
  studyId: string,
): StatementReader {
  const known = new Map<string, { readonly line: number; readonly arm: string }>();
  return {
    read: (cells, row): Said => {
      const text = cells.optional(column);
      if (text === undefined) return NOTHING_SAID;
      const arm = Object.hasOwn(arms, text) ? arms[text] : undefined;
      if (arm === undefined) {
        cells.problem(column, 'is not among the arms of the mapping');
        return NOTHING_SAID;
      }
      const before = known.get(row.code);
      if (before !== undefined) {
        if (before.arm !== arm) cells.problem(column, `contradicts line ${before.line}: a participant has one arm`);
        return NOTHING_SAID;
      }
      const { participantId, line } = row;
      const entry: Said['entries'][number] = {
        category: 'allocation',
        recordId: studyId,
        event: 'ParticipantAllocated',
        commandId: ids.participantCommand(row.code, `RecordAllocation/${place}`),
        command: { type: 'RecordAllocation', studyId, participantId, arm },
        ...occurred(row.enrolment ?? row.at),
        content: { participantId, levels: {}, origin: 'elsewhere', arm },
        addedByLog: ['number'],
      };
      return { entries: [entry], remember: () => void known.set(row.code, { line, arm }) };
    },
  };
}
