import { type ParticipantStanding, type Refusal, type StudyStanding, refuse } from '../kernel/decider.ts';

/** A lock makes data final. Vouching for them, lifting the lock, and what a participant has a right to at any time outlive it. */
export const OUTLIVES_THE_LOCK: readonly string[] = [
  'SignRecord',
  'UnlockStudy',
  'CloseStudy',
  'WithdrawConsent',
  'DecideErasure',
  'ErasePersonalData',
  // A look at locked data is a look all the same.
  'RecordAnalysisRun',
  // A locked data set does not make people safe.
  'RaiseConcern',
  'SendSafetyAlert',
  'AcknowledgeSafetyAlert',
  'EscalateSafetyAlert',
  'AssessRisk',
  'CloseSafetyAlert',
  'UnblindParticipant',
  'DiscloseAllocation',
  // Data sets are made from final data more than from any other.
  ...['SpecifyDataset', 'RequestDataset', 'ApproveDataset', 'CancelDataset', 'RefuseDataset'],
  ...['ReleaseDataset', 'RecallDataset'],
];

/** What a frozen record takes, besides what outlives a lock: releasing it, questions about it, and what cannot wait. */
export const OUTLIVES_THE_FREEZE: readonly string[] = [
  ...OUTLIVES_THE_LOCK,
  ...['ReleaseParticipant', 'FreezeParticipant', 'OpenQuery', 'AnswerQuery', 'CloseQuery', 'ReportAdverseEvent'],
];

/** Why a frozen record of a participant does not take this command; nothing when it does. */
export function freezeProblem(type: string, { frozen }: Pick<ParticipantStanding, 'frozen'>): Refusal | undefined {
  return frozen === true && !OUTLIVES_THE_FREEZE.includes(type) ? refuse('ParticipantIsFrozen') : undefined;
}

/** Why a locked study does not take this command, on whatever stream of it; nothing when it does. */
export function lockProblem(type: string, { locked }: StudyStanding): Refusal | undefined {
  return locked && !OUTLIVES_THE_LOCK.includes(type) ? refuse('StudyIsLocked') : undefined;
}
