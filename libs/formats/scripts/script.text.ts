import { type DescribedCode, type DescribedTable, type Variable, wordsIn } from '../description/dataset.description.ts';

/** Where a script is made from. */
export interface ScriptSource {
  readonly table: DescribedTable;
  /** Of the labels. */
  readonly language: string;
}

/** For programs that want the width of a text beforehand. */
export interface MeasuredSource extends ScriptSource {
  /** Bytes of the longest text of each column, from `measure`; 400 for one that is not there. */
  readonly bytes: Readonly<Record<string, number>>;
}

/** A label as one line: whatever space or line end it holds is one space. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** At most so many bytes of UTF-8, never half a character. */
export function cutBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > most) return kept;
    kept += character;
  }
  return kept;
}

/** The label with its unit, as the .sav file has it. */
export function labelOf({ label, unit }: Variable, language: string): string {
  const text = oneLine(wordsIn(label, language));
  return unit === undefined ? text : `${text} [${unit}]`;
}

export interface PlainCode {
  readonly value: string | number;
  readonly label: string;
}

const plain = ({ value, label }: DescribedCode, language: string): PlainCode => ({
  value,
  label: oneLine(wordsIn(label, language)),
});

/** Codes and missing codes with labels of one line. */
export function codesOf({ codes = [], missing = [] }: Variable, language: string) {
  return {
    codes: codes.map((code) => plain(code, language)),
    missing: missing.map((code) => plain(code, language)),
  };
}

/** Whether the column is a number to statistics programs: integers of 64 bits are text, which keeps their digits. */
export const isNumeric = ({ type }: Variable): boolean => type === 'integer' || type === 'number';
export const isText = ({ type }: Variable): boolean => type === 'text' || type === 'long';
