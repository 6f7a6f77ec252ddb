import { readNumber } from '../attempts/number.reader.ts';
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
      const text = cells.optional(statement.column);
      if (text === undefined) return NOTHING_SAID;
      if (!Object.hasOwn(statement.values, text)) {
        cells.problem(statement.column, 'is not among the values of the mapping');
        return NOTHING_SAID;
      }
      const treatment = statement.values[text] ?? undefined;
      const dose = statement.dose === undefined ? undefined : readNumber(cells, statement.dose, table.decimal);
      const before = standings.get(row.code);
      if (before !== undefined && before.at > row.at.at) {
        cells.problem(
          statement.column,
          `changes can only be told from rows in the order of time, and line ${before.line} is later`,
        );
        return NOTHING_SAID;
      }
      const now = { line: row.line, at: row.at.at, treatment, dose };
      const entries = changesBetween(before, now, statement).map((change) =>
        said(row, change, moments.dayOf(row.at.at, cells)),
      );
      return { entries, remember: () => void standings.set(row.code, now) };
    },
  };
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
