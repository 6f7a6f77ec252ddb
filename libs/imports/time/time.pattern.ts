/**
 * Reading times as files write them: a named format or a pattern of Unicode (LDML) fields. Strict: every character must
 * fit, and nothing rolls over (31 February is no date).
 */

/** A local time as written, with its offset where the text has one. Fields are calendar fields; `offset` is in minutes. */
export interface WrittenTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes east of UTC; none where the text is local time. */
  readonly offset?: number;
}

/** How sharp a written time is. */
export type TimePrecision = 'instant' | 'minute' | 'day';

/** @returns undefined where the text does not fit. */
export type TimeReader = (text: string) => WrittenTime | undefined;

export interface TimePattern {
  readonly read: TimeReader;
  readonly precision: TimePrecision;
}

type Field = keyof WrittenTime | 'hour12' | 'half' | 'monthName' | 'zone';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FIELDS: Readonly<Record<string, readonly [Field, string]>> = {
  yyyy: ['year', '\\d{4}'],
  MMM: ['monthName', '[A-Za-z]{3}'],
  MM: ['month', '\\d{2}'],
  M: ['month', '\\d{1,2}'],
  dd: ['day', '\\d{2}'],
  d: ['day', '\\d{1,2}'],
  HH: ['hour', '\\d{2}'],
  H: ['hour', '\\d{1,2}'],
  hh: ['hour12', '\\d{2}'],
  h: ['hour12', '\\d{1,2}'],
  mm: ['minute', '\\d{2}'],
  m: ['minute', '\\d{1,2}'],
  ss: ['second', '\\d{2}'],
  s: ['second', '\\d{1,2}'],
  SSS: ['millisecond', '\\d{3}'],
  a: ['half', '[AaPp]\\.?[Mm]\\.?'],
  XXX: ['zone', 'Z|[+-]\\d{2}:\\d{2}'],
};
const NAMED = ['iso-8601', 'epoch-seconds', 'epoch-milliseconds'];
const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/;

/** Why a format cannot be used, as a sentence; undefined when it can. */
export function timePatternProblem(format: string): string | undefined {
  if (NAMED.includes(format)) return undefined;
  const parts = tokens(format);
  const fields = parts.flatMap((part) => (FIELDS[part] === undefined ? [] : [FIELDS[part][0]]));
  const stray = parts.find((part) => FIELDS[part] === undefined && /[A-Za-z]/.test(part) && part !== 'T');
  if (stray !== undefined)
    return `${JSON.stringify(stray)} is not a field of a time; those are ${Object.keys(FIELDS).join(' ')}`;
  if (new Set(fields).size < fields.length) return 'names a field twice';
  const has = (field: Field) => fields.includes(field);
  if (!has('year') || !(has('month') || has('monthName')) || !has('day')) return 'must hold a year, a month and a day';
  if (has('hour12') !== has('half')) return 'needs a (am or pm) with h, and only with h';
  if (has('minute') && !has('hour') && !has('hour12')) return 'has minutes without hours';
  if (has('second') && !has('minute')) return 'has seconds without minutes';
  return undefined;
}

function tokens(format: string): string[] {
  return format.match(/([A-Za-z])\1*|[^A-Za-z]+/g) ?? [];
}

/** @throws Error for a format that `timePatternProblem` complains about. */
export function compileTimePattern(format: string): TimePattern {
  const problem = timePatternProblem(format);
  if (problem !== undefined) throw new Error(`time format ${JSON.stringify(format)} ${problem}`);
  if (format === 'iso-8601') return { read: readIso, precision: 'instant' };
  if (format === 'epoch-seconds') return { read: (text) => readEpoch(text, 1_000), precision: 'instant' };
  if (format === 'epoch-milliseconds') return { read: (text) => readEpoch(text, 1), precision: 'instant' };
  return compileFields(tokens(format));
}

function compileFields(parts: readonly string[]): TimePattern {
  const fields: Field[] = [];
  const source = parts.map((part) => {
    const known = FIELDS[part];
    if (known === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    fields.push(known[0]);
    return `(${known[1]})`;
  });
  const pattern = new RegExp(`^${source.join('')}$`);
  const read: TimeReader = (text) => {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    return fromFields(new Map(fields.map((field, index) => [field, match[index + 1] ?? ''])));
  };
  const precision = fields.includes('second') ? 'instant' : fields.includes('minute') ? 'minute' : 'day';
  return { read, precision };
}

function fromFields(fields: ReadonlyMap<Field, string>): WrittenTime | undefined {
  const number = (field: Field) => Number(fields.get(field) ?? 0);
  const monthName = fields.get('monthName');
  const month = monthName === undefined ? number('month') : MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const hour = hourOf(fields);
  if (hour === undefined) return undefined;
  return checked(
    {
      year: number('year'),
      month,
      day: number('day'),
      hour,
      minute: number('minute'),
      second: number('second'),
      millisecond: number('millisecond'),
    },
    fields.get('zone'),
  );
}

function hourOf(fields: ReadonlyMap<Field, string>): number | undefined {
  const written = fields.get('hour12');
  if (written === undefined) return Number(fields.get('hour') ?? 0);
  const hour = Number(written);
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (/^p/i.test(fields.get('half') ?? '') ? 12 : 0);
}

function readIso(text: string): WrittenTime | undefined {
  const groups = ISO.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const number = (name: string) => Number(groups[name] ?? 0);
  const millisecond = Number((groups['fraction'] ?? '').padEnd(3, '0').slice(0, 3));
  return checked(
    {
      year: number('year'),
      month: number('month'),
      day: number('day'),
      hour: number('hour'),
      minute: number('minute'),
      second: number('second'),
      millisecond,
    },
    groups['zone'],
  );
}

/** The moment itself, as UTC fields. 1 to 16 digits, so that it stays an exact number. */
function readEpoch(text: string, scale: number): WrittenTime | undefined {
  if (!/^-?\d{1,15}(?:\.\d{1,6})?$/.test(text)) return undefined;
  const date = new Date(Math.trunc(Number(text) * scale));
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return undefined;
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    offset: 0,
  };
}

function checked(time: WrittenTime, zone: string | undefined): WrittenTime | undefined {
  const { year, month, day, hour, minute, second } = time;
  if (year < 1 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return undefined;
  if (day < 1 || day > new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()) return undefined;
  if (zone === undefined) return time;
  if (zone === 'Z') return { ...time, offset: 0 };
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 18 || minutes > 59) return undefined;
  return { ...time, offset: (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) };
}
