import type { Condition } from '../format/expression.schema.ts';
import type { AnswerValue } from './answers.values.ts';

/** What a condition may ask about: the answer to a field in sight, or undefined. */
export type AnswerLookup = (field: string) => AnswerValue | undefined;

/** Whether the condition holds. Total: what was not answered meets nothing but `not`. */
export function holds(condition: Condition, answerTo: AnswerLookup): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(part, answerTo));
    case 'any':
      return condition.of.some((part) => holds(part, answerTo));
    case 'not':
      return !holds(condition.of, answerTo);
    case 'answered':
      return isAnswer(answerTo(condition.field));
    case 'equals':
      return answerTo(condition.field) === condition.value;
    case 'includes': {
      const answer = answerTo(condition.field);
      return Array.isArray(answer) && answer.some((entry) => entry === condition.value);
    }
    case 'at-least': {
      const answer = answerTo(condition.field);
      return typeof answer === 'number' && answer >= condition.value;
    }
    case 'at-most': {
      const answer = answerTo(condition.field);
      return typeof answer === 'number' && answer <= condition.value;
    }
  }
}

/** Whether anything was answered: blank text, no rows and an empty sheet are no answer. */
export function isAnswer(value: AnswerValue | undefined): value is AnswerValue {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'number') return true;
  if ('strokes' in value) return value.strokes.length > 0 || (value.description ?? '').trim() !== '';
  return value.some((entry: unknown) => typeof entry === 'string' || Object.keys(entry ?? {}).length > 0);
}

/** Every field a condition asks about, once each. */
export function fieldsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(fieldsOf))];
    case 'not':
      return fieldsOf(condition.of);
    case 'answered':
    case 'equals':
    case 'includes':
    case 'at-least':
    case 'at-most':
      return [condition.field];
  }
}
