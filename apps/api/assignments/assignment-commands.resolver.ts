import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to an assignment. */
export const AssignmentCommandsResolver = commandResolver('AssignmentCommandsResolver', {
  AssignHomework: {
    allow: 'assignment:write',
    does: 'Gives a participant homework.',
    takes: 'Homework for a participant.',
    derives: 'assignmentId',
  },
  AdjustAssignment: {
    allow: 'assignment:write',
    does: 'Changes the terms of homework that is under way, as its next version.',
    takes: 'New terms for homework that is under way.',
  },
  ReportOccurrence: {
    allow: 'assignment:write',
    does: 'Says how an obligation ended, without recording an attempt.',
    takes: 'How an obligation ended, without an attempt.',
  },
  CompleteHomework: {
    allow: 'assignment:write',
    does: 'Says that the homework as a whole is done.',
    takes: 'The homework as a whole is done.',
  },
  ExpireAssignment: {
    allow: 'assignment:write',
    does: 'Says that the due moment passed. What nobody reported stays unknown.',
    takes: 'The due moment passed.',
  },
  WithdrawAssignment: {
    allow: 'assignment:write',
    does: 'Takes homework back.',
    takes: 'Homework is taken back.',
  },
});
