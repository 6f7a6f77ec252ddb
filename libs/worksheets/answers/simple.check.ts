import type { Column } from '../format/question.schema.ts';
import { BLANK, type CellVerdict, faulty, wrongKind } from './answer.verdict.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Checks an answer of a simple kind; a field and a column of a table alike. */
export function checkSimple(column: Column, value: unknown, path: string): CellVerdict {
  if (value === null || value === undefined || value === '') return BLANK;
  switch (column.kind) {
    case 'text':
      return checkText(value, column.maxLength, path);
    case 'choice':
      return column.many ? checkSeveral(value, column.options, path) : checkOne(value, column.options, path);
    case 'scale':
      return checkNumber(value, column.min, column.max, path);
    case 'number':
      return checkDecimals(value, column, path);
    case 'date':
      return typeof value === 'string' && isDay(value)
        ? { value }
        : wrongKind(path, 'a day of the calendar, YYYY-MM-DD');
    case 'time':
      return typeof value === 'string' && TIME.test(value) ? { value } : wrongKind(path, 'a time of day, HH:MM');
    case 'duration':
      return checkNumber(value, 0, column.maxMinutes, path);
  }
}

/** Whether the calendar has such a day: none has a 30 February. */
function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Text of at most `max` characters; markup stays what it is, text. */
export function checkText(value: unknown, max: number, path: string): CellVerdict {
  if (typeof value !== 'string') return wrongKind(path, 'text');
  if (value.trim() === '') return BLANK;
  return value.length > max
    ? faulty(path, 'TooLong', `has ${value.length} characters; at most ${max} are taken`)
    : { value };
}

export function checkNumber(value: unknown, min: number, max: number, path: string): CellVerdict {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongKind(path, 'a number');
  return value < min || value > max
    ? faulty(path, 'OutOfRange', `is ${value}; ${min} to ${max} is expected`)
    : { value };
}

function checkDecimals(value: unknown, column: Extract<Column, { kind: 'number' }>, path: string): CellVerdict {
  const verdict = checkNumber(value, column.min, column.max, path);
  if (!('value' in verdict) || typeof verdict.value !== 'number') return verdict;
  return Number(verdict.value.toFixed(column.decimals)) === verdict.value
    ? verdict
    : faulty(path, 'OutOfRange', `has more than ${column.decimals} decimals`);
}

type Options = readonly { readonly value: string }[];

const valuesOf = (options: Options): string => options.map((option) => option.value).join(', ');

function checkOne(value: unknown, options: Options, path: string): CellVerdict {
  if (typeof value !== 'string') return wrongKind(path, 'one of the choices');
  return options.some((option) => option.value === value)
    ? { value }
    : faulty(path, 'OutOfRange', `is none of: ${valuesOf(options)}`);
}

/** Any number of the options; each counts once, in the order of the worksheet. */
export function checkSeveral(value: unknown, options: Options, path: string): CellVerdict {
  if (!Array.isArray(value)) return wrongKind(path, 'a list of choices');
  if (value.length > 200) return faulty(path, 'TooMany', `has ${value.length} entries`);
  const chosen = new Set<unknown>(value);
  for (const entry of chosen) {
    if (!options.some((option) => option.value === entry)) {
      return faulty(path, 'OutOfRange', `holds something that is none of: ${valuesOf(options)}`);
    }
  }
  const known = options.map((option) => option.value).filter((option) => chosen.has(option));
  return known.length === 0 ? BLANK : { value: known };
}
