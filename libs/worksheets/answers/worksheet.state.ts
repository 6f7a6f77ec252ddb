import type { Field } from '../format/field.schema.ts';
import type { Worksheet } from '../format/worksheet.schema.ts';
import type { AnswerValue, AnswerValues, ComputedValue } from './answers.values.ts';
import { calculate } from './calculation.evaluation.ts';
import { holds, isAnswer } from './condition.evaluation.ts';

/** What a worksheet looks like over some answers: fields in sight, in order, and computed values. */
export interface WorksheetState {
  readonly visible: readonly Field[];
  readonly computed: Readonly<Record<string, ComputedValue>>;
  /** Required fields in sight without an answer. */
  readonly unanswered: readonly string[];
}

const NEVER_ANSWERED: ReadonlySet<string> = new Set(['information', 'demonstration', 'computed']);

/** Whether people answer this field; what they only read or what is computed is not asked. */
export const isAsked = (field: Field): boolean => !NEVER_ANSWERED.has(field.kind);

/** What is in sight, and what is computed. A hidden field counts as unanswered. Pure: the same in a browser and on a server. */
export function stateOf(worksheet: Pick<Worksheet, 'fields'>, values: AnswerValues): WorksheetState {
  const fields = new Map(worksheet.fields.map((field) => [field.id, field]));
  const answers = new Map(Object.entries(values));
  const sight = new Map<string, boolean>();
  const results = new Map<string, ComputedValue>();
  const isVisible = (field: Field): boolean => {
    const known = sight.get(field.id);
    if (known !== undefined) return known;
    // A loop cannot pass the parser; were there one, its fields would stay in sight.
    sight.set(field.id, true);
    const visible = field.showIf === undefined || holds(field.showIf, answerTo);
    sight.set(field.id, visible);
    return visible;
  };
  const answerTo = (id: string): AnswerValue | undefined => {
    const field = fields.get(id);
    if (field === undefined || !isVisible(field)) return undefined;
    return field.kind === 'computed' ? (resultOf(field).value ?? undefined) : answers.get(id);
  };
  const resultOf = (field: Extract<Field, { kind: 'computed' }>): ComputedValue => {
    const known = results.get(field.id);
    if (known !== undefined) return known;
    results.set(field.id, { value: null, reason: 'it depends on itself' });
    const result = calculate(field.value, answerTo);
    results.set(field.id, result);
    return result;
  };
  const visible = worksheet.fields.filter(isVisible);
  const computed = visible.flatMap((field) =>
    field.kind === 'computed' ? [[field.id, resultOf(field)] as const] : [],
  );
  const unanswered = visible.filter((field) => isRequired(field) && !isAnswer(answers.get(field.id)));
  return { visible, computed: Object.fromEntries(computed), unanswered: unanswered.map(({ id }) => id) };
}

const isRequired = (field: Field): boolean => 'required' in field && field.required;
