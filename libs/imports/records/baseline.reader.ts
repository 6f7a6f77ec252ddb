import { canonicalJson } from '../attempts/canonical-json.ts';
import { readNumber } from '../attempts/number.reader.ts';
import type { Cells } from '../attempts/row.cells.ts';
import type { BaselineStatement } from '../mapping/statement.schema.ts';
import {
  NOTHING_SAID,
  type RowSubject,
  type Said,
  type StatementReader,
  type StatementSettings,
  occurred,
} from './statement.reader.ts';

type Value = string | number | boolean | null;

interface Known {
  readonly line: number;
  readonly content: string;
}

/** Baseline characteristics: told once for a participant; a later row that says otherwise is rejected. */
export function baselineReader(statement: BaselineStatement, settings: StatementSettings): StatementReader {
  const { table, place, ids } = settings;
  const known = new Map<string, Known>();
  const names = Object.keys(statement.characteristics);
  const [first = ''] = Object.values(statement.characteristics).map(({ column }) => column);
  return {
    read: (cells, row) => {
      const characteristics = characteristicsOf(cells, statement, table.decimal);
      if (characteristics === undefined) return NOTHING_SAID;
      const content = canonicalJson(characteristics);
      const before = known.get(row.code);
      if (before !== undefined) {
        if (before.content !== content) {
          const changed = names.find(
            (name) => before.content !== content && differs(name, before.content, characteristics),
          );
          const column = changed === undefined ? first : (statement.characteristics[changed]?.column ?? first);
          cells.problem(column, `contradicts line ${before.line}: a baseline characteristic has one value`);
        }
        return NOTHING_SAID;
      }
      const said = entryOf(characteristics, row, ids.participantCommand(row.code, `RecordBaseline/${place}`));
      const remember = () => void known.set(row.code, { line: row.line, content });
      return { ...said, claims: claimsOf(characteristics, statement, row, settings), remember };
    },
  };
}

function differs(name: string, before: string, now: Readonly<Record<string, Value>>): boolean {
  const earlier: unknown = JSON.parse(before);
  const value: unknown = typeof earlier === 'object' && earlier !== null ? Reflect.get(earlier, name) : undefined;
  return canonicalJson(value ?? null) !== canonicalJson(now[name] ?? null);
}

/** @returns undefined where nothing is told */
function characteristicsOf(
  cells: Cells,
  { characteristics }: BaselineStatement,
  decimal: '.' | ',',
): Readonly<Record<string, Value>> | undefined {
  const told = Object.entries(characteristics).flatMap(([name, source]): [string, Value][] => {
    if (source.type === 'number') {
      const value = readNumber(cells, source, decimal);
      return value === undefined ? [] : [[name, value]];
    }
    const text = cells.optional(source.column);
    if (text === undefined) return [];
    if (Object.hasOwn(source.values, text)) return [[name, source.values[text] ?? null]];
    cells.problem(source.column, 'is not among the values of the mapping');
    return [];
  });
  return told.length === 0 ? undefined : Object.fromEntries(told);
}

function entryOf(characteristics: Readonly<Record<string, Value>>, row: RowSubject, commandId: string): Said {
  const { participantId } = row;
  return {
    entries: [
      {
        category: 'participant',
        recordId: participantId,
        event: 'BaselineRecorded',
        commandId,
        command: { type: 'RecordBaseline', participantId, characteristics },
        ...occurred(row.enrolment ?? row.at),
        content: { characteristics },
        addedByLog: [],
      },
    ],
  };
}

/** Another table may tell the same characteristic, and not otherwise. */
function claimsOf(
  characteristics: Readonly<Record<string, Value>>,
  statement: BaselineStatement,
  { code }: RowSubject,
  { ids }: StatementSettings,
): NonNullable<Said['claims']> {
  return Object.entries(characteristics).map(([name, value]) => ({
    id: ids.shared('characteristic', code, name),
    column: statement.characteristics[name]?.column ?? '',
    content: () => canonicalJson(value),
    commandId: undefined,
  }));
}
