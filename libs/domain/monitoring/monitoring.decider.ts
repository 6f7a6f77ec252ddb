import { z } from 'zod';
import { type Decider, type Decision, type Given, type Refusal, refuse } from '../kernel/decider.ts';
import { id } from '../kernel/primitives.ts';
import { type MonitoringEvent, monitoringEvents, monitoringUpcasts } from './monitoring.events.ts';

const study = { studyId: id };
const told = monitoringEvents;
export const monitoringCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PublishReminderPolicy'), ...study, ...told.ReminderPolicyPublished.data.shape }),
  z.strictObject({ type: z.literal('PublishDutyRota'), ...study, ...told.DutyRotaPublished.data.shape }),
  z.strictObject({ type: z.literal('SwitchOnSafetyRule'), ...study, ...told.SafetyRuleSwitchedOn.data.shape }),
  z.strictObject({ type: z.literal('SwitchOffSafetyRule'), ...study, ...told.SafetyRuleSwitchedOff.data.shape }),
  z.strictObject({ type: z.literal('SwitchOnDataCheck'), ...study, ...told.DataCheckSwitchedOn.data.shape }),
  z.strictObject({ type: z.literal('SwitchOffDataCheck'), ...study, ...told.DataCheckSwitchedOff.data.shape }),
]);
export type MonitoringCommand = z.infer<typeof monitoringCommands>;

export interface MonitoringState {
  readonly policyVersion: number;
  readonly rotaVersion: number;
  /** Rule → the version that raises alerts now. */
  readonly rules: ReadonlyMap<string, number>;
  /** Data check → the version that opens queries now, and whether of history too. */
  readonly checks: ReadonlyMap<string, string>;
}

/** Above this many alerts a person nobody reads them any more: the rule is refined before it is switched on. */
const MOST_ALERTS_PER_PERSON = 20;

function decide(command: MonitoringCommand, state: MonitoringState, given: Given): Decision<MonitoringEvent> {
  if (!given.study.registered) return refuse('StudyNotRegistered', { studyId: command.studyId });
  switch (command.type) {
    case 'PublishReminderPolicy': {
      const { version, policy, reason } = command;
      const problem = orderProblem(version, state.policyVersion);
      return problem ?? [{ type: 'ReminderPolicyPublished', data: { version, policy, reason } }];
    }
    case 'PublishDutyRota': {
      const { version, rota, reason } = command;
      const problem = orderProblem(version, state.rotaVersion);
      return problem ?? [{ type: 'DutyRotaPublished', data: { version, rota, reason } }];
    }
    case 'SwitchOnSafetyRule': {
      const { ruleId, version, replayed, reason } = command;
      // A rule without somebody on duty raises alerts that nobody sees.
      if (state.rotaVersion === 0) return refuse('NobodyOnDuty');
      if (state.rules.get(ruleId) === version) return refuse('SafetyRuleIsOn');
      if (isFlood(replayed)) return refuse('RuleWouldFlood', { alerts: replayed.alerts, people: replayed.people });
      return [{ type: 'SafetyRuleSwitchedOn', data: { ruleId, version, replayed, reason } }];
    }
    case 'SwitchOffSafetyRule': {
      const { ruleId, reason } = command;
      if (!state.rules.has(ruleId)) return refuse('SafetyRuleIsOff');
      return [{ type: 'SafetyRuleSwitchedOff', data: { ruleId, reason } }];
    }
    case 'SwitchOnDataCheck':
    case 'SwitchOffDataCheck':
      return switchCheck(command, state);
  }
}

/** Above this many queries a person nobody answers them any more. */
const MOST_QUERIES_PER_PERSON = 20;

