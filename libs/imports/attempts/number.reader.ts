import type { NumberColumn } from '../mapping/column.schema.ts';
import type { Cells } from './row.cells.ts';

const NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/** A decimal number, or undefined where the text is none. Neither groups of digits nor exponents. */
export function decimalNumber(text: string, decimal: '.' | ',' = '.'): number | undefined {
  const plain = decimal === ',' ? (text.includes('.') ? '' : text.replace(',', '.')) : text;
  return NUMBER.test(plain) ? Number(plain) : undefined;
}

/** Reads a number; undefined where it is missing or, with a problem noted, none. */
export function readNumber(
  cells: Cells,
  { column, values }: NumberColumn,
  decimal: '.' | ',' = '.',
): number | undefined {
  const text = cells.optional(column);
  if (text === undefined) return undefined;
  if (values !== undefined)
    return Object.hasOwn(values, text) ? values[text] : cells.problem(column, 'is not among the values of the mapping');
  return decimalNumber(text, decimal) ?? cells.problem(column, 'is not a number');
}
