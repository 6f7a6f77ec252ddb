import { assignmentTerms, doneQuantity, due, quantity, ratingTarget, worksheetVersion } from '#domain';
import { allocationArm, allocationFactor, allocationListEntry } from '#randomisation';
import { z } from 'zod';
import { commandField, commandSchema, type CommandType } from './command-schemas.ts';
import { DueKind, RatingTargetKind } from './enums.ts';
import './dataset-enums.ts';
import './watch-enums.ts';
import { type InputClass, inputOf, kindInput, nestedInput } from './input.factory.ts';

/** @throws when the domain declares something else there. */
function objectAt(type: CommandType, ...path: readonly string[]): z.ZodObject {
  const field = commandField(type, ...path);
  if (!(field instanceof z.ZodObject)) throw new Error(`${type}.${path.join('.')} is no object`);
  return field;
}

nestedInput('AllocationArmInput', allocationArm, 'An arm, and how many of each so many are to be in it.');
nestedInput('AllocationFactorInput', allocationFactor, 'A characteristic that arms are balanced within.');
nestedInput('AllocationPlaceInput', allocationListEntry, 'A place on an uploaded list.');
nestedInput('QuantityInput', quantity, 'A dose: a positive amount of one unit.');
nestedInput('DoneQuantityInput', doneQuantity, 'Work done, which may be none.');
kindInput('DueInput', due, DueKind, 'When the work is due.');
kindInput('RatingTargetInput', ratingTarget, RatingTargetKind, 'What a rating speaks of.');
nestedInput(
  'TemplateVersionInput',
  objectAt('AssignHomework', 'terms', 'template'),
  'A version of a worksheet template.',
);
nestedInput('WorksheetVersionInput', worksheetVersion, 'The version of a worksheet that was in front of the person.');
nestedInput('ConcernAboutInput', objectAt('RaiseConcern', 'about'), 'What a concern is about.');
nestedInput(
  'QuietHoursInput',
  objectAt('SetReminderPreferences', 'quiet'),
  'From one time of day to the other, over midnight where it ends earlier.',
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

/** What the API says of an input that the domain does not. */
interface InputSpeech {
  readonly takes: string;
  readonly derives?: string;
  readonly omits?: readonly string[];
}

/** The input of a command: its schema without `type`, and with an id that may be left to the server optional. */
export function commandInput(type: CommandType, { takes, derives, omits = [] }: InputSpeech): InputClass {
  return inputOf(`${type}Input`, commandSchema(type), {
    description: takes,
    omit: ['type', ...omits],
    derived: derives === undefined ? [] : [derives],
  });
}
