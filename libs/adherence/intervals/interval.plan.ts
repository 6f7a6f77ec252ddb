import { defineAdherence } from '../definition.parser.ts';
import type { AdherenceDefinition } from '../definition.schema.ts';
import { entry } from '../definition.units.ts';
import { leavesOf } from '../definition.checks.ts';
import type { EvaluationOptions } from '../facts.index.ts';
import { partsOf } from '../quantity.checks.ts';
import { type MetricChoices, metricName, metricQuantities } from './interval.metrics.ts';
import { sessionToSession } from './interval.rules.ts';
import type { IntervalRules } from './interval.schema.ts';

export interface IntervalOptions extends EvaluationOptions {
  /** How time is cut. The definition's `intervals` window when left out; without one, `sessionToSession`. */
  readonly rules?: IntervalRules;
  readonly metrics?: MetricChoices;
}

/** A definition made ready to be evaluated by interval, once for many people. */
export interface IntervalPlan {
  readonly definition: AdherenceDefinition;
  readonly rules: IntervalRules;
  readonly options: EvaluationOptions;
  readonly own: readonly string[];
  /** The standard metrics, as a definition of their own. */
  readonly standard: AdherenceDefinition;
  readonly judged: boolean;
}

/** Prepares `evaluateByInterval` for many people. @throws AdherenceDefinitionError */
export function planIntervals(definition: AdherenceDefinition, options: IntervalOptions = {}): IntervalPlan {
  const window = Object.values(definition.windows).find(({ kind }) => kind === 'intervals');
  const rules = options.rules ?? (window?.kind === 'intervals' ? window : sessionToSession);
  const own = Object.keys(definition.quantities).filter((name) => tellable(definition, name));
  const { adherent } = definition;
  return {
    definition,
    rules,
    options: options.future === undefined ? {} : { future: options.future },
    own,
    standard: defineAdherence({
      format: definition.format,
      id: 'standard-metrics',
      version: 1,
      title: 'Standard metrics',
      source: definition.source,
      log: definition.log,
      windows: { interval: { kind: 'intervals', ...cutOf(rules) } },
      quantities: metricQuantities('interval', options.metrics),
      value: metricName('quantityUnit', 'asAdjusted'),
    }),
    judged: adherent !== undefined && leavesOf(adherent, []).every(({ leaf }) => own.includes(leaf.quantity)),
  };
}

const cutOf = ({
  opens,
  atMostDays,
  cancelledSession,
  missedSession,
  afterEarlyClose,
  dropOut,
  lastInterval,
  withoutSessions,
}: IntervalRules): IntervalRules => ({
  opens,
  atMostDays,
  cancelledSession,
  missedSession,
  afterEarlyClose,
  dropOut,
  lastInterval,
  withoutSessions,
});

/** Whether a quantity says something of a single interval. Days since enrolment, and numbers of periods, do not. */
function tellable(definition: AdherenceDefinition, name: string): boolean {
  const quantity = entry(definition.quantities, name);
  if (quantity === undefined || quantity.kind === 'periods-met') return false;
  if (!('window' in quantity)) return partsOf(quantity).every((part) => tellable(definition, part.name));
  const kind = entry(definition.windows, quantity.window)?.kind;
  return kind === 'intervals' || kind === 'record';
}
