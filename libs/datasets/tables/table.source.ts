import type { z } from 'zod';
import { type Fact, isEnvelope, isErased } from '#domain';
import type { ColumnRule, RuleFor } from '#deidentification';
import type { Cell, CellType } from '#formats';
import type { ReadSnapshot } from '#read-models';
import type { CodedValue, ColumnDefinition, TableDefinition, Words } from '../contract/table.definition.ts';
import { codeWords } from './code.words.ts';

/** English and Swedish. */
export type Pair = readonly [en: string, sv: string];

/** What a value is before any rule: which rules fit it follows. */
export type Kind =
  | 'person'
  | 'therapist'
  /** A local date. */
  | 'day'
  /** Days between two moments. */
  | 'length'
  | 'freetext'
  | 'arm'
  | 'withheld'
  | 'category'
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean';

/** Values a column starts from: a free text is its length in characters, null once its key is gone. */
export type RawCell = Cell | { readonly length: number | null };

interface ColumnUse<Rule> {
  readonly column: string;
  readonly label: Pair;
  readonly kind: Kind;
  /** What a draft of a specification proposes. */
  readonly rule: Rule;
  readonly codes?: readonly string[];
  readonly unit?: string;
  readonly formula?: Pair;
  readonly source?: string;
  readonly range?: readonly [least: number, most: number];
}

/** Why a field of a read model is no column of any data set. */
interface Stays {
  readonly stays: string;
}

/** Every field of a row is a column with a rule that fits its type, or stays and says why. One that is missing does not compile. */
export type FieldsOf<Row> = { readonly [Name in keyof Row]-?: Stays | ColumnUse<RuleFor<Row[Name]>> };

export type RuleInput = z.input<typeof ColumnRule>;

/** What a row's own person is known by beside the row. */
export interface PersonContext {
  readonly arm: string | null;
  /** Number of an assignment of this person, from 1 in the order in which they were made. */
  readonly assignmentNumber: (assignmentId: string) => number | null;
  /** Local date of day 0. */
  readonly origin: string;
  readonly scores: readonly PersonScore[];
}

/** A score of the outcome that intervals are related to, in the order of time. */
export interface PersonScore {
  readonly date: string;
  readonly value: number;
}

/** A column made from several fields, or from a list. */
export interface ComputedColumn<Row> extends ColumnUse<RuleInput> {
  readonly value: (row: Row, person: PersonContext) => RawCell;
}

export interface SourceColumn {
  readonly definition: ColumnDefinition;
  readonly kind: Kind;
  readonly proposed: RuleInput;
}

/** Where the entries lie that a row was made from. */
export interface RowRecord {
  readonly stream: string;
  readonly isOf: (fact: Fact) => boolean;
}

/** Cells of one row before de-identification, in the order of the columns. */
export interface SourceRow {
  readonly participantId: string;
  readonly cells: readonly RawCell[];
  /** Null where rows are worked out from many entries. */
  readonly record: RowRecord | null;
}

/** Rows of some people, asked for together. */
export interface RowRequest {
  readonly snapshot: ReadSnapshot;
  readonly studyId: string;
  readonly participantIds: readonly string[];
  readonly personOf: (participantId: string) => PersonContext;
  /** The adherence definition whose rows are meant. */
  readonly definition: { readonly definitionId: string; readonly version: number };
}

/** One table of one grain, people by people. */
export interface TableSource {
  readonly definition: TableDefinition;
  readonly columns: readonly SourceColumn[];
  /** Whether a person has at most one row. */
  readonly onePerPerson: boolean;
  /** Whether rows tell of the course of treatment, session by session: withheld where a course would give a person away. */
  readonly course: boolean;
  /** Rows of the people asked for, together by person, in an order of their own that is the same each time. */
  readonly rows: (request: RowRequest) => Promise<readonly SourceRow[]>;
}

export interface TableParts<Row extends object> {
  readonly name: string;
  readonly title: Pair;
  readonly grain: Pair;
  readonly references?: TableDefinition['references'];
  readonly onePerPerson?: boolean;
  readonly course?: boolean;
  readonly fields: FieldsOf<Row>;
  readonly computed?: readonly ComputedColumn<Row>[];
  readonly load: (request: RowRequest) => Promise<readonly Row[]>;
  readonly personOf: (row: Row) => string;
  /** The entries behind a row; left out where rows are worked out from many. */
  readonly record?: (row: Row) => RowRecord;
  /** Sorts the rows of one person, by code units. */
  readonly order: (row: Row) => string;
}

