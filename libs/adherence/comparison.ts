import type { ConditionResult } from './condition.evaluation.ts';
import type { AdherenceDefinition } from './definition.schema.ts';
import { type Evaluation, type Working, workOut } from './definition.evaluation.ts';
import { entry } from './definition.units.ts';
import { conditionWords, showQuantity } from './explanation.ts';
import { verdictWords } from './explanation.words.ts';
import type { EvaluationOptions } from './facts.index.ts';
import type { AdherenceFacts } from './facts.schema.ts';

/** A clause that made a verdict what it is, and what the other definition has in its place. */
export interface DecidingClause {
  readonly definition: 'a' | 'b';
  readonly path: string;
  readonly name: string | null;
  readonly met: ConditionResult['met'];
  readonly text: string;
  /** `same`: the other asks the same, word for word. `other-threshold`: of the same quantity, something else. `absent`: nothing like it. */
  readonly counterpart: 'same' | 'other-threshold' | 'absent';
}

/** Whether two definitions differ on one participant, and which clauses make the difference. */
export interface Comparison {
  readonly participantId: string;
  readonly a: Evaluation;
  readonly b: Evaluation;
  readonly verdictsDiffer: boolean;
  readonly valuesDiffer: boolean;
  /** The clauses that decide, without those both definitions share. Empty when the verdicts agree. */
  readonly deciding: readonly DecidingClause[];
  readonly text: string;
}

/** Compares two definitions on the facts of one participant. Throws as `evaluate` does. */
export function compare(
  a: AdherenceDefinition,
  b: AdherenceDefinition,
  facts: AdherenceFacts,
  options: EvaluationOptions = {},
): Comparison {
  const left = workOut(a, facts, options);
  const right = workOut(b, facts, options);
  const verdictsDiffer = left.evaluation.adherent !== right.evaluation.adherent;
  const valuesDiffer =
    left.evaluation.value !== right.evaluation.value || left.evaluation.unit !== right.evaluation.unit;
  const deciding = verdictsDiffer ? [...decidingClauses('a', left, right), ...decidingClauses('b', right, left)] : [];
  const comparison = {
    participantId: facts.participantId,
    a: left.evaluation,
    b: right.evaluation,
    verdictsDiffer,
    valuesDiffer,
    deciding,
  };
  return { ...comparison, text: comparisonText(left, right, comparison) };
}

function decidingClauses(side: 'a' | 'b', own: Working, other: Working): DecidingClause[] {
  if (own.condition === null) return [];
  const theirs = other.condition === null ? [] : leaves(other.condition);
  return decisive(own.condition)
    .map((result) => ({
      definition: side,
      path: result.path,
      name: result.definition.name ?? null,
      met: result.met,
      text: conditionWords(own, result),
      counterpart: counterpartOf(own, result, other, theirs),
    }))
    .filter(({ counterpart }) => counterpart !== 'same');
}

/** The comparisons that a verdict rests on: of a failed `all` those that failed, of a met `any` those that are met. */
function decisive(result: ConditionResult): ConditionResult[] {
  if (result.parts.length === 0) return [result];
  if (result.definition.kind === 'not') return result.parts.flatMap(decisive);
  return result.parts.filter((part) => part.met === result.met).flatMap(decisive);
}

function leaves(result: ConditionResult): ConditionResult[] {
  return result.parts.length === 0 ? [result] : result.parts.flatMap(leaves);
}

function counterpartOf(
  own: Working,
  result: ConditionResult,
  other: Working,
  theirs: readonly ConditionResult[],
): DecidingClause['counterpart'] {
  const mine = meaning(own.definition, result);
  const others = theirs.map((leaf) => meaning(other.definition, leaf));
  if (others.some(({ quantity, asked }) => quantity === mine.quantity && asked === mine.asked)) return 'same';
  return others.some(({ quantity }) => quantity === mine.quantity) ? 'other-threshold' : 'absent';
}

/** What a comparison asks, with every name replaced by what it stands for, so that two definitions can be held together. */
function meaning(
  definition: AdherenceDefinition,
  { definition: leaf }: ConditionResult,
): { quantity: string; asked: string } {
  if (!('quantity' in leaf)) return { quantity: '', asked: leaf.kind };
  const asked = leaf.kind === 'between' ? [leaf.kind, leaf.low, leaf.high] : [leaf.kind, leaf.threshold];
  return {
    quantity: JSON.stringify([spelledOut(definition, leaf.quantity), definition.log]),
    asked: JSON.stringify(asked),
  };
}

function spelledOut(definition: AdherenceDefinition, name: string): unknown {
  const quantity = entry(definition.quantities, name);
  if (quantity === undefined) return null;
  if ('window' in quantity)
    return { ...quantity, called: undefined, window: entry(definition.windows, quantity.window) };
  if (quantity.kind === 'weighted-mean') {
    return {
      ...quantity,
      called: undefined,
      parts: quantity.parts.map((p) => [p.weight, spelledOut(definition, p.quantity)]),
    };
  }
  if (quantity.kind === 'sum')
    return { ...quantity, called: undefined, of: quantity.of.map((part) => spelledOut(definition, part)) };
  if (quantity.kind === 'dichotomy') return { ...quantity, called: undefined, of: spelledOut(definition, quantity.of) };
  const over = typeof quantity.over === 'string' ? spelledOut(definition, quantity.over) : quantity.over;
  return { ...quantity, called: undefined, of: spelledOut(definition, quantity.of), over };
}

function comparisonText(
  left: Working,
  right: Working,
  { participantId, verdictsDiffer, valuesDiffer, deciding }: Omit<Comparison, 'text'>,
): string {
  const said = ({ definition, evaluation }: Working): string =>
    `${definition.id} says ${verdictWords(evaluation.adherent)}`;
  const values = valuesDiffer
    ? ` The values differ: ${showQuantity(left, left.definition.value)}, against ${showQuantity(right, right.definition.value)}.`
    : '';
  if (!verdictsDiffer)
    return `Participant ${participantId}: both say ${verdictWords(left.evaluation.adherent)}.${values}`;
  const reasons = deciding.map((clause) => {
    const [own, other] = clause.definition === 'a' ? [left, right] : [right, left];
    const lacks =
      clause.counterpart === 'absent'
        ? `${other.definition.id} has no such clause`
        : `${other.definition.id} asks for something else there`;
    return `${own.definition.id}: ${clause.text} (${lacks}).`;
  });
  const why = reasons.length === 0 ? '' : ` What decides it: ${reasons.join(' ')}`;
  return `Participant ${participantId}: ${said(left)}, ${said(right)}.${why}${values}`;
}
