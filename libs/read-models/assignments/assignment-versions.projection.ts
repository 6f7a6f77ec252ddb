import type { Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldStreamInto } from '../kernel/projection.ts';
import { adjustedColumns, termColumns } from './assignment-terms.ts';
import { AssignmentVersionRow, type AssignmentVersionStatus } from './assignment-version.row.ts';

export const assignmentVersions = foldStreamInto(AssignmentVersionRow)({
  name: 'assignment_versions',
  version: 1,
  on: {
    HomeworkAssigned: (_rows, fact) => [first(fact)],
    AssignmentAdjusted: (rows, fact) => next(rows, fact),
    HomeworkCompleted: (rows) => ended(rows, 'completed'),
    AssignmentExpired: (rows) => ended(rows, 'expired'),
    AssignmentWithdrawn: (rows) => ended(rows, 'withdrawn'),
  },
});

function first(fact: Fact<'HomeworkAssigned'>): AssignmentVersionRow {
  const { data, metadata, recordedAt } = fact;
  return {
    ...scopeOf(fact),
    ...termColumns(data.terms, metadata.timeZone),
    assignmentId: recordIdOf(fact.stream),
    version: 1,
    participantId: personOf(fact),
    status: 'in-force',
    initiatedBy: data.initiatedBy,
    trigger: null,
    note: null,
    inForceFrom: metadata.occurredAt,
    inForceFromDate: metadata.localDate,
    inForceTo: null,
    recordedAt,
  };
}

function next(
  rows: readonly AssignmentVersionRow[],
  fact: Fact<'AssignmentAdjusted'>,
): readonly AssignmentVersionRow[] {
  const { data, metadata, recordedAt } = fact;
  const newest = newestOf(rows);
  if (newest === undefined) return rows;
  const closed: AssignmentVersionRow = { ...newest, status: 'superseded', inForceTo: metadata.occurredAt };
  const opened: AssignmentVersionRow = {
    ...newest,
    ...adjustedColumns(newest, data.terms, metadata.timeZone),
    version: data.version,
    trigger: data.trigger,
    note: data.note ?? null,
    inForceFrom: metadata.occurredAt,
    inForceFromDate: metadata.localDate,
    recordedAt,
  };
  return [...rows.filter((row) => row !== newest), closed, opened];
}

/** The newest version is the one that was completed, expired or withdrawn; a voided adjustment leaves the one before. */
function ended(
  rows: readonly AssignmentVersionRow[],
  status: AssignmentVersionStatus,
): readonly AssignmentVersionRow[] {
  const newest = newestOf(rows);
  return rows.map((row) => (row === newest ? { ...row, status } : row));
}

function newestOf(rows: readonly AssignmentVersionRow[]): AssignmentVersionRow | undefined {
  return rows.reduce<AssignmentVersionRow | undefined>(
    (newest, row) => (newest === undefined || row.version > newest.version ? row : newest),
    undefined,
  );
}
