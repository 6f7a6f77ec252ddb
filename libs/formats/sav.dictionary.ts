/** The part of an SPSS system file before its data, after GNU PSPP's description of the format. */
import type { CodeLabel } from './file.column.ts';
import { GrowingBytes } from './growing.bytes.ts';
import { elementsOf, SEGMENT_BYTES, SEGMENT_SHARE, type SavVariable } from './sav.variables.ts';

const [PRODUCT, BIAS] = ['@(#) SPSS DATA FILE intersession', 100];
const [FORMAT_TEXT, FORMAT_NUMBER, FORMAT_DATE] = [1, 5, 39];
/** System-missing, and the ends of the range that SPSS calls HIGHEST and LOWEST. */
export const SYSTEM_MISSING = -Number.MAX_VALUE;
const LOWEST = -1.797_693_134_862_315_5e308;
const [LONGEST_LABEL, LONGEST_VALUE_LABEL] = [255, 120];

export interface SavHeader {
  readonly title: string;
  /** Cases of the file; −1 if it is not known. */
  readonly cases: number;
}

/** Header, variables, labels and the records that explain them. No clock is asked: files are made on 1 January 1970. */
export function savDictionary(variables: readonly SavVariable[], header: SavHeader): Uint8Array {
  const bytes = new GrowingBytes();
  writeHeader(bytes, variables, header);
  for (const variable of variables) writeVariable(bytes, variable);
  for (const variable of variables) if (variable.width <= 8) writeValueLabels(bytes, variable);
  writeMachine(bytes);
  writeDisplay(bytes, variables);
  writeNames(bytes, variables);
  writeLongText(bytes, variables);
  extension(bytes, 20, 1, text('UTF-8'));
  bytes.int32(999, 0);
  return bytes.take();
}

function writeHeader(bytes: GrowingBytes, variables: readonly SavVariable[], { title, cases }: SavHeader): void {
  bytes.text('$FL2', 4);
  bytes.text(PRODUCT, 60);
  bytes.int32(
    2,
    variables.reduce((sum, { elements }) => sum + elements, 0),
    1,
    0,
    cases,
  );
  bytes.float64(BIAS);
  bytes.text('01 Jan 70', 9);
  bytes.text('00:00:00', 8);
  bytes.text(title, 64);
  bytes.text('', 3);
}

/** Widths of the segments as the format states them. */
function segmentWidths({ width, segments }: SavVariable): number[] {
  return segments.map((_, index) =>
    index < segments.length - 1
      ? SEGMENT_BYTES
      : width - (segments.length - 1) * (segments.length > 1 ? SEGMENT_SHARE : 0),
  );
}

function writeVariable(bytes: GrowingBytes, variable: SavVariable): void {
  const { column, segments, missing } = variable;
  segmentWidths(variable).forEach((width, index) => {
    const isFirst = index === 0;
    const codes = isFirst && variable.width <= 8 ? missing : [];
    const format = formatOf(column.type, width);
    bytes.int32(2, width, isFirst ? 1 : 0, codes.length, format, format);
    bytes.text(segments[index] ?? '', 8);
    if (isFirst) writeLabel(bytes, column.unit === undefined ? column.label : `${column.label} [${column.unit}]`);
    for (const { value } of codes) writeValue(bytes, value);
    for (let more = 1; more < elementsOf(width); more += 1) {
      bytes.int32(2, -1, 0, 0, 0, 0);
      bytes.text('', 8);
    }
  });
}

function formatOf(type: SavVariable['column']['type'], width: number): number {
  if (width > 0) return (FORMAT_TEXT << 16) | (width << 8);
  if (type === 'date') return (FORMAT_DATE << 16) | (10 << 8);
  return type === 'number' ? (FORMAT_NUMBER << 16) | (12 << 8) | 4 : (FORMAT_NUMBER << 16) | (11 << 8);
}

function writeLabel(bytes: GrowingBytes, label: string): void {
  const encoded = text(label, LONGEST_LABEL);
  bytes.int32(encoded.length);
  bytes.copy(encoded);
  bytes.text('', (4 - (encoded.length % 4)) % 4);
}

