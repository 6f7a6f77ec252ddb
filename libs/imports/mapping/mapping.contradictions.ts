import type { AttemptsTable } from './attempts-table.schema.ts';
import { columnsOf, virtualColumnsOf } from './mapping.columns.ts';
import { columnsOfExpression } from './expression.schema.ts';
import type { ImportMapping, ImportTable } from './mapping.schema.ts';
import type { MomentSource } from './moment.schema.ts';
import type { RecordsTable } from './records-table.schema.ts';
import type { MeasuresStatement, Statement } from './statement.schema.ts';

/** What is wrong with a mapping, and where. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What each field allows and the whole does not. */
export function contradictionsIn({ tables }: ImportMapping): Problem[] {
  const names = tables.map(({ name }) => name);
  return tables.flatMap((table, index) =>
    [
      ...(names.indexOf(table.name) < index ? [{ path: ['name'], message: 'is the name of an earlier table' }] : []),
      ...contradictionsOf(table),
    ].map(({ path, message }) => ({ path: ['tables', index, ...path], message })),
  );
}

function contradictionsOf(table: ImportTable): Problem[] {
  const used = new Set(columnsOf(table));
  const problems: Problem[] = table.ignored.flatMap(({ column }, place) =>
    used.has(column) ? [{ path: ['ignored', place, 'column'], message: `${JSON.stringify(column)} is also used` }] : [],
  );
  if (table.csv.delimiter === table.csv.quote) {
    problems.push({ path: ['csv'], message: 'delimiter and quote are the same' });
  }
  return [...problems, ...(table.kind === 'attempts' ? inAttempts(table) : inRecords(table))];
}

function inAttempts({ reject, attempt }: AttemptsTable): Problem[] {
  const { shorterThanSeconds = 0, longerThanSeconds = Infinity } = reject;
  return [
    ...(shorterThanSeconds > longerThanSeconds
      ? [{ path: ['reject'], message: 'no attempt is long and short enough' }]
      : []),
    ...(attempt.duration !== undefined && attempt.end.kind !== 'time'
      ? [{ path: ['attempt', 'duration'], message: 'can only be compared where end.kind is "time"' }]
      : []),
  ];
}

function inRecords(table: RecordsTable): Problem[] {
  return [...inDerived(table), ...inTimes(table), ...inDuplicates(table), ...table.becomes.flatMap(inStatement)];
}

/** Each may use those before it, so that none goes round in a circle. */
function inDerived(table: RecordsTable): Problem[] {
  const virtual = virtualColumnsOf(table);
  const known = new Set(table.joins.flatMap(({ take }) => Object.keys(take)));
  return table.derived.flatMap(({ name, value }, place): Problem[] => {
    const early = columnsOfExpression(value).find((column) => virtual.has(column) && !known.has(column));
    const twice = known.has(name);
    known.add(name);
    const path = ['derived', place];
    if (twice) return [{ path: [...path, 'name'], message: `${JSON.stringify(name)} is there already` }];
    if (early === undefined) return [];
    return [{ path: [...path, 'value'], message: `${JSON.stringify(early)} is derived here or later` }];
  });
}

function inTimes({ origin, at, enrolment, becomes }: RecordsTable): Problem[] {
  if (origin !== undefined) return [];
  const counted = (source: MomentSource | undefined) => source !== undefined && source.kind !== 'time';
  const message = 'counts from an origin, and the table has none';
  return [
    ...(counted(at) ? [{ path: ['at'], message }] : []),
    ...(enrolment.kind === 'origin' ? [{ path: ['enrolment'], message }] : []),
    ...becomes.flatMap((statement, place) => {
      if (statement.kind !== 'measures') return [];
      const { layout } = statement;
      const occasions = layout.kind === 'wide' ? layout.occasions : layout.expected;
      return occasions.some((occasion) => counted(occasion.at))
        ? [{ path: ['becomes', place, 'layout'], message }]
        : [];
    }),
  ];
}

function inDuplicates({ duplicates, key, participant }: RecordsTable): Problem[] {
  if (duplicates.kind !== 'mean') return [];
  const fixed = duplicates.of.find((column) => column === participant.column || key.includes(column));
  return fixed === undefined
    ? []
    : [{ path: ['duplicates', 'of'], message: `${JSON.stringify(fixed)} identifies the row, so it has no mean` }];
}

/** Kinds of statements of which a table has one. */
const ONCE: readonly Statement['kind'][] = ['prompts', 'time-zone', 'allocation'];

function inStatement(statement: Statement, place: number, all: readonly Statement[]): Problem[] {
  const path = ['becomes', place];
  const first = all.findIndex(({ kind }) => kind === statement.kind);
  if (ONCE.includes(statement.kind) && first < place) {
    return [{ path, message: `a table has one statement of the kind ${statement.kind}` }];
  }
  return statement.kind === 'measures' ? inMeasures(statement, path) : [];
}

function inMeasures({ layout, range, absence }: MeasuresStatement, path: readonly (string | number)[]): Problem[] {
  const occasions = layout.kind === 'wide' ? layout.occasions : layout.expected;
  const names = occasions.map(({ occasion }) => occasion);
  const twice = names.find((name, place) => names.indexOf(name) < place);
  const readings = layout.kind === 'wide' ? layout.occasions : [layout];
  const empty = readings.some(({ total, items = {} }) => total === undefined && Object.keys(items).length === 0);
  return [
    ...(empty ? [{ path: [...path, 'layout'], message: 'needs a total or items' }] : []),
    ...(twice === undefined
      ? []
      : [{ path: [...path, 'layout'], message: `the occasion ${JSON.stringify(twice)} is there twice` }]),
    ...(range !== undefined && range.min > range.max ? [{ path: [...path, 'range'], message: 'holds no number' }] : []),
    ...(absence.kind === 'missed' && absence.afterLast !== undefined && names.length === 0
      ? [{ path: [...path, 'absence', 'afterLast'], message: 'needs layout.expected, which says what should come' }]
      : []),
  ];
}