/** Tells the rows of one person apart, in their order. */
const ROW_NUMBER: ColumnUse<RuleInput> = {
  column: 'row_no',
  label: ['Row number within the person', 'Radnummer inom personen'],
  kind: 'integer',
  rule: { role: 'open' },
};
const PARTICIPANT: TableDefinition['references'] = [{ columns: ['pid'], table: 'participants', to: ['pid'] }];

/** The column that says whose row it is, in every table of people. */
export const PID = {
  column: 'pid',
  label: ['Participant', 'Deltagare'],
  kind: 'person',
  rule: { role: 'pseudonym', unit: 'participant' },
} as const;

export const wordsOf = ([en, sv]: Pair): Words => ({ en, sv });

const TYPES: Readonly<Record<Kind, CellType>> = {
  person: 'text',
  therapist: 'text',
  day: 'date',
  length: 'number',
  freetext: 'text',
  arm: 'text',
  withheld: 'boolean',
  category: 'text',
  text: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
};

function definitionOf(use: ColumnUse<unknown>): ColumnDefinition {
  const { column, label, kind, codes, unit, formula, source, range } = use;
  const coded = codes?.map((value): CodedValue => ({ value, label: codeWords(value) }));
  return {
    name: column,
    label: wordsOf(label),
    type: TYPES[kind],
    ...(coded === undefined ? {} : { codes: coded }),
    ...(unit === undefined ? {} : { unit }),
    ...(formula === undefined ? {} : { formula: wordsOf(formula) }),
    ...(source === undefined ? {} : { source }),
    ...(range === undefined ? {} : { range: { least: range[0], most: range[1] } }),
  };
}

/** A field's value as a cell. Free text keeps its length alone. */
function rawOf(value: unknown, kind: Kind): RawCell {
  if (value === null || value === undefined) return null;
  if (kind === 'freetext') {
    if (isErased(value)) return { length: null };
    if (isEnvelope(value)) return { length: value.length };
    return { length: typeof value === 'string' ? value.length : 0 };
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError('a field that is no cell has a column');
}

/** A table over rows of one read model. */
export function tableSource<Row extends object>(parts: TableParts<Row>): TableSource {
  const { name, title, grain, references = PARTICIPANT, onePerPerson = false, computed = [] } = parts;
  const properties: (keyof Row)[] = [];
  const uses: ColumnUse<RuleInput>[] = [];
  for (const property in parts.fields) {
    const use: Stays | ColumnUse<RuleInput> = parts.fields[property];
    if ('stays' in use) continue;
    properties.push(property);
    uses.push(use);
  }
  const columns = [...uses, ...computed, ...(onePerPerson ? [] : [ROW_NUMBER])].map((use): SourceColumn => {
    return { definition: definitionOf(use), kind: use.kind, proposed: use.rule };
  });
  return {
    definition: {
      ...{ name, title: wordsOf(title), grain: wordsOf(grain), references },
      key: onePerPerson ? ['pid'] : ['pid', ROW_NUMBER.column],
      columns: columns.map(({ definition }) => definition),
    },
    columns,
    onePerPerson,
    course: parts.course ?? true,
    rows: async (request) => {
      let [before, number] = ['', 0];
      return sorted(await parts.load(request), parts).map(({ row, person: participantId }) => {
        const person = request.personOf(participantId);
        number = participantId === before ? number + 1 : 1;
        before = participantId;
        const own = properties.map((property, index) => rawOf(row[property], uses[index]?.kind ?? 'text'));
        const made = computed.map(({ value }) => value(row, person));
        const cells = [...own, ...made, ...(onePerPerson ? [] : [number])];
        return { participantId, cells, record: parts.record?.(row) ?? null };
      });
    },
  };
}

/** Rows together by person, in their order. */
function sorted<Row extends object>(rows: readonly Row[], { personOf, order }: TableParts<Row>) {
  const found = rows.map((row) => ({ row, person: personOf(row), order: order(row) }));
  return found.sort((one, other) => compare(one.person, other.person) || compare(one.order, other.order));
}

/** By code units: the same in every locale. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A number as text that sorts as it. */
export function sortable(number: number | null): string {
  return number === null ? '~' : String(Math.round(number * 1000) + 1e15).padStart(17, '0');
}
