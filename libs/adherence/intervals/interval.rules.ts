import { AdherenceDefinitionError, fromIssue } from '../definition.parser.ts';
import { type DefinitionError, findOversized } from '../definition.limits.ts';
import { intervalRuleErrors } from './interval.checks.ts';
import { IntervalRules, type IntervalRulesInput } from './interval.schema.ts';

export type ParsedIntervalRules =
  | { readonly ok: true; readonly rules: IntervalRules }
  | { readonly ok: false; readonly errors: readonly DefinitionError[] };

/** Reads rules for closing intervals that stand outside of a definition. Every error names its field. */
export function parseIntervalRules(input: unknown): ParsedIntervalRules {
  const oversized = findOversized(input);
  if (oversized !== null) return { ok: false, errors: [oversized] };
  const parsed = IntervalRules.safeParse(input);
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.flatMap(fromIssue).slice(0, 25) };
  const errors = intervalRuleErrors([], parsed.data);
  return errors.length === 0 ? { ok: true, rules: parsed.data } : { ok: false, errors };
}

/** Rules written in code, checked as if they had come from outside. @throws AdherenceDefinitionError */
export function defineIntervals(input: IntervalRulesInput): IntervalRules {
  const parsed = parseIntervalRules(input);
  if (!parsed.ok) throw new AdherenceDefinitionError(parsed.errors);
  return parsed.rules;
}

/**
 * Session to session for studies that say nothing else: from one held session to the next, at most four weeks, a cancelled or
 * missed one in between notwithstanding; weeks for those who have no sessions.
 */
export const sessionToSession = defineIntervals({
  opens: { kind: 'held-session' },
  atMostDays: 28,
  withoutSessions: { everyDays: 7 },
});
