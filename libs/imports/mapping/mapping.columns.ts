import type { AttemptsTable } from './attempts-table.schema.ts';
import { columnsOfExpression } from './expression.schema.ts';
import type { ImportMapping, ImportTable } from './mapping.schema.ts';
import { columnsOfMoment, columnsOfOrigin } from './moment.schema.ts';
import type { RecordsTable } from './records-table.schema.ts';
import type { MeasuresStatement, Statement } from './statement.schema.ts';

/** Every column of its file that a table's mapping reads, once. Ignored columns are not among them. */
export function columnsOf(table: ImportTable): readonly string[] {
  return table.kind === 'attempts' ? columnsOfAttempts(table) : columnsOfRecords(table);
}

function columnsOfAttempts(table: AttemptsTable): readonly string[] {
  const { attempt } = table;
  const { start, end, duration, performer, informant, outcome, done } = attempt;
  const ratings = [
    attempt.difficulty,
    attempt.mastery,
    attempt.pleasure,
    attempt.helpfulness,
    attempt.distressBefore,
    attempt.distressAfter,
  ];
  const columns = [
    table.participant.column,
    ...table.key,
    ...[start.column].flat(),
    ...(end.kind === 'unknown' ? [] : [end.column].flat()),
    ...[duration, done, ...ratings].flatMap((source) => (source === undefined ? [] : [source.column])),
    ...[performer, informant, outcome].flatMap((code) => (code.kind === 'column' ? [code.column] : [])),
  ];
  return [...new Set(columns)];
}

/** Names that a table uses like columns and that its file does not hold. */
export function virtualColumnsOf({ derived, joins }: RecordsTable): ReadonlySet<string> {
  return new Set([...derived.map(({ name }) => name), ...joins.flatMap(({ take }) => Object.keys(take))]);
}

/** Names that statements, times and keys use, derived and joined ones included. */
export function namesUsedBy(table: RecordsTable): readonly string[] {
  const { participant, key, time, at, origin, enrolment, becomes, duplicates, derived, joins } = table;
  return [
    participant.column,
    ...key,
    ...(time.zoneColumn === undefined ? [] : [time.zoneColumn]),
    ...columnsOfMoment(at),
    ...columnsOfOrigin(origin),
    ...(enrolment.kind === 'time' ? [enrolment.column].flat() : []),
    ...becomes.flatMap(columnsOfStatement),
    ...(duplicates.kind === 'mean' ? duplicates.of : []),
    ...derived.flatMap(({ value }) => columnsOfExpression(value)),
    ...joins.flatMap(({ on, agree }) => [...on, ...agree].map(({ column }) => column)),
  ];
}

function columnsOfRecords(table: RecordsTable): readonly string[] {
  const virtual = virtualColumnsOf(table);
  return [...new Set(namesUsedBy(table))].filter((name) => !virtual.has(name));
}

function columnsOfStatement(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'baseline':
      return Object.values(statement.characteristics).map(({ column }) => column);
    case 'measures':
      return columnsOfMeasures(statement);
    case 'concomitant-treatment':
      return [statement.column, ...(statement.dose === undefined ? [] : [statement.dose.column])];
    case 'prompts': {
      const { slot, scheduled, sent, started, stopped } = statement;
      const times = [scheduled, sent, started, stopped].flatMap((time) => (time === undefined ? [] : [time.column]));
      return [...(slot === undefined ? [] : [slot]), ...times.flat()];
    }
    case 'allocation':
    case 'time-zone':
      return [statement.column];
  }
}

function columnsOfMeasures({ layout, informant }: MeasuresStatement): readonly string[] {
  const told = informant.kind === 'column' ? [informant.column] : [];
  switch (layout.kind) {
    case 'wide':
      return [...told, ...layout.occasions.flatMap((one) => [...columnsOfReadings(one), ...momentColumns(one.at)])];
    case 'long': {
      const { occasion, expected } = layout;
      const named = occasion.kind === 'column' ? [occasion.column] : [];
      return [...told, ...named, ...columnsOfReadings(layout), ...expected.flatMap(({ at }) => momentColumns(at))];
    }
  }
}

type Readings = Pick<Extract<MeasuresStatement['layout'], { kind: 'long' }>, 'total' | 'items'>;

function columnsOfReadings({ total, items = {} }: Readings): readonly string[] {
  return [...(total === undefined ? [] : [total.column]), ...Object.values(items).map(({ column }) => column)];
}

const momentColumns = (at: Parameters<typeof columnsOfMoment>[0] | undefined) =>
  at === undefined ? [] : columnsOfMoment(at);

/** Names of the files that a mapping reads, each once. */
export function fileNamesOf({ tables }: Pick<ImportMapping, 'tables'>): readonly string[] {
  const names = tables.flatMap((table) => [
    table.file ?? table.name,
    ...(table.kind === 'records' ? table.joins.map(({ file }) => file) : []),
  ]);
  return [...new Set(names)];
}
