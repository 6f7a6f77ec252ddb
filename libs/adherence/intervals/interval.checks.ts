import { type DefinitionError, refusal } from '../definition.limits.ts';
import type { EndingRule, IntervalRules } from './interval.schema.ts';

/** What the shape of the rules cannot say: that every interval closes, and that none runs into another. */
export function intervalRuleErrors(path: readonly PropertyKey[], rules: IntervalRules): DefinitionError[] {
  const { opens, atMostDays } = rules;
  if (opens.kind === 'calendar') return calendarErrors(path, rules, opens.everyDays);
  if (atMostDays === undefined) {
    return [
      refusal(
        [...path, 'atMostDays'],
        `is missing: an interval after which nothing follows never closes. Say after how many days it does`,
      ),
    ];
  }
  return [
    ...endingErrors([...path, 'dropOut'], rules.dropOut, atMostDays),
    ...endingErrors([...path, 'lastInterval'], rules.lastInterval, atMostDays),
    ...(opens.kind === 'module' ? sessionOnlyErrors(path, rules) : []),
  ];
}

function endingErrors(path: readonly PropertyKey[], rule: EndingRule, atMost: number): DefinitionError[] {
  if (rule.kind !== 'after' || rule.days <= atMost) return [];
  return [refusal([...path, 'days'], `is ${rule.days}, but no interval is longer than ${atMost} days`)];
}

function calendarErrors(path: readonly PropertyKey[], rules: IntervalRules, everyDays: number): DefinitionError[] {
  return [
    ...(rules.atMostDays === undefined
      ? []
      : [refusal([...path, 'atMostDays'], `has no place here: calendar intervals last ${everyDays} days`)]),
    ...endingErrors([...path, 'dropOut'], rules.dropOut, everyDays),
    ...endingErrors([...path, 'lastInterval'], rules.lastInterval, everyDays),
    ...sessionOnlyErrors(path, rules),
  ];
}

function sessionOnlyErrors(path: readonly PropertyKey[], rules: IntervalRules): DefinitionError[] {
  const misplaced = [
    rules.cancelledSession === 'closes' ? 'cancelledSession' : null,
    rules.missedSession === 'closes' ? 'missedSession' : null,
    rules.withoutSessions === undefined ? null : 'withoutSessions',
  ];
  return misplaced.flatMap((field) =>
    field === null
      ? []
      : [refusal([...path, field], 'bears on intervals between sessions only: opens.kind is not a session')],
  );
}
