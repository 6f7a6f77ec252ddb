import { SUPPRESSED } from '#deidentification';
import type { Cell } from '#formats';
import type { LeavingTable, PeoplePassage } from './people.passage.ts';
import { treatedRows } from './people.rows.ts';
import { flatName } from './person.flattening.ts';
import type { RecordedRow } from './audit.trail.ts';
import { ExportRefused } from './export.refused.ts';

/** A row as it is written, and the entries that it was made from. */
export interface WrittenRow extends RecordedRow {
  readonly cells: readonly Cell[];
}

/** Rows of one table as they are written: quasi-identifiers generalised, cells suppressed, courses withheld. */
export async function* suppressedRows(
  { request, places, decision }: PeoplePassage,
  { source, columns }: LeavingTable,
  forbidden: ReadonlySet<string>,
): AsyncGenerator<readonly WrittenRow[]> {
  const { name } = source.definition;
  for await (const rows of treatedRows(request, source, columns)) {
    const leaving: WrittenRow[] = [];
    for (const { person, cells, record, dayOf } of rows) {
      const place = places.get(person.participantId) ?? 0;
      if (source.course && decision.withheld[place] === true) continue;
      const row = columns.map(({ released }, index): Cell => {
        if (released.rule.role === 'quasi') return decision.valueOf(flatName(name, released.name), place);
        if (released.name === 'course_withheld') return decision.withheld[place] === true;
        if (released.name === 'therapist_pid' && decision.hideTherapist[place] === true) return SUPPRESSED;
        return cells[index] ?? null;
      });
      row.forEach((cell, index) => refuseForbidden(cell, forbidden, name, columns[index]?.released.name ?? ''));
      leaving.push({ cells: row, record, dayOf });
    }
    yield leaving;
  }
}

/** The last line of defence: an id or code of a person may be in no cell, whatever its rule. */
function refuseForbidden(cell: Cell, forbidden: ReadonlySet<string>, table: string, column: string): void {
  if (typeof cell === 'string' && forbidden.has(cell))
    throw new ExportRefused('write', 'identifier', [`${table}.${column} holds an id or a code of a person`]);
}
