import { type Refusal, type StudyStanding, refuse } from '../kernel/decider.ts';

/** A lock makes data final. Vouching for them, lifting the lock, and what a participant has a right to at any time outlive it. */
export const OUTLIVES_THE_LOCK: readonly string[] = [
  'SignRecord',
  'UnlockStudy',
  'CloseStudy',
  'WithdrawConsent',
  'DecideErasure',
  'ErasePersonalData',
  // A locked data set does not make people safe.
  'RaiseConcern',
  'SendSafetyAlert',
  'AcknowledgeSafetyAlert',
  'EscalateSafetyAlert',
  'AssessRisk',
  'CloseSafetyAlert',
  'UnblindParticipant',
  'DiscloseAllocation',
];

/** Why a locked study does not take this command, on whatever stream of it; nothing when it does. */
export function lockProblem(type: string, { locked }: StudyStanding): Refusal | undefined {
  return locked && !OUTLIVES_THE_LOCK.includes(type) ? refuse('StudyIsLocked') : undefined;
}
