import { describe, expect, it } from '@jest/globals';
import { specificationOf, standingAs } from '../kernel/decider.specification.ts';
import { type AlertCommand, alertDecider } from './alert.decider.ts';
import type { AlertEvent, AlertGrade } from './alert.events.ts';

const { given } = specificationOf(alertDecider);
const alertId = 'alert-1';
const source = (measureId: string, value: number) => ({
  measureId,
  instrumentId: 'phq-9',
  answeredAt: '2026-03-01T11:00:00.000Z',
  item: 'phq9-9',
  value,
});
const signs = {
  ...{ alertId, participantId: 'P1', rule: { ruleId: 'item-9', version: 1 }, grade: 'low' as const },
  ...{ source: source('M1', 1), assessmentAsked: true, late: false },
};
const raise: AlertCommand = { type: 'RaiseSafetyAlert', ...signs };
const raised: AlertEvent = { type: 'SafetyAlertRaised', data: signs };
const worry = { alertId, participantId: 'P1', grade: 'high' as const, note: 'Wrote of giving things away.' };
const worried: AlertEvent = { type: 'ConcernRaised', data: worry };
const again = (grade: AlertGrade, measureId: string) => ({ alertId, grade, source: source(measureId, 3), late: false });
const recurred = (grade: AlertGrade, measureId: string): AlertEvent => ({
  type: 'SafetyAlertRecurred',
  data: again(grade, measureId),
});
const acknowledge: AlertCommand = { type: 'AcknowledgeSafetyAlert', alertId, staffId: 'anna' };
const acknowledged: AlertEvent = { type: 'SafetyAlertAcknowledged', data: { alertId, staffId: 'anna' } };
const findings = { alertId, staffId: 'anna', risk: 'low' as const, actions: ['talked-with-participant' as const] };
const assessed: AlertEvent = { type: 'RiskAssessed', data: findings };
const ending = { alertId, staffId: 'anna', outcome: 'resolved' as const, note: 'Talked on the phone.' };
const close: AlertCommand = { type: 'CloseSafetyAlert', ...ending };
const closed: AlertEvent = { type: 'SafetyAlertClosed', data: ending };
const passing = (level: number) => ({ alertId, level, because: 'not-acknowledged' as const, to: ['bo'] });
const escalated = (level: number): AlertEvent => ({ type: 'SafetyAlertEscalated', data: passing(level) });

describe('a safety alert', () => {
  it('is raised once, for somebody who is or was in the study', () => {
    given().when(raise).then(raised);
    given().when(raise, standingAs('left')).then(raised);
    given().when(raise, standingAs('screened')).thenRefused('ParticipantNotEnrolled');
    given(raised).when(raise).thenRefused('AlertExists', { status: 'open' });
  });

  it('is passed on by whoever has it, to be looked after by others', () => {
    const pass: AlertCommand = { type: 'PassOnSafetyAlert', alertId, staffId: 'anna', to: ['bo'] };
    const handed = (level: number): AlertEvent => ({
      type: 'SafetyAlertEscalated',
      data: { alertId, level, because: 'asked-for', to: ['bo'] },
    });
    given(raised).when(pass).then(handed(1));
    given(raised, escalated(1)).when(pass).then(handed(2));
    given(raised, acknowledged, handed(1)).when(close).thenRefused('AlertNotAcknowledged');
    given(raised, acknowledged, handed(1)).when(acknowledge).then(acknowledged);
    const line = Array.from({ length: 20 }, (_, level) => escalated(level + 1));
    given(raised, ...line)
      .when(pass)
      .thenRefused('EndOfTheLine', { level: 20 });
    given(raised, acknowledged, assessed, closed).when(pass).thenRefused('AlertIsClosed');
  });

  it('is raised by anyone who reads work and worries', () => {
    given()
      .when({ type: 'RaiseConcern', ...worry })
      .then(worried);
    given(worried)
      .when({ type: 'RecurSafetyAlert', ...again('high', 'M2') })
      .thenRefused('NotRaisedByRule');
  });

  it('goes from acknowledged to assessed to closed, and leaves none out', () => {
    given(raised).when(close).thenRefused('AlertNotAcknowledged');
    given(raised).when(acknowledge).then(acknowledged);
    given(raised, acknowledged).when(acknowledge).thenRefused('AlertAlreadyAcknowledged');
    given(raised, acknowledged).when(close).thenRefused('RiskNotAssessed');
    given(raised, acknowledged)
      .when({ type: 'AssessRisk', ...findings })
      .then(assessed);
    given(raised, acknowledged, assessed).when(close).then(closed);
    given(raised, acknowledged, assessed, closed).when(acknowledge).thenRefused('AlertIsClosed');
  });

  it('is not assessed by somebody who could not assess', () => {
    const tried: AlertEvent = { type: 'RiskAssessed', data: { ...findings, risk: 'could-not-assess' } };
    given(raised, acknowledged, tried).when(close).thenRefused('RiskNotAssessed');
    given(worried, acknowledged).when(close).then(closed);
  });

  it('asks to be seen again when it becomes more pressing, and only then', () => {
    given(raised, acknowledged)
      .when({ type: 'RecurSafetyAlert', ...again('low', 'M2') })
      .then(recurred('low', 'M2'));
    given(raised, acknowledged, assessed, recurred('low', 'M2')).when(close).then(closed);
    given(raised, acknowledged, assessed, recurred('high', 'M2')).when(close).thenRefused('AlertNotAcknowledged');
    given(raised, acknowledged, assessed, recurred('high', 'M2'), acknowledged)
      .when(close)
      .thenRefused('RiskNotAssessed');
    expect(given(raised, recurred('high', 'M2'), recurred('low', 'M3')).state().grade).toBe('high');
    given(raised)
      .when({ type: 'RecurSafetyAlert', ...again('high', 'M1') })
      .thenRefused('AlreadyTold');
  });

  it('is passed on one level at a time, and told only where it was passed to', () => {
    given(raised)
      .when({ type: 'EscalateSafetyAlert', ...passing(1) })
      .then(escalated(1));
    given(raised)
      .when({ type: 'EscalateSafetyAlert', ...passing(2) })
      .thenRefused('EscalatedOutOfOrder', { next: 1 });
    given(raised, escalated(1))
      .when({ type: 'EscalateSafetyAlert', ...passing(1) })
      .thenRefused('EscalatedOutOfOrder', { next: 2 });
    const message = { alertId, to: ['bo'], level: 1, channel: 'email' as const, outcome: 'sent' as const };
    given(raised)
      .when({ type: 'SendSafetyAlert', ...message })
      .thenRefused('NotEscalatedSoFar', { level: 0 });
    given(raised, escalated(1))
      .when({ type: 'SendSafetyAlert', ...message })
      .then({ type: 'SafetyAlertSent', data: message });
    given()
      .when({ type: 'SendSafetyAlert', ...message })
      .thenRefused('AlertNotFound');
  });
});
