import { ALERT_GRADES, type Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { AlertRow } from './alert.row.ts';

export const alerts = foldInto(AlertRow)({
  name: 'alerts',
  version: 2,
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
    SafetyAlertSent: (row, { data, metadata }) => {
      if (row === undefined || data.level !== row.level) return row;
      const told = data.outcome === 'sent';
      return { ...row, told, failedTellings: told ? 0 : row.failedTellings + 1, lastToldAt: metadata.occurredAt };
    },
    SafetyAlertAcknowledged: (row, { data, metadata }) =>
      row && { ...row, status: 'acknowledged', acknowledgedBy: data.staffId, acknowledgedAt: metadata.occurredAt },
    SafetyAlertEscalated: (row, { data, metadata }) => {
      const asked = data.because === 'asked-for';
      // Whoever passes an alert on looks after it no longer.
      const open = asked ? { status: 'open' as const, acknowledgedBy: null, acknowledgedAt: null } : {};
      const waiting = { waitingSince: metadata.occurredAt, ...NOBODY_TOLD, passedTo: asked ? data.to : [] };
      return row && { ...row, ...open, ...waiting, level: data.level };
    },
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

const NOBODY_TOLD = { passedTo: [], told: false, failedTellings: 0, lastToldAt: null };

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
    ...{ recurrences: 0, level: 0, waitingSince: fact.metadata.occurredAt, ...NOBODY_TOLD },
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
    ...{ grade: data.grade, status: 'open', waitingSince: metadata.occurredAt, ...NOBODY_TOLD },
    ...{ acknowledgedBy: null, acknowledgedAt: null, risk: null, actions: [], assessedAt: null },
  };
}