function switchCheck(
  command: Extract<MonitoringCommand, { type: 'SwitchOnDataCheck' | 'SwitchOffDataCheck' }>,
  { checks }: MonitoringState,
): Decision<MonitoringEvent> {
  const { type, studyId: _, ...data } = command;
  if (type === 'SwitchOffDataCheck' || !('history' in data)) {
    const { ruleId, reason } = data;
    return checks.has(ruleId) ? [{ type: 'DataCheckSwitchedOff', data: { ruleId, reason } }] : refuse('DataCheckIsOff');
  }
  if (checks.get(data.ruleId) === switchOf(data)) return refuse('DataCheckIsOn');
  const { queries, people } = data.rehearsed;
  const flood = data.history && queries > MOST_QUERIES_PER_PERSON * Math.max(1, people);
  return flood ? refuse('RuleWouldFlood', { queries, people }) : [{ type: 'DataCheckSwitchedOn', data }];
}

/** How a check is on: by which version, and whether it looks at history. */
function switchOf({ version, history }: { readonly version: number; readonly history: boolean }): string {
  return `${version}${history ? ' with history' : ''}`;
}

function orderProblem(version: number, newest: number): Refusal | undefined {
  if (version <= newest) return refuse('DefinitionVersionExists', { newest });
  return version === newest + 1 ? undefined : refuse('DefinitionVersionOutOfOrder', { next: newest + 1 });
}

function isFlood({ alerts, people }: { readonly alerts: number; readonly people: number }): boolean {
  return alerts > MOST_ALERTS_PER_PERSON * Math.max(1, people);
}

function evolve(state: MonitoringState, event: MonitoringEvent): MonitoringState {
  switch (event.type) {
    case 'ReminderPolicyPublished':
      return { ...state, policyVersion: event.data.version };
    case 'DutyRotaPublished':
      return { ...state, rotaVersion: event.data.version };
    case 'SafetyRuleSwitchedOn':
      return { ...state, rules: new Map(state.rules).set(event.data.ruleId, event.data.version) };
    case 'SafetyRuleSwitchedOff':
      return { ...state, rules: new Map([...state.rules].filter(([ruleId]) => ruleId !== event.data.ruleId)) };
    case 'DataCheckSwitchedOn':
      return { ...state, checks: new Map(state.checks).set(event.data.ruleId, switchOf(event.data)) };
    case 'DataCheckSwitchedOff':
      return { ...state, checks: new Map([...state.checks].filter(([ruleId]) => ruleId !== event.data.ruleId)) };
  }
}

function misfit(state: MonitoringState, event: MonitoringEvent): string | undefined {
  switch (event.type) {
    case 'ReminderPolicyPublished':
      return event.data.version === state.policyVersion + 1 ? undefined : 'version';
    case 'DutyRotaPublished':
      return event.data.version === state.rotaVersion + 1 ? undefined : 'version';
    case 'SafetyRuleSwitchedOn':
      return state.rotaVersion === 0 || state.rules.get(event.data.ruleId) === event.data.version
        ? 'ruleId'
        : undefined;
    case 'SafetyRuleSwitchedOff':
      return state.rules.has(event.data.ruleId) ? undefined : 'ruleId';
    case 'DataCheckSwitchedOn':
      return state.checks.get(event.data.ruleId) === switchOf(event.data) ? 'ruleId' : undefined;
    case 'DataCheckSwitchedOff':
      return state.checks.has(event.data.ruleId) ? undefined : 'ruleId';
  }
}

/** How a study is watched over between sessions: what it reminds of, which rules raise alerts, and who is on duty. */
export const monitoringDecider: Decider<MonitoringCommand, MonitoringState, MonitoringEvent> = {
  category: 'monitoring',
  events: monitoringEvents,
  upcasts: monitoringUpcasts,
  keys: ['studyId'],
  // Messages went out and people were on duty by what was published: it is published anew, never changed.
  entriesAreFinal: true,
  commands: monitoringCommands,
  initialState: { policyVersion: 0, rotaVersion: 0, rules: new Map(), checks: new Map() },
  idOf: (command) => command.studyId,
  subjectOf: (command) => ({ studyId: command.studyId }),
  decide,
  evolve,
  misfit,
};
