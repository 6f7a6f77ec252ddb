import { bandLength, type ColumnRule, INTERVAL_BANDS, SUPPRESSED, type TimeRule } from '#deidentification';
import type { Cell, CellType } from '#formats';
import type { DatasetSpecification } from '../contract/dataset.format.ts';
import type { CodedValue, ReleasedColumn, Words } from '../contract/table.definition.ts';
import { SUPPRESSED_NUMBER } from '../tables/study.tables.ts';
import type { RawCell, SourceColumn } from '../tables/table.source.ts';

/** Stands for the length of a text whose key is destroyed. */
export const ERASED_NUMBER = -88;

const SUPPRESSED_TEXT: CodedValue = { value: SUPPRESSED, label: { en: 'suppressed', sv: 'undanhållet' } };
const ERASED: CodedValue = { value: ERASED_NUMBER, label: { en: 'erased', sv: 'raderat' } };

/** A row's person, as far as treating a cell needs it. */
export interface TreatedPerson {
  readonly pseudonym: string;
  readonly isErased: boolean;
  readonly therapistOf: (therapistId: string) => string;
  readonly dayOf: (date: string) => number | string | null;
}

/** A column that leaves: what it is afterwards, and how a cell becomes that. */
export interface TreatedColumn {
  /** Of the source row. */
  readonly index: number;
  readonly released: ReleasedColumn;
  readonly treat: (cell: RawCell, person: TreatedPerson) => Cell;
}

/** Cells are checked as they are made: what is no cell of the column’s kind is a fault of the program, not of the data. */
function plain(cell: RawCell): Cell {
  if (cell === null || typeof cell !== 'object') return cell;
  throw new TypeError('a free text where a cell is expected');
}

const text = (cell: RawCell): string | null => {
  const value = plain(cell);
  return value === null ? null : String(value);
};

/** How the column leaves; undefined where it does not. */
export function treatedColumn(
  source: SourceColumn,
  rule: ColumnRule,
  index: number,
  { time, hierarchies }: DatasetSpecification,
): TreatedColumn | undefined {
  const released = (changes: Partial<ReleasedColumn> & { readonly treatment: Words }): ReleasedColumn => ({
    ...source.definition,
    rule,
    ...changes,
  });
  switch (rule.role) {
    case 'identifier':
    case 'drop':
      return undefined;
    case 'pseudonym':
      return pseudonymColumn(source, rule, index);
    case 'quasi':
      return {
        index,
        released: { ...quasiColumn(source, rule, hierarchies), rule },
        // Generalised, and perhaps suppressed, over all people before any row is written.
        treat: text,
      };
    case 'time':
      return { index, released: released(timeForm(time)), treat: (cell, { dayOf }) => timeOf(cell, dayOf) };
    case 'interval':
      return intervalColumn(source, rule, index);
    case 'freetext':
      return freeTextColumn(source, rule, index);
    case 'sensitive':
    case 'open':
      return { index, released: released({ treatment: AS_IS }), treat: plain };
  }
}

function intervalColumn(
  { definition }: SourceColumn,
  rule: Extract<ColumnRule, { role: 'interval' }>,
  index: number,
): TreatedColumn {
  const bounds = rule.bounds ?? INTERVAL_BANDS;
  const treatment = { en: `bands up to ${bounds.join(', ')} days`, sv: `klasser till ${bounds.join(', ')} dagar` };
  const { unit: _unit, ...rest } = definition;
  return {
    index,
    released: { ...rest, rule, type: 'text', treatment },
    treat: (cell) => (typeof cell === 'number' ? bandLength(cell, bounds) : null),
  };
}

const AS_IS: Words = { en: 'as it is', sv: 'som det är' };

function pseudonymColumn(
  { definition }: SourceColumn,
  rule: Extract<ColumnRule, { role: 'pseudonym' }>,
  index: number,
): TreatedColumn {
  const treatment = { en: 'HMAC-SHA-256 pseudonym of this release', sv: 'HMAC-SHA-256-pseudonym för detta utlämnande' };
  if (rule.unit === 'participant')
    return { index, released: { ...definition, rule, treatment }, treat: (_, { pseudonym }) => pseudonym };
  return {
    index,
    released: { ...definition, rule, treatment, missing: [SUPPRESSED_TEXT] },
    treat: (cell, { therapistOf }) => (typeof cell === 'string' ? therapistOf(cell) : null),
  };
}

function quasiColumn(
  { definition }: SourceColumn,
  { hierarchy, level }: Extract<ColumnRule, { role: 'quasi' }>,
  hierarchies: DatasetSpecification['hierarchies'],
): Omit<ReleasedColumn, 'rule'> {
  const { codes, unit: _unit, range: _range, ...rest } = definition;
  const coarser =
    hierarchy === undefined ? undefined : [...new Set((hierarchies[hierarchy] ?? []).map((line) => line[level] ?? ''))];
  const values = level === 0 ? codes : coarser?.map((value) => ({ value, label: { en: value } }));
  return {
    ...rest,
    type: 'text',
    ...(values === undefined ? {} : { codes: values }),
    missing: [SUPPRESSED_TEXT],
    treatment:
      level === 0
        ? { en: 'as it is, single cells suppressed', sv: 'som det är, enstaka celler undanhållna' }
        : { en: `level ${level} of hierarchy ${hierarchy ?? ''}`, sv: `nivå ${level} av hierarkin ${hierarchy ?? ''}` },
  };
}

/** What a date becomes. */
function timeForm(time: TimeRule): { readonly type: CellType; readonly treatment: Words; readonly unit?: string } {
  switch (time.mode) {
    case 'session-index':
      return {
        type: 'integer',
        treatment: { en: 'number of sessions held by then', sv: 'antal genomförda sessioner' },
      };
    case 'study-week':
      return { type: 'integer', unit: 'wk', treatment: { en: 'week of the study, from 1', sv: 'studievecka, från 1' } };
    case 'day-relative':
      return { type: 'integer', unit: 'd', treatment: { en: 'days from enrolment', sv: 'dagar från inskrivning' } };
    case 'shift-and-truncate':
      return { type: 'date', treatment: { en: 'date moved back by person', sv: 'datum flyttat bakåt per person' } };
  }
}

function timeOf(cell: RawCell, dayOf: TreatedPerson['dayOf']): Cell {
  return typeof cell === 'string' ? dayOf(cell) : null;
}

function freeTextColumn(
  { definition }: SourceColumn,
  rule: Extract<ColumnRule, { role: 'freetext' }>,
  index: number,
): TreatedColumn {
  const isLength = rule.export === 'length';
  const treatment: Words = isLength
    ? { en: 'length of the text', sv: 'textens längd' }
    : { en: '1 where there is text', sv: '1 där det finns text' };
  return {
    index,
    released: { ...definition, rule, type: 'integer', missing: [ERASED], treatment },
    treat: (cell, { isErased }) => {
      if (typeof cell === 'object' && cell?.length === null) return ERASED_NUMBER;
      const length = typeof cell === 'object' && cell !== null ? cell.length : null;
      if (isErased && length !== null) return ERASED_NUMBER;
      if (isLength) return length;
      return length !== null && length > 0 ? 1 : 0;
    },
  };
}

/** In numbers, what is suppressed; every suppressed text is `SUPPRESSED`. */
export { SUPPRESSED_NUMBER };
