import type { Calculation, Operand } from '../format/expression.schema.ts';
import type { AnswerValue, ComputedValue } from './answers.values.ts';
import { type AnswerLookup, isAnswer } from './condition.evaluation.ts';

/** Makes the calculation over the answers in sight. Total: null with a reason where there is no value. */
export function calculate(calculation: Calculation, answerTo: AnswerLookup): ComputedValue {
  switch (calculation.kind) {
    case 'count':
      return { value: calculation.of.flatMap((operand) => entries(operand, answerTo)).length };
    case 'difference':
      return difference(calculation, answerTo);
    case 'sum':
    case 'mean':
    case 'least':
    case 'greatest':
      return aggregate(calculation, answerTo);
  }
}

function aggregate(
  { kind, of, missing }: Extract<Calculation, { kind: 'sum' | 'mean' | 'least' | 'greatest' }>,
  answerTo: AnswerLookup,
): ComputedValue {
  const found = of.map((operand) => ({ operand, numbers: numbersOf(operand, answerTo) }));
  const absent = found.find(({ numbers }) => numbers.length === 0);
  if (missing === 'refuse' && absent !== undefined) return none(`${named(absent.operand)} has no number`);
  const numbers = found.flatMap((each) => each.numbers);
  if (numbers.length === 0) return none('nothing has been answered');
  switch (kind) {
    case 'sum':
      return some(total(numbers));
    case 'mean':
      return some(total(numbers) / numbers.length);
    case 'least':
      return some(Math.min(...numbers));
    case 'greatest':
      return some(Math.max(...numbers));
  }
}

function difference(
  { from, subtract }: Extract<Calculation, { kind: 'difference' }>,
  answerTo: AnswerLookup,
): ComputedValue {
  const minuend = numbersOf(from, answerTo);
  const subtrahend = numbersOf(subtract, answerTo);
  if (minuend.length === 0) return none(`${named(from)} has no number`);
  if (subtrahend.length === 0) return none(`${named(subtract)} has no number`);
  return some(total(minuend) / minuend.length - total(subtrahend) / subtrahend.length);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const none = (reason: string): ComputedValue => ({ value: null, reason });
const some = (value: number): ComputedValue => (Number.isFinite(value) ? { value } : none('the numbers are too large'));
const named = ({ field, column }: Operand): string => (column === undefined ? field : `${field}.${column}`);

function numbersOf(operand: Operand, answerTo: AnswerLookup): number[] {
  return entries(operand, answerTo).filter((entry) => typeof entry === 'number');
}

/** The answers an operand names: one, or a column's, or the rows and ticks of a list. */
function entries({ field, column }: Operand, answerTo: AnswerLookup): unknown[] {
  const answer: AnswerValue | undefined = answerTo(field);
  if (!isAnswer(answer)) return [];
  if (!Array.isArray(answer)) return [answer];
  const listed = answer.filter((entry: unknown) => typeof entry === 'string' || Object.keys(entry ?? {}).length > 0);
  if (column === undefined) return listed;
  return listed.flatMap((row) => cell(row, column));
}

function cell(row: unknown, column: string): unknown[] {
  if (typeof row !== 'object' || row === null) return [];
  const value: unknown = Object.entries(row).find(([name]) => name === column)?.[1];
  return value === undefined ? [] : [value];
}
