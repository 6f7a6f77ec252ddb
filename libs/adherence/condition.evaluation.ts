import type { ConditionDefinition, LeafDefinition } from './condition.schema.ts';
import type { Range } from './measures/measure.ts';

/** `unknown` where the facts allow both. */
export type Verdict = true | false | 'unknown';

/** A condition of the definition with its answer; the tree has the shape of the definition's. */
export interface ConditionResult {
  readonly path: string;
  readonly definition: ConditionDefinition;
  readonly met: Verdict;
  readonly parts: readonly ConditionResult[];
}

/** Answers a condition tree. `rangeOf` gives null for a quantity with nothing to measure, which leaves its comparison unknown. */
export function judge(
  condition: ConditionDefinition,
  rangeOf: (quantity: string) => Range | null,
  path = 'adherent',
): ConditionResult {
  const result = (met: Verdict, parts: readonly ConditionResult[] = []): ConditionResult => ({
    path,
    definition: condition,
    met,
    parts,
  });
  switch (condition.kind) {
    case 'all': {
      const parts = judgeEach(condition.conditions, rangeOf, path);
      return result(countMet(parts, parts.length), parts);
    }
    case 'any': {
      const parts = judgeEach(condition.conditions, rangeOf, path);
      return result(countMet(parts, 1), parts);
    }
    case 'at-least-of': {
      const parts = judgeEach(condition.conditions, rangeOf, path);
      return result(countMet(parts, condition.count), parts);
    }
    case 'not': {
      const part = judge(condition.condition, rangeOf, `${path}.condition`);
      return result(part.met === 'unknown' ? 'unknown' : !part.met, [part]);
    }
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than':
    case 'between': {
      const range = rangeOf(condition.quantity);
      return result(range === null ? 'unknown' : compareRange(condition, range));
    }
  }
}

function judgeEach(
  conditions: readonly ConditionDefinition[],
  rangeOf: (quantity: string) => Range | null,
  path: string,
): ConditionResult[] {
  return conditions.map((inner, i) => judge(inner, rangeOf, `${path}.conditions[${i}]`));
}

/** Kleene's logic for "at least `needed` of these": all of n, any = 1 of n. */
function countMet(parts: readonly ConditionResult[], needed: number): Verdict {
  const met = parts.filter((part) => part.met === true).length;
  const open = parts.filter((part) => part.met === 'unknown').length;
  if (met >= needed) return true;
  return met + open < needed ? false : 'unknown';
}

function compareRange(leaf: LeafDefinition, { low, high }: Range): Verdict {
  switch (leaf.kind) {
    case 'at-least':
      return decided(low >= leaf.threshold, high < leaf.threshold);
    case 'at-most':
      return decided(high <= leaf.threshold, low > leaf.threshold);
    case 'more-than':
      return decided(low > leaf.threshold, high <= leaf.threshold);
    case 'less-than':
      return decided(high < leaf.threshold, low >= leaf.threshold);
    case 'between':
      return decided(low >= leaf.low && high <= leaf.high, high < leaf.low || low > leaf.high);
  }
}

const decided = (surely: boolean, surelyNot: boolean): Verdict => (surely ? true : surelyNot ? false : 'unknown');
