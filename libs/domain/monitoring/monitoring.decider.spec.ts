import { describe, it } from '@jest/globals';
import { specificationOf, studyWith } from '../kernel/decider.specification.ts';
import { type MonitoringCommand, monitoringDecider } from './monitoring.decider.ts';
import type { MonitoringEvent } from './monitoring.events.ts';

const { given } = specificationOf(monitoringDecider);
const study = { studyId: 'stress' };
const rota = (version: number) => ({ version, rota: { hours: [] }, reason: 'Start' });
const onDuty = (version = 1): MonitoringEvent => ({ type: 'DutyRotaPublished', data: rota(version) });
const replayed = { logIndex: 300, alerts: 12, people: 9 };
const rule = { ruleId: 'item-9', version: 1, replayed, reason: 'Looked through with the investigators' };
const switchOn: MonitoringCommand = { type: 'SwitchOnSafetyRule', ...study, ...rule };
const on: MonitoringEvent = { type: 'SafetyRuleSwitchedOn', data: rule };
const switchOff: MonitoringCommand = { type: 'SwitchOffSafetyRule', ...study, ruleId: 'item-9', reason: 'Replaced' };
const off: MonitoringEvent = { type: 'SafetyRuleSwitchedOff', data: { ruleId: 'item-9', reason: 'Replaced' } };

describe('how a study is watched over', () => {
  it('is published in order, for a study there is', () => {
    given()
      .when({ type: 'PublishDutyRota', ...study, ...rota(1) })
      .then(onDuty());
    given(onDuty())
      .when({ type: 'PublishDutyRota', ...study, ...rota(1) })
      .thenRefused('DefinitionVersionExists', { newest: 1 });
    given(onDuty())
      .when({ type: 'PublishDutyRota', ...study, ...rota(3) })
      .thenRefused('DefinitionVersionOutOfOrder', { next: 2 });
    given()
      .when({ type: 'PublishDutyRota', ...study, ...rota(1) }, studyWith({ registered: false }))
      .thenRefused('StudyNotRegistered', { studyId: 'stress' });
    const policy = { version: 1, policy: {}, reason: 'Start' };
    given(onDuty())
      .when({ type: 'PublishReminderPolicy', ...study, ...policy })
      .then({ type: 'ReminderPolicyPublished', data: policy });
  });

  it('raises no alerts that nobody would see', () => {
    given().when(switchOn).thenRefused('NobodyOnDuty');
    given(onDuty()).when(switchOn).then(on);
    given(onDuty(), on).when(switchOn).thenRefused('SafetyRuleIsOn');
  });

  it('refuses a rule that would drown those who read', () => {
    const flood = { logIndex: 300, alerts: 10_000, people: 60 };
    given(onDuty())
      .when({ type: 'SwitchOnSafetyRule', ...study, ...rule, replayed: flood })
      .thenRefused('RuleWouldFlood', { alerts: 10_000, people: 60 });
  });

  it('switches a rule off that is on', () => {
    given(onDuty(), on).when(switchOff).then(off);
    given(onDuty(), on, off).when(switchOff).thenRefused('SafetyRuleIsOff');
    given(onDuty(), on, off).when(switchOn).then(on);
  });
});

describe('a data check', () => {
  const said = { ruleId: 'plan', version: 1, history: false, reason: 'Looked through' };
  const rehearsed = { logIndex: 9, queries: 300, people: 2 };
  const on = (more: object = {}) => ({ ...said, rehearsed, ...more });
  const switchOnCheck = (more: object = {}): MonitoringCommand => ({
    ...{ type: 'SwitchOnDataCheck', ...study },
    ...on(more),
  });
  const isOn = (more: object = {}): MonitoringEvent => ({ type: 'DataCheckSwitchedOn', data: on(more) });
  const switchOffCheck: MonitoringCommand = { type: 'SwitchOffDataCheck', ...study, ruleId: 'plan', reason: 'Noisy' };
  const isOff: MonitoringEvent = { type: 'DataCheckSwitchedOff', data: { ruleId: 'plan', reason: 'Noisy' } };

  it('is switched on for what is to come, or for history too where that does not flood anybody', () => {
    given().when(switchOnCheck()).then(isOn());
    given(isOn()).when(switchOnCheck()).thenRefused('DataCheckIsOn');
    given()
      .when(switchOnCheck({ history: true }))
      .thenRefused('RuleWouldFlood', { queries: 300, people: 2 });
    const few = { history: true, rehearsed: { ...rehearsed, queries: 40 } };
    given(isOn()).when(switchOnCheck(few)).then(isOn(few));
    given(isOn())
      .when(switchOnCheck({ version: 2 }))
      .then(isOn({ version: 2 }));
    given(isOn()).when(switchOffCheck).then(isOff);
    given(isOn(), isOff).when(switchOffCheck).thenRefused('DataCheckIsOff');
  });
});
