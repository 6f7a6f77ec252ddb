import type { EventType } from '#domain';

/** What a person's obligations and their standing are read from. */
export const OBLIGATION_TYPES = [
  'ParticipantEnrolled',
  'TimeZoneChanged',
  'HomeworkAssigned',
  'AssignmentAdjusted',
  'AssignmentDeclined',
  'OccurrenceDue',
  'AttemptStarted',
  'AttemptRecorded',
  'AttemptAbandoned',
  'OccurrenceReported',
  'OccurrenceVoided',
  'HomeworkReviewed',
  'HomeworkCompleted',
  'AssignmentExpired',
  'AssignmentWithdrawn',
  'SessionScheduled',
  'SessionCancelled',
  'SessionHeld',
  'SessionMissed',
  'HomeworkSectionLogged',
] as const satisfies readonly EventType[];
