import { registerEnumType } from '@nestjs/graphql';
import type {
  AssignmentStatus as AssignmentStatusValue,
  AssignmentVersionStatus as AssignmentVersionStatusValue,
  AttemptState as AttemptStateValue,
  AdherenceVerdict as AdherenceVerdictValue,
  MeasureRow,
  IntervalDenominator as IntervalDenominatorValue,
  IntervalRow,
  OccurrenceStanding as OccurrenceStandingValue,
  ParticipantStatus as ParticipantStatusValue,
  SessionState as SessionStateValue,
} from '#read-models';
import { INTERVAL_METRICS } from '#read-models';
import { enumOfValues } from './enum.factory.ts';

/** Every enum that comes from a read model. The keys are held equal to the model’s union by the compiler. */
function enumOfUnion<Value extends string>(name: string, values: Record<Value, true>, description: string) {
  return enumOfValues(name, Object.keys(values), description);
}

export const ParticipantStatus = enumOfUnion<ParticipantStatusValue>(
  'ParticipantStatus',
  { enrolled: true, left: true, completed: true },
  'Where a participant stands.',
);
export const AssignmentStatus = enumOfUnion<AssignmentStatusValue>(
  'AssignmentStatus',
  { proposed: true, declined: true, active: true, completed: true, expired: true, withdrawn: true },
  'Where an assignment stands.',
);
export const AssignmentVersionStatus = enumOfUnion<AssignmentVersionStatusValue>(
  'AssignmentVersionStatus',
  {
    ...{ proposed: true, agreed: true, declined: true, 'in-force': true, superseded: true },
    ...{ completed: true, expired: true, withdrawn: true },
  },
  'What became of a version of an assignment.',
);
export const AttemptState = enumOfUnion<AttemptStateValue>(
  'AttemptState',
  { started: true, recorded: true, abandoned: true },
  'How far the telling of an attempt has come.',
);
export const MeasureStatus = enumOfUnion<MeasureRow['status']>(
  'MeasureStatus',
  { recorded: true, missed: true },
  'Whether a measure was taken.',
);
export const AdherenceVerdict = enumOfUnion<AdherenceVerdictValue>(
  'AdherenceVerdict',
  { adherent: true, 'non-adherent': true, unknown: true },
  'Three-valued: unknown is neither.',
);
export const OccurrenceStanding = enumOfUnion<OccurrenceStandingValue>(
  'OccurrenceStanding',
  { done: true, part: true, alternative: true, 'not-done': true, unknown: true, void: true, open: true },
  'What came of an obligation. Unknown is due and told by nobody; open is not due yet.',
);
export const SessionState = enumOfUnion<SessionStateValue>(
  'SessionState',
  { scheduled: true, held: true, missed: true, cancelled: true },
  'What became of a session.',
);
export const IntervalDenominator = enumOfUnion<IntervalDenominatorValue>(
  'IntervalDenominator',
  { 'as-assigned': true, 'as-adjusted': true },
  'Whether obligations count as version 1 asked for them, or as in force when they fell due.',
);
export const IntervalOpening = enumOfUnion<IntervalRow['openedBy']>(
  'IntervalOpening',
  { session: true, module: true, calendar: true, 'early-close': true },
  'What opened an interval.',
);
export const IntervalClosing = enumOfUnion<NonNullable<IntervalRow['closedBy']>>(
  'IntervalClosing',
  {
    ...{ 'next-session': true, 'next-module': true, 'study-rule': true, 'cancelled-session': true },
    ...{ 'missed-session': true, 'drop-out': true, 'last-interval': true, calendar: true },
  },
  'Why an interval closed.',
);
/** `quantityUnit` → `QUANTITY_UNIT`; resolvers see the read model’s spelling. */
export const IntervalMetric = Object.fromEntries(
  INTERVAL_METRICS.map((metric) => [metric.replace(/([A-Z])/g, '_$1').toUpperCase(), metric]),
);
registerEnumType(IntervalMetric, { name: 'IntervalMetric', description: 'The measures of homework over an interval.' });
