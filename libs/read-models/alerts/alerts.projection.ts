import { ALERT_GRADES, type Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { AlertRow } from './alert.row.ts';

export const alerts = foldInto(AlertRow)({
  name: 'alerts',
  version: 1,
  key: ({ stream }) => ({ alertId: recordIdOf(stream) }),
  on: {
    SafetyAlertRaised: (_row, fact) => ({
      ...raised(fact),
      grade: fact.data.grade,
      ruleId: fact.data.rule.ruleId,
      ruleVersion: fact.data.rule.version,
      ...sourceOf(fact.data),
      assessmentAsked: fact.data.assessmentAsked,
    }),
    ConcernRaised: (_row, fact) => ({
      ...raised(fact),
      grade: fact.data.grade,
      raisedBy: fact.metadata.actor.id,
      aboutCategory: fact.data.about?.category ?? null,
      aboutRecordId: fact.data.about?.recordId ?? null,
      concern: fact.data.note,
    }),
    SafetyAlertRecurred: (row, fact) =>
      row && { ...row, recurrences: row.recurrences + 1, ...sourceOf(fact.data), ...morePressing(row, fact) },
    SafetyAlertSent: (row, { data }) =>
      row && { ...row, told: row.told || (data.outcome === 'sent' && data.level === row.level) },
    SafetyAlertAcknowledged: (row, { data, metadata }) =>
      row && { ...row, status: 'acknowledged', acknowledgedBy: data.staffId, acknowledgedAt: metadata.occurredAt },
    SafetyAlertEscalated: (row, { data, metadata }) =>
      row && { ...row, level: data.level, waitingSince: metadata.occurredAt, told: false },
    RiskAssessed: (row, { data, metadata }) =>
      row && { ...row, risk: data.risk, actions: data.actions, assessedAt: metadata.occurredAt },
    SafetyAlertClosed: (row, { data, metadata }) =>
      row && {
        ...row,
        status: 'closed',
        outcome: data.outcome,
        closingNote: data.note,
        closedBy: data.staffId,
        closedAt: metadata.occurredAt,
      },
  },
});

/** What rules and people raise alike, with nothing of either. */
function raised(fact: Fact<'SafetyAlertRaised' | 'ConcernRaised'>): AlertRow {
  return {
    ...scopeOf(fact),
    alertId: recordIdOf(fact.stream),
    participantId: personOf(fact),
    status: 'open',
    grade: fact.data.grade,
    ...{ ruleId: null, ruleVersion: null, measureId: null, item: null, value: null, answeredAt: null, late: false },
    ...{ raisedBy: null, aboutCategory: null, aboutRecordId: null, concern: null },
    raisedAt: fact.metadata.occurredAt,
    recordedAt: fact.recordedAt,
    ...{ recurrences: 0, level: 0, waitingSince: fact.metadata.occurredAt, told: false },
    ...{
      acknowledgedBy: null,
      acknowledgedAt: null,
      assessmentAsked: false,
      risk: null,
      actions: [],
      assessedAt: null,
    },
    ...{ outcome: null, closingNote: null, closedBy: null, closedAt: null },
  };
}

function sourceOf({ source, late }: Fact<'SafetyAlertRaised' | 'SafetyAlertRecurred'>['data']) {
  const { measureId, item, value, answeredAt } = source;
  return { measureId, item: item ?? null, value, answeredAt, late };
}

/** What has become more pressing has to be seen anew. */
function morePressing(row: AlertRow, { data, metadata }: Fact<'SafetyAlertRecurred'>): Partial<AlertRow> {
  if (ALERT_GRADES.indexOf(data.grade) <= ALERT_GRADES.indexOf(row.grade)) return {};
  return {
    ...{ grade: data.grade, status: 'open', waitingSince: metadata.occurredAt, told: false },
    ...{ acknowledgedBy: null, acknowledgedAt: null, risk: null, actions: [], assessedAt: null },
  };
}
