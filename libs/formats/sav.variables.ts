import { type CodeLabel, type FileColumn, FormatError } from './file.column.ts';

/** One variable of an SPSS file. A text above 255 bytes lies in several segments, each a variable to the format. */
export interface SavVariable {
  readonly column: FileColumn;
  /** Short names of its segments; of all but long texts there is one. */
  readonly segments: readonly string[];
  /** Bytes of text; 0 for numbers. */
  readonly width: number;
  /** Eight-byte elements of a case. */
  readonly elements: number;
  /** Number of its first element, from 1. */
  readonly index: number;
  readonly codes: readonly CodeLabel[];
  readonly missing: readonly CodeLabel[];
}

const WIDEST = 32_767;
/** A segment takes 252 bytes in the count of segments and holds 255: so does SPSS. */
export const [SEGMENT_SHARE, SEGMENT_BYTES] = [252, 255];
/** SPSS knows a missing text by its first bytes. */
const MISSING_BYTES = 8;
/** Digits of an integer of 64 bits with its sign: a double would round it. */
const LONG_BYTES = 20;
const RESERVED = new Set(['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH']);

/**
 * Columns as variables of SPSS.
 * @throws FormatError naming a column whose name SPSS refuses or takes for another's, a text that was not measured or is
 * wider than 32,767 bytes, more than three missing codes, or one of a text above eight bytes.
 */
export function savVariables(columns: readonly FileColumn[]): SavVariable[] {
  const names = new Set<string>();
  let index = 1;
  let segment = 0;
  return columns.map((column) => {
    checkName(column.name, names);
    const width = widthOf(column);
    const count = width > SEGMENT_BYTES ? Math.ceil(width / SEGMENT_SHARE) : 1;
    const segments = Array.from({ length: count }, () => `V${(segment += 1).toString(36).toUpperCase()}`);
    const variable = { column, segments, width, elements: elementsOf(width), index, ...labelsOf(column) };
    index += variable.elements;
    return variable;
  });
}

function checkName(name: string, names: Set<string>): void {
  const upper = name.toUpperCase();
  if (!/^[A-Za-z@][A-Za-z0-9._@#$]{0,63}$/.test(name) || name.endsWith('.') || RESERVED.has(upper))
    throw new FormatError(name, 'SPSS takes names of 1 to 64 letters, digits and . _ @ # $, beginning with a letter');
  if (names.has(upper)) throw new FormatError(name, 'SPSS takes it for another column: case does not tell names apart');
  names.add(upper);
}

function widthOf({ name, type, bytes }: FileColumn): number {
  if (type === 'long') return LONG_BYTES;
  if (type !== 'text') return 0;
  if (bytes === undefined) throw new FormatError(name, 'its widest text was not measured');
  if (bytes > WIDEST) throw new FormatError(name, `texts of ${bytes} bytes; SPSS takes ${WIDEST}`);
  return Math.max(bytes, 1);
}

/** Eight-byte elements that a value of this width takes. */
export function elementsOf(width: number): number {
  if (width === 0) return 1;
  if (width <= SEGMENT_BYTES) return Math.ceil(width / 8);
  const full = Math.ceil(width / SEGMENT_SHARE) - 1;
  return full * 32 + Math.ceil((width - full * SEGMENT_SHARE) / 8);
}

const YES_NO: readonly CodeLabel[] = [
  { value: 0, label: 'no' },
  { value: 1, label: 'yes' },
];

function labelsOf({ name, type, codes = [], missing = [] }: FileColumn): Pick<SavVariable, 'codes' | 'missing'> {
  const isText = type === 'text' || type === 'long';
  if (missing.length > 3) throw new FormatError(name, `${missing.length} missing codes; SPSS takes three`);
  const wrong = [...codes, ...missing].find(({ value }) => (typeof value === 'string') !== isText);
  if (wrong !== undefined && type !== 'long') throw new FormatError(name, `a code is no ${isText ? 'text' : 'number'}`);
  const widest = Math.max(0, ...missing.map(({ value }) => new TextEncoder().encode(String(value)).length));
  if (isText && widest > MISSING_BYTES)
    throw new FormatError(name, `a missing code of ${widest} bytes; SPSS compares ${MISSING_BYTES}`);
  return { codes: [...(type === 'boolean' && codes.length === 0 ? YES_NO : codes), ...missing], missing };
}
