import type { Table } from '../storage/table.ts';
import { checked } from './value.check.ts';

/** Inclusive at both ends. */
export interface Range<Value> {
  readonly from?: Value | undefined;
  readonly to?: Value | undefined;
}

/** One clause of a filter: SQL over a table's columns, its parameters numbered by the statement it joins. */
export type Condition<Row extends object> = (table: Table<Row>, parameter: (value: unknown) => string) => string;

type Property<Row> = keyof Row & string;

/** Matches everything when `values` is left out, nothing when it is empty. */
export function oneOf<Row extends object>(
  property: Property<Row>,
  values: readonly (string | number)[] | undefined,
): readonly Condition<Row>[] {
  if (values === undefined) return [];
  return [
    (table, parameter) => {
      const column = table.column(property);
      const list = values.map((value) => checked(column, value, property));
      return `${column.name} = ANY(${parameter(list)}::${column.type}[])`;
    },
  ];
}

export function equals<Row extends object>(
  property: Property<Row>,
  value: string | number | boolean | undefined,
): readonly Condition<Row>[] {
  return value === undefined ? [] : [comparison(property, '=', value)];
}

export function within<Row extends object>(
  property: Property<Row>,
  range: Range<string | number> | undefined,
): readonly Condition<Row>[] {
  return [
    ...(range?.from === undefined ? [] : [comparison<Row>(property, '>=', range.from)]),
    ...(range?.to === undefined ? [] : [comparison<Row>(property, '<=', range.to)]),
  ];
}

/** The column is an array that holds the value. */
export function holds<Row extends object>(
  property: Property<Row>,
  value: string | undefined,
): readonly Condition<Row>[] {
  if (value === undefined) return [];
  return [
    (table, parameter) => {
      const column = table.column(property);
      return `${parameter(checked(column, value, property))} = ANY(${column.name})`;
    },
  ];
}

/** Case-insensitive, anywhere in the text; `%` and `_` mean themselves. */
export function contains<Row extends object>(
  property: Property<Row>,
  text: string | undefined,
): readonly Condition<Row>[] {
  if (text === undefined) return [];
  return [
    (table, parameter) => {
      const column = table.column(property);
      const pattern = `%${String(checked(column, text, property)).replace(/[\\%_]/g, '\\$&')}%`;
      return `${column.name} ILIKE ${parameter(pattern)}`;
    },
  ];
}

function comparison<Row extends object>(
  property: Property<Row>,
  operator: '=' | '>=' | '<=',
  value: string | number | boolean,
): Condition<Row> {
  return (table, parameter) => {
    const column = table.column(property);
    return `${column.name} ${operator} ${parameter(checked(column, value, property))}::${column.type}`;
  };
}
