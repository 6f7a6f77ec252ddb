import type { Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldStreamInto } from '../kernel/projection.ts';
import { adjustedColumns, termColumns } from './assignment-terms.ts';
import { AssignmentVersionRow, type AssignmentVersionStatus } from './assignment-version.row.ts';

export const assignmentVersions = foldStreamInto(AssignmentVersionRow)({
  name: 'assignment_versions',
  version: 2,
  on: {
    HomeworkProposed: (_rows, fact) => [proposed(fact)],
    HomeworkAssigned: (rows, fact) => [...agreed(rows, fact), first(fact)],
    AssignmentAdjusted: (rows, fact) => next(rows, fact),
    HomeworkCompleted: (rows) => ended(rows, 'completed'),
    AssignmentDeclined: (rows) => ended(rows, 'declined'),
    AssignmentExpired: (rows) => ended(rows, 'expired'),
    AssignmentWithdrawn: (rows) => ended(rows, 'withdrawn'),
  },
});

function first(fact: Fact<'HomeworkAssigned'>): AssignmentVersionRow {
  const { occurredAt, localDate } = fact.metadata;
  return { ...opened(fact), version: 1, status: 'in-force', assignedAt: occurredAt, assignedDate: localDate };
}

function proposed(fact: Fact<'HomeworkProposed'>): AssignmentVersionRow {
  return { ...opened(fact), version: 0, status: 'proposed', assignedAt: null, assignedDate: null };
}

/** The proposal, where there was one: what was suggested stays beside what was agreed. */
function agreed(
  rows: readonly AssignmentVersionRow[],
  { metadata }: Fact<'HomeworkAssigned'>,
): readonly AssignmentVersionRow[] {
  return rows.flatMap((row) =>
    row.version === 0 ? [{ ...row, status: 'agreed' as const, inForceTo: metadata.occurredAt }] : [],
  );
}

function opened(
  fact: Fact<'HomeworkAssigned' | 'HomeworkProposed'>,
): Omit<AssignmentVersionRow, 'version' | 'status' | 'assignedAt' | 'assignedDate'> {
  const { data, metadata, recordedAt } = fact;
  return {
    ...scopeOf(fact),
    ...termColumns(data.terms, metadata.timeZone),
    assignmentId: recordIdOf(fact.stream),
    participantId: personOf(fact),
    initiatedBy: data.initiatedBy,
    collaborative: data.initiatedBy === 'collaborative',
    removed: [],
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
  if (newest === undefined || newest.version === 0) return rows;
  const closed: AssignmentVersionRow = { ...newest, status: 'superseded', inForceTo: metadata.occurredAt };
  const opened: AssignmentVersionRow = {
    ...newest,
    ...adjustedColumns(newest, data, metadata.timeZone),
    version: data.version,
    removed: data.removed ?? [],
    status: 'in-force',
    trigger: data.trigger,
    note: data.note ?? null,
    inForceFrom: metadata.occurredAt,
    inForceFromDate: metadata.localDate,
    recordedAt,
  };
  return [...rows.filter((row) => row !== newest), closed, opened];
}

/** The newest version is the one that was completed, declined, expired or withdrawn; a voided adjustment leaves the one before. */
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
