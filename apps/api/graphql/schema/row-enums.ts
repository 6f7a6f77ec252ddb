import type {
  AssignmentStatus as AssignmentStatusValue,
  AssignmentVersionStatus as AssignmentVersionStatusValue,
  AttemptState as AttemptStateValue,
  AdherenceVerdict as AdherenceVerdictValue,
  MeasureRow,
  ParticipantStatus as ParticipantStatusValue,
} from '#read-models';
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