function writeValue(bytes: GrowingBytes, value: CodeLabel['value']): void {
  if (typeof value === 'number') bytes.float64(value);
  else bytes.text(value, 8);
}

function writeValueLabels(bytes: GrowingBytes, { codes, index }: SavVariable): void {
  if (codes.length === 0) return;
  bytes.int32(3, codes.length);
  for (const { value, label } of codes) {
    writeValue(bytes, value);
    const encoded = text(label, LONGEST_VALUE_LABEL);
    bytes.byte(encoded.length);
    bytes.copy(encoded);
    bytes.text('', (8 - ((encoded.length + 1) % 8)) % 8);
  }
  bytes.int32(4, 1, index);
}

function extension(bytes: GrowingBytes, subtype: number, size: number, content: Uint8Array): void {
  bytes.int32(7, subtype, size, content.length / size);
  bytes.copy(content);
}

function built(write: (content: GrowingBytes) => void): Uint8Array {
  const content = new GrowingBytes();
  write(content);
  return content.take();
}

/** Version, IEEE 754, little-endian, UTF-8; then the special numbers. */
function writeMachine(bytes: GrowingBytes): void {
  extension(
    bytes,
    3,
    4,
    built((content) => content.int32(25, 0, 0, -1, 1, 1, 2, 65_001)),
  );
  extension(
    bytes,
    4,
    8,
    built((content) => [SYSTEM_MISSING, Number.MAX_VALUE, LOWEST].forEach((value) => content.float64(value))),
  );
}

/** Measure (1 nominal, 3 scale), width and alignment (0 left, 1 right) of each segment. */
function writeDisplay(bytes: GrowingBytes, variables: readonly SavVariable[]): void {
  const content = built((own) => {
    for (const variable of variables)
      for (const width of segmentWidths(variable)) {
        const isNominal = width > 0 || variable.codes.length > variable.missing.length;
        own.int32(isNominal ? 1 : 3, width > 0 ? Math.min(Math.max(width, 8), 40) : 11, width > 0 ? 0 : 1);
      }
  });
  extension(bytes, 11, 4, content);
}

function writeNames(bytes: GrowingBytes, variables: readonly SavVariable[]): void {
  const names = variables.map(({ segments, column }) => `${segments[0] ?? ''}=${column.name}`);
  extension(bytes, 13, 1, text(names.join('\t')));
  const long = variables.filter(({ segments }) => segments.length > 1);
  if (long.length === 0) return;
  const widths = long.map(({ segments, width }) => `${segments[0] ?? ''}=${String(width).padStart(5, '0')}\0\t`);
  extension(bytes, 14, 1, text(widths.join('')));
}

/** Labels and missing codes of texts above eight bytes have records of their own, by the full name. */
function writeLongText(bytes: GrowingBytes, variables: readonly SavVariable[]): void {
  const wide = variables.filter(({ width }) => width > 8);
  const labels = built((content) => {
    for (const { column, width, codes } of wide.filter((variable) => variable.codes.length > 0)) {
      counted(content, text(column.name));
      content.int32(width, codes.length);
      for (const { value, label } of codes) {
        const encoded = text(String(value));
        content.int32(width);
        content.copy(encoded);
        content.text('', width - encoded.length);
        counted(content, text(label, LONGEST_VALUE_LABEL));
      }
    }
  });
  if (labels.length > 0) extension(bytes, 21, 1, labels);
  const missing = built((content) => {
    for (const { column, missing: codes } of wide.filter((variable) => variable.missing.length > 0)) {
      counted(content, text(column.name));
      content.byte(codes.length);
      content.int32(8);
      for (const { value } of codes) content.text(String(value), 8);
    }
  });
  if (missing.length > 0) extension(bytes, 22, 1, missing);
}

function counted(content: GrowingBytes, encoded: Uint8Array): void {
  content.int32(encoded.length);
  content.copy(encoded);
}

/** UTF-8, at most so many bytes, never half a character. */
function text(value: string, most = Infinity): Uint8Array {
  const encoded = new TextEncoder().encode(value);
  if (encoded.length <= most) return encoded;
  let end = most;
  while (end > 0 && ((encoded[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return encoded.subarray(0, end);
}
