import type { AnswerFault, AnswerValue, CellValue } from './answers.values.ts';

/** What came of looking at one answer: a value, nothing (blank counts as not answered), or faults. */
export type Verdict<Value = AnswerValue> =
  { readonly value: Value } | { readonly blank: true } | { readonly faults: readonly AnswerFault[] };

export const BLANK = { blank: true } as const;

export function faulty(path: string, code: AnswerFault['code'], message: string): { faults: readonly AnswerFault[] } {
  return { faults: [{ path, code, message }] };
}

export const wrongKind = (path: string, wanted: string) => faulty(path, 'WrongKind', `must be ${wanted}`);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type CellVerdict = Verdict<CellValue>;
