import { assignmentTerms, doneQuantity, due, quantity, ratingTarget } from '#domain';
import { z } from 'zod';
import { commandField, commandSchema, type CommandType } from './command-schemas.ts';
import { DueKind, RatingTargetKind } from './enums.ts';
import { type InputClass, inputOf, kindInput, nestedInput } from './input.factory.ts';

/** @throws when the domain declares something else there. */
function objectAt(type: CommandType, ...path: readonly string[]): z.ZodObject {
  const field = commandField(type, ...path);
  if (!(field instanceof z.ZodObject)) throw new Error(`${type}.${path.join('.')} is no object`);
  return field;
}

nestedInput('QuantityInput', quantity, 'A dose: a positive amount of one unit.');
nestedInput('DoneQuantityInput', doneQuantity, 'Work done, which may be none.');
kindInput('DueInput', due, DueKind, 'When the work is due.');
kindInput('RatingTargetInput', ratingTarget, RatingTargetKind, 'What a rating speaks of.');
nestedInput(
  'TemplateVersionInput',
  objectAt('AssignHomework', 'terms', 'template'),
  'A version of a worksheet template.',
);
nestedInput('FormVersionInput', objectAt('RecordRating', 'form'), 'A version of a rating form.');
nestedInput('RaterInput', objectAt('RecordRating', 'rater'), 'Who rates, by pseudonymous id, and as what.');
nestedInput('InstrumentVersionInput', objectAt('RecordMeasure', 'instrument'), 'A version of an instrument.');
nestedInput('AssignmentTermsInput', assignmentTerms, 'Everything agreed about one piece of homework.');
nestedInput(
  'AssignmentTermsChangeInput',
  objectAt('AdjustAssignment', 'terms'),
  'The terms that change. What is left out stays as it was.',
);

function input(type: CommandType, about: string, ids: { omit?: string[]; derived?: string[] } = {}): InputClass {
  return inputOf(`${type}Input`, commandSchema(type), {
    description: about,
    omit: ['type', ...(ids.omit ?? [])],
    derived: ids.derived ?? [],
  });
}

/** The input of every command: its schema without `type`, and with the ids that may be left to the server optional. */
export const commandInputs = {
  RegisterStudy: input('RegisterStudy', 'A study and the calendar its days are counted on.'),
  PublishProtocol: input('PublishProtocol', 'The next version of the protocol.'),
  OpenSite: input('OpenSite', 'A site that may enrol participants.'),
  PublishAdherenceDefinition: input('PublishAdherenceDefinition', 'The next version of an adherence definition.'),
  EnrolParticipant: input('EnrolParticipant', 'A participant, by code.', { omit: ['participantId'] }),
  DiscontinueParticipant: input('DiscontinueParticipant', 'A participant leaves before the end.'),
  CompleteParticipant: input('CompleteParticipant', 'A participant reached the end as planned.'),
  ErasePersonalData: input('ErasePersonalData', 'Destroys the participant’s key; the trail stays.'),
  AssignHomework: input('AssignHomework', 'Homework for a participant.', { derived: ['assignmentId'] }),
  AdjustAssignment: input('AdjustAssignment', 'New terms for homework that is under way.'),
  StartAttempt: input('StartAttempt', 'An attempt begins.', { derived: ['attemptId'] }),
  RecordAttempt: input('RecordAttempt', 'An attempt and what came of it.', { derived: ['attemptId'] }),
  AbandonAttempt: input('AbandonAttempt', 'A started attempt is given up.'),
  ReportOccurrence: input('ReportOccurrence', 'How an obligation ended, without an attempt.'),
  CompleteHomework: input('CompleteHomework', 'The homework as a whole is done.'),
  ExpireAssignment: input('ExpireAssignment', 'The due moment passed.'),
  WithdrawAssignment: input('WithdrawAssignment', 'Homework is taken back.'),
  HoldSession: input('HoldSession', 'A session that took place.', { derived: ['sessionId'] }),
  MissSession: input('MissSession', 'A session that did not take place.', { derived: ['sessionId'] }),
  LogHomeworkSection: input('LogHomeworkSection', 'What a session said of homework.'),
  RecordRating: input('RecordRating', 'A filled-in rating form.', { derived: ['ratingId'] }),
  RecordMeasure: input('RecordMeasure', 'An outcome measure that was taken.', { derived: ['measureId'] }),
  MissMeasure: input('MissMeasure', 'An outcome measure that was not taken.', { derived: ['measureId'] }),
  CorrectEntry: input('CorrectEntry', 'An entry should read otherwise.'),
  VoidEntry: input('VoidEntry', 'An entry should not have been made.'),
  SignRecord: input('SignRecord', 'Somebody vouches for a record as it stands.'),
} as const satisfies Record<CommandType, InputClass>;
