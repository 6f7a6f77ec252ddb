import { type AttemptReaderSettings, attemptReader } from '../attempts/attempt.row.ts';
import { entriesOf } from '../attempts/attempt.entries.ts';
import type { TableHeader } from '../csv/table.header.ts';
import type { ImportTable } from '../mapping/mapping.schema.ts';
import type { JoinedFile } from '../records/joined.file.ts';
import { recordsReader } from '../records/records.reader.ts';
import { type RepeatedRows, standingOf } from '../records/repeated.rows.ts';
import type { ImportIds } from '../run/import.ids.ts';
import type { TableReader } from './import.row.ts';

export interface TableReaderSettings {
  readonly table: ImportTable;
  readonly header: TableHeader;
  readonly joined: readonly JoinedFile[];
  readonly studyId: string;
  readonly ids: ImportIds;
  readonly now: number;
  readonly repeated: RepeatedRows;
}

/** Makes the reader of one table. */
export function tableReader(settings: TableReaderSettings): TableReader {
  const { table, ...rest } = settings;
  return table.kind === 'records' ? recordsReader({ ...rest, table }) : attemptsReader({ ...rest, table });
}

type AttemptsSettings = AttemptReaderSettings & Pick<TableReaderSettings, 'ids' | 'repeated'>;

function attemptsReader(settings: AttemptsSettings): TableReader {
  const { table, ids, repeated } = settings;
  const { assignment, duplicates } = table;
  const readRow = attemptReader(settings);
  return {
    read: (record) => {
      const read = readRow(record);
      if ('rejected' in read) return read;
      const { line, code, participantId, key, start, end, startPrecision: precision } = read.row;
      const rowId = ids.attempt(code, key);
      const standing = standingOf(repeated.get(rowId), line, duplicates);
      if (standing.kind === 'rejected') {
        const problem = { column: table.key[0] ?? '', value: key.join(' '), reason: standing.reason };
        return { rejected: { line, problems: [problem] } };
      }
      const { name, initiatedBy, terms } = assignment;
      const assignmentId = `${participantId}:${name}`;
      const at = { at: start, precision };
      return {
        row: {
          ...{ line, code, participantId, rowId, key, start, end, precision },
          enrolment: at,
          assignment: { assignmentId, name, initiatedBy, terms, ...at, day: undefined },
          entries: entriesOf(read.row, rowId, assignmentId),
          claims: [],
        },
      };
    },
    finish: () => [],
  };
}
