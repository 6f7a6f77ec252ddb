import type { ReadMoment } from '../attempts/moment.reader.ts';
import type { Cells } from '../attempts/row.cells.ts';
import type { RecordsTable } from '../mapping/records-table.schema.ts';
import type { ImportIds } from '../run/import.ids.ts';
import type { Claim, ImportEntry, ImportRow, NeededAssignment } from '../rows/import.row.ts';
import type { RecordMoments } from './record.moments.ts';

/** What identifies the row that is read. */
export interface RowSubject {
  readonly line: number;
  readonly code: string;
  readonly participantId: string;
  readonly rowId: string;
  readonly at: ReadMoment;
  readonly enrolment: ImportRow['enrolment'];
}

/** What one statement makes of a row. */
export interface Said {
  readonly entries: readonly ImportEntry[];
  readonly claims?: readonly Claim[];
  readonly assignment?: NeededAssignment | undefined;
  /** Remembers the row for those that follow; called only when the whole row can be imported. */
  readonly remember?: () => void;
}

/** Reads one statement from every row; notes problems in the cells. */
export interface StatementReader {
  read(cells: Cells, row: RowSubject): Said;
  /** Takes note of a row that was rejected: what it tells is not known, and not absent either. */
  spoil?(cells: Cells, code: string): void;
  /** What follows once the table has been read. */
  finish?(): readonly { readonly row: RowSubject; readonly said: Said }[];
}

export interface StatementSettings {
  readonly table: RecordsTable;
  /** Place of the statement in the table. */
  readonly place: number;
  readonly ids: ImportIds;
  readonly moments: RecordMoments;
}

export const NOTHING_SAID: Said = { entries: [] };

/** When an entry happened, for its command. */
export function occurred({ at, precision }: ReadMoment): Pick<ImportEntry, 'occurredAt' | 'occurredPrecision'> {
  return { occurredAt: new Date(at).toISOString(), occurredPrecision: precision };
}
