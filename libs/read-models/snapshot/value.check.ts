import type { TableColumn } from '../storage/table.ts';
import { InvalidRead } from './read.error.ts';

const MOMENT = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const MAX_INTEGER = 2_147_483_647;

/**
 * A value that PostgreSQL will take for this column. An error inside the snapshot would end it for everyone, so what
 * comes from outside is looked at first.
 * @throws InvalidRead naming `field`.
 */
export function checked(column: TableColumn, value: unknown, field: string): unknown {
  const problem = problemOf(column.type.replace('[]', ''), value);
  if (problem !== undefined) throw new InvalidRead(field, problem);
  return value;
}

function problemOf(type: string, value: unknown): string | undefined {
  if (type === 'integer') {
    const whole = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_INTEGER;
    return whole ? undefined : 'is not a whole number';
  }
  if (type === 'bigint') return /^-?\d{1,18}$/.test(String(value)) ? undefined : 'is not a whole number';
  if (type === 'double precision') return Number.isFinite(value) ? undefined : 'is not a number';
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : 'is not true or false';
  if (type === 'date') return isTime(value, DAY) ? undefined : 'is not a date (YYYY-MM-DD)';
  if (type.startsWith('timestamp')) return isTime(value, MOMENT) ? undefined : 'is not a moment (ISO 8601, UTC)';
  const text = typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed();
  return text ? undefined : 'is not text that can be stored';
}

function isTime(value: unknown, form: RegExp): boolean {
  if (typeof value !== 'string' || !form.test(value)) return false;
  const time = Date.parse(value);
  // Date.parse takes 30 February for 1 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value.slice(0, 10));
}
