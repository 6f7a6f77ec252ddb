import { z } from 'zod';
import { id, informant } from '../kernel/primitives.ts';
import { WHOLE, assignmentEvents } from './assignment.events.ts';
import { worksheetVersion } from './assignment.plan.events.ts';
import { assignmentTerms } from './assignment.terms.ts';

const base = { assignmentId: id };

/** The fields of an event that its command gives; the decider adds the rest. */
const fieldsOf = <Type extends keyof typeof assignmentEvents>(
  type: Type,
): (typeof assignmentEvents)[Type]['data']['shape'] => assignmentEvents[type].data.shape;

/** All but the version in force, which the decider knows. */
function unversioned<Shape extends { version: z.ZodType }>({ version: _, ...rest }: Shape): Omit<Shape, 'version'> {
  return rest;
}

const { occurrence } = fieldsOf('OccurrenceReported');
/** The whole assignment when left out: right for work that does not recur. */
const whichOccurrence = { occurrence: occurrence.default(WHOLE) };

export const assignmentCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ProposeHomework'), ...fieldsOf('HomeworkProposed') }),
  z.strictObject({ type: z.literal('AssignHomework'), ...fieldsOf('HomeworkAssigned') }),
  z.strictObject({ type: z.literal('DeclineAssignment'), ...base, ...fieldsOf('AssignmentDeclined') }),
  z.strictObject({
    type: z.literal('AdjustAssignment'),
    ...base,
    ...unversioned(fieldsOf('AssignmentAdjusted')),
    terms: assignmentTerms.partial(),
  }),
  z.strictObject({ type: z.literal('LinkToGoals'), ...base, ...fieldsOf('HomeworkLinkedToGoals') }),
  z.strictObject({ type: z.literal('MakePlan'), ...base, ...fieldsOf('PlanMade') }),
  z.strictObject({
    type: z.literal('SubstituteAssignment'),
    ...base,
    ...fieldsOf('AssignmentSubstituted'),
    note: assignmentEvents.AssignmentWithdrawn.data.shape.note,
  }),
  z.strictObject({
    type: z.literal('SubmitWorksheet'),
    ...base,
    ...unversioned(fieldsOf('AttemptRecorded')),
    worksheet: worksheetVersion,
    answers: fieldsOf('WorksheetAnswered').answers,
    answered: fieldsOf('WorksheetAnswered').answered,
  }),
  z.strictObject({ type: z.literal('AttachFile'), ...base, ...fieldsOf('AttachmentStored') }),
  z.strictObject({ type: z.literal('OpenHomework'), ...base, ...unversioned(fieldsOf('HomeworkOpened')) }),
  z.strictObject({ type: z.literal('DueOccurrence'), ...base, ...unversioned(fieldsOf('OccurrenceDue')) }),
  z.strictObject({ type: z.literal('StartAttempt'), ...base, ...unversioned(fieldsOf('AttemptStarted')) }),
  z.strictObject({ type: z.literal('RecordAttempt'), ...base, ...unversioned(fieldsOf('AttemptRecorded')) }),
  z.strictObject({ type: z.literal('AbandonAttempt'), ...base, ...unversioned(fieldsOf('AttemptAbandoned')) }),
  z.strictObject({
    type: z.literal('ReportOccurrence'),
    ...base,
    ...fieldsOf('OccurrenceReported'),
    ...whichOccurrence,
  }),
  z.strictObject({ type: z.literal('VoidOccurrence'), ...base, ...fieldsOf('OccurrenceVoided'), ...whichOccurrence }),
  z.strictObject({ type: z.literal('RequestClarification'), ...base, ...fieldsOf('ClarificationRequested') }),
  z.strictObject({ type: z.literal('GiveClarification'), ...base, ...fieldsOf('ClarificationGiven') }),
  z.strictObject({ type: z.literal('ReviewHomework'), ...base, ...unversioned(fieldsOf('HomeworkReviewed')) }),
  z.strictObject({ type: z.literal('GiveFeedback'), ...base, ...fieldsOf('FeedbackGiven') }),
  z.strictObject({ type: z.literal('ChangeSharing'), ...base, ...fieldsOf('SharingChanged') }),
  z.strictObject({ type: z.literal('CompleteHomework'), ...base, informant }),
  z.strictObject({ type: z.literal('ExpireAssignment'), ...base }),
  z.strictObject({ type: z.literal('WithdrawAssignment'), ...base, ...unversioned(fieldsOf('AssignmentWithdrawn')) }),
]);
export type AssignmentCommand = z.infer<typeof assignmentCommands>;
export type AssignmentCommandOf<Type extends AssignmentCommand['type']> = Extract<AssignmentCommand, { type: Type }>;

/** What a command says, without what names the record. */
export function content<Command extends { readonly type: string; readonly assignmentId: string }>(command: Command) {
  const { type: _, assignmentId: __, ...data } = command;
  return data;
}
