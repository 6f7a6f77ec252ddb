import { readNumber } from '../attempts/number.reader.ts';
import type { Cells } from '../attempts/row.cells.ts';
import type { TreatmentStatement } from '../mapping/statement.schema.ts';
import {
  NOTHING_SAID,
  type RowSubject,
  type Said,
  type StatementReader,
  type StatementSettings,
  occurred,
} from './statement.reader.ts';

interface Standing {
  readonly line: number;
  readonly at: number;
  readonly treatment: string | undefined;
  readonly dose: number | undefined;
}

interface Change {
  readonly treatment: string;
  readonly change: 'started' | 'dose-raised' | 'dose-lowered' | 'stopped' | 'unchanged';
}

/** A column that tells in every row what is taken: changes from row to row are told, in the order of time. */
export function treatmentReader(statement: TreatmentStatement, settings: StatementSettings): StatementReader {
  const { table, moments, ids, place } = settings;
  const standings = new Map<string, Standing>();
  const said = (row: RowSubject, { treatment, change }: Change, on: string): Said['entries'][number] => {
    const content = { treatment, kind: statement.treatmentKind, change, on };
    return {
      category: 'participant',
      recordId: row.participantId,
      event: 'ConcomitantTreatmentChanged',
      commandId: ids.commandAbout(row.rowId, `ChangeConcomitantTreatment/${place}/${treatment}/${change}`),
      command: { type: 'ChangeConcomitantTreatment', participantId: row.participantId, ...content },
      ...occurred(row.at),
      content,
      addedByLog: [],
    };
  };
  return {
    read: (cells, row) => {
      const now = standingOf(cells, row, statement, table.decimal);
      if (now === undefined) return NOTHING_SAID;
      const before = standings.get(row.code);
      if (before !== undefined && before.at > now.at) {
        cells.problem(
          statement.column,
          `changes can only be told from rows in the order of time, and line ${before.line} is later`,
        );
        return NOTHING_SAID;
      }
      const entries = changesBetween(before, now, statement).map((change) =>
        said(row, change, moments.dayOf(row.at.at, cells)),
      );
      return { entries, remember: () => void standings.set(row.code, now) };
    },
  };
}

/** @returns undefined where the row tells nothing, or a problem says why it cannot */
function standingOf(
  cells: Cells,
  { line, at: { at } }: RowSubject,
  { column, values, dose: doseColumn }: TreatmentStatement,
  decimal: '.' | ',',
): Standing | undefined {
  const text = cells.optional(column);
  if (text === undefined) return undefined;
  if (!Object.hasOwn(values, text)) return cells.problem(column, 'is not among the values of the mapping');
  const dose = doseColumn === undefined ? undefined : readNumber(cells, doseColumn, decimal);
  return { line, at, treatment: values[text] ?? undefined, dose };
}

function changesBetween(before: Standing | undefined, now: Standing, { first }: TreatmentStatement): readonly Change[] {
  if (before === undefined) {
    return now.treatment === undefined || first === 'silent' ? [] : [{ treatment: now.treatment, change: first }];
  }
  if (before.treatment === now.treatment) {
    if (now.treatment === undefined || before.dose === undefined || now.dose === undefined) return [];
    if (before.dose === now.dose) return [];
    return [{ treatment: now.treatment, change: now.dose > before.dose ? 'dose-raised' : 'dose-lowered' }];
  }
  return [
    ...(before.treatment === undefined ? [] : [{ treatment: before.treatment, change: 'stopped' } as const]),
    ...(now.treatment === undefined ? [] : [{ treatment: now.treatment, change: 'started' } as const]),
  ];
}
