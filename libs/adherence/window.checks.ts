import type { AdherenceDefinition } from './definition.schema.ts';
import { type DefinitionError, refusal } from './definition.limits.ts';
import { entry } from './definition.units.ts';
import { intervalRuleErrors } from './intervals/interval.checks.ts';
import type { QuantityDefinition } from './quantity.schema.ts';
import type { DaysWindow, PeriodsWindow, WindowDefinition } from './window.schema.ts';

/** Refuses windows that run backwards, never close or overlap, and quantities whose window cannot serve them. */
export function windowErrors(definition: AdherenceDefinition): DefinitionError[] {
  return [
    ...Object.entries(definition.windows).flatMap(([name, window]) => errorsOfWindow(['windows', name], window)),
    ...severalCuts(definition),
    ...Object.entries(definition.quantities).flatMap(([name, quantity]) => errorsOfUse(definition, name, quantity)),
  ];
}

/** Interval k must be one thing within a definition. */
function severalCuts({ windows }: AdherenceDefinition): DefinitionError[] {
  const [first, ...others] = Object.entries(windows).filter(([, { kind }]) => kind === 'intervals');
  return others.map(([name]) =>
    refusal(
      ['windows', name],
      `cuts the same time a second time, overlapping '${first?.[0] ?? ''}': a definition has one window of kind 'intervals'`,
    ),
  );
}

function errorsOfWindow(path: readonly string[], window: WindowDefinition): DefinitionError[] {
  switch (window.kind) {
    case 'record':
      return [];
    case 'days':
      return errorsOfDays(path, window);
    case 'periods':
      return errorsOfPeriods(path, window);
    case 'intervals':
      return intervalRuleErrors(path, window);
  }
}

function errorsOfDays(path: readonly string[], window: DaysWindow): DefinitionError[] {
  if (window.to === 'open') {
    if (window.settledAfter === undefined) {
      return [
        refusal(
          [...path, 'to'],
          'never closes: give a last day, or settledAfter, the day after which the answer stands',
        ),
      ];
    }
    if (window.settledAfter < window.from)
      return [refusal([...path, 'settledAfter'], `is before the first day, ${window.from}`)];
    return [];
  }
  if (window.settledAfter !== undefined) return [refusal([...path, 'settledAfter'], 'belongs to an open window only')];
  return window.to < window.from ? [refusal([...path, 'to'], `is before the first day, ${window.from}`)] : [];
}

function errorsOfPeriods(path: readonly string[], { periods }: PeriodsWindow): DefinitionError[] {
  return periods.flatMap((period, i) => {
    const here = [...path, 'periods', i];
    if (period.to < period.from) return [refusal([...here, 'to'], `is before the first day, ${period.from}`)];
    const before = periods[i - 1];
    if (before === undefined || period.from > before.to) return [];
    return [refusal([...here, 'from'], `overlaps or precedes the period before it, which ends on day ${before.to}`)];
  });
}

function errorsOfUse(definition: AdherenceDefinition, name: string, quantity: QuantityDefinition): DefinitionError[] {
  if (!('window' in quantity)) return [];
  const path = ['quantities', name, 'window'];
  const window = entry(definition.windows, quantity.window);
  if (window === undefined) {
    return [
      refusal(
        path,
        `names the window '${quantity.window}', which is not defined; defined: ${list(definition.windows)}`,
      ),
    ];
  }
  const fault = misuse(quantity, window);
  return fault === null ? [] : [refusal(path, `'${quantity.window}' ${fault}`)];
}

/** Why a window cannot serve a quantity; null when it can. */
function misuse(quantity: QuantityDefinition, window: WindowDefinition): string | null {
  if (quantity.kind === 'periods-met') {
    if (window.kind === 'intervals') return null;
    if (window.kind !== 'periods') return "must be a window of kind 'periods' or 'intervals'";
    if (quantity.measure === 'active-days' && window.periods.some((p) => p.to - p.from + 1 < quantity.atLeast)) {
      return `has a period shorter than the ${quantity.atLeast} days asked of each`;
    }
    return null;
  }
  if (window.kind === 'periods') return "is of kind 'periods', which serves periods-met only";
  if (quantity.kind === 'active-day-share' && window.kind !== 'intervals') {
    const closed = window.kind === 'days' && window.to !== 'open' && window.anchor !== 'assignment';
    return closed
      ? null
      : 'must be a closed window of days since enrolment or first attempt, or of intervals: a share of days needs a number of days';
  }
  if (
    quantity.kind === 'active-days' &&
    window.kind === 'days' &&
    window.anchor === 'assignment' &&
    window.days === 'elapsed'
  ) {
    return 'counts 24-hour blocks that begin with each assignment; they cannot be counted together. Use calendar days';
  }
  if (
    (quantity.kind === 'first-day' || quantity.kind === 'last-day') &&
    (window.kind === 'record' || window.kind === 'intervals')
  )
    return 'has no day 0 to count from';
  return null;
}

export function list(entries: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(entries);
  return names.length === 0 ? 'none' : names.slice(0, 12).join(', ');
}
