import {
  alertEvents,
  alertGrade,
  assessedRisk,
  deliveryFailure,
  cancellation,
  reminderChannel,
  riskAction,
} from '#domain';
import type { AlertRow, ReminderRow } from '#read-models';
import { commandEnum } from './command-schemas.ts';
import { enumOf, enumOfValues } from './enum.factory.ts';

/** Enums of safety and reminders: the domain’s, and how far alerts and messages have come. */

export const AlertGrade = enumOf('AlertGrade', alertGrade, 'How soon somebody has to look.');
export const AssessedRisk = enumOf('AssessedRisk', assessedRisk, 'What an assessment of risk found.');
export const RiskAction = enumOf('RiskAction', riskAction, 'What was done about a risk.');
export const AlertOutcome = enumOf(
  'AlertOutcome',
  alertEvents.SafetyAlertClosed.data.shape.outcome,
  'How an alert was dealt with.',
);
export const ConcernAbout = enumOf(
  'ConcernAbout',
  commandEnum('RaiseConcern', 'about', 'category'),
  'What kind of record a concern is about.',
);
export const ReminderChannel = enumOf('ReminderChannel', reminderChannel, 'How participants can be reached.');
export const DeliveryFailure = enumOf('DeliveryFailure', deliveryFailure, 'Why a message did not arrive.');
export const ReminderCancellation = enumOf('ReminderCancellation', cancellation, 'Why a message was not sent.');

const namesOf = <Value extends string>(values: Readonly<Record<Value, true>>): readonly string[] => Object.keys(values);

export const AlertStatus = enumOfValues(
  'AlertStatus',
  namesOf<AlertRow['status']>({ open: true, acknowledged: true, closed: true }),
  'How far an alert has come. Acknowledged: a named person looks after it.',
);
export const ReminderStatus = enumOfValues(
  'ReminderStatus',
  namesOf<ReminderRow['status']>({
    ...{ planned: true, sending: true, sent: true, unknown: true, failed: true, cancelled: true },
  }),
  'What came of a message. Unknown: it may have arrived, and is not sent again.',
);
