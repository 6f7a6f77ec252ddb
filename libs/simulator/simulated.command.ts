import { v5 as uuidv5 } from 'uuid';
import type {
  Actor,
  AssignmentCommand,
  EntryCommand,
  MeasureCommand,
  ParticipantCommand,
  RatingCommand,
  SessionCommand,
  StudyCommand,
  TherapistCommand,
} from '#domain';

interface Caller {
  readonly commandId: string;
  readonly actor: Actor;
  readonly occurredAt: string;
  readonly occurredPrecision: 'instant' | 'day';
  readonly source: 'web' | 'paper' | 'phone-offline';
}

/** A correction names its entry by the command that wrote it: the entry's own id is known once that has a receipt. */
export interface SimulatedCorrection {
  readonly category: 'assignment';
  readonly command: Extract<EntryCommand, { type: 'CorrectEntry' }>;
  /** Id of the command whose first event is corrected. */
  readonly corrects: string;
}

/** A command of one stream category. */
export type SimulatedAct =
  | { readonly category: 'study'; readonly command: StudyCommand }
  | { readonly category: 'therapist'; readonly command: TherapistCommand }
  | { readonly category: 'participant'; readonly command: ParticipantCommand }
  | { readonly category: 'assignment'; readonly command: AssignmentCommand }
  | { readonly category: 'session'; readonly command: SessionCommand }
  | { readonly category: 'rating'; readonly command: RatingCommand }
  | { readonly category: 'measure'; readonly command: MeasureCommand }
  | SimulatedCorrection;

/** One command with what its caller says about it; hand them to the command handler in order. */
export type SimulatedCommand = Caller & SimulatedAct;

const NAMESPACE = '6f0a7f0e-5d7b-5c8e-9a51-2f1f6d1c7b42';

/** A command's id from its name within the study, so that simulating again repeats the same commands. */
export function commandIdOf(studyId: string, name: string): string {
  return uuidv5(`${studyId}/${name}`, NAMESPACE);
}
