import type { Column } from '../format/question.schema.ts';
import { columnsOf, type TableField } from '../format/table.columns.ts';
import { BLANK, faulty, isRecord, type Verdict, wrongKind } from './answer.verdict.ts';
import type { AnswerFault, CellValue, TableRow } from './answers.values.ts';
import { checkSimple } from './simple.check.ts';

/** Checks the rows of a table. Rows of slots keep their place; other rows without anything in them go. */
export function checkTable(field: TableField, value: unknown, path: string): Verdict {
  if (!Array.isArray(value)) return wrongKind(path, 'a list of rows');
  const most = field.slots?.length ?? field.maxRows;
  if (value.length > most) return faulty(path, 'TooMany', `has ${value.length} rows; at most ${most} are taken`);
  const columns = columnsOf(field);
  const verdicts = value.map((row: unknown, index) => checkRow(columns, row, `${path}[${index}]`));
  const faults = verdicts.flatMap((verdict) => ('faults' in verdict ? verdict.faults : []));
  if (faults.length > 0) return { faults };
  const rows = verdicts.flatMap((verdict) => ('value' in verdict ? [verdict.value] : []));
  const filled = rows.filter((row) => Object.keys(row).length > 0);
  if (filled.length === 0) return BLANK;
  return { value: field.slots === undefined ? filled : rows };
}

function checkRow(columns: readonly Column[], row: unknown, path: string): Verdict<TableRow> {
  if (row === null || row === undefined) return { value: {} };
  if (!isRecord(row)) return wrongKind(path, 'a row');
  const faults: AnswerFault[] = [];
  const cells: [string, CellValue][] = [];
  for (const [name, value] of Object.entries(row)) {
    const column = columns.find((each) => each.id === name);
    const verdict =
      column === undefined
        ? faulty(`${path}.${name}`, 'UnknownField', 'is not a column of this table')
        : checkSimple(column, value, `${path}.${name}`);
    if ('faults' in verdict) faults.push(...verdict.faults);
    if ('value' in verdict) cells.push([name, verdict.value]);
  }
  return faults.length > 0 ? { faults } : { value: Object.fromEntries(cells) };
}
