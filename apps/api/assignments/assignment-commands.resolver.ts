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
    allow: 'work:write',
    does: 'Says how an obligation ended, without recording an attempt.',
    takes: 'How an obligation ended, without an attempt.',
  },
  CompleteHomework: {
    allow: 'work:write',
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
  ProposeHomework: {
    allow: 'work:write',
    does: 'Suggests homework, by client or therapist.',
    takes: 'A proposal.',
    derives: 'assignmentId',
  },
  DeclineAssignment: {
    allow: 'work:write',
    does: 'Turns down proposed or assigned homework.',
    takes: 'Who declines, and why.',
  },
  OpenHomework: {
    allow: 'work:write',
    does: 'Records that the homework was looked at.',
    takes: 'Who opened it.',
  },
  DueOccurrence: {
    allow: 'assignment:write',
    does: 'Lets one occurrence of recurring work fall due.',
    takes: 'An occurrence and when it is due.',
  },
  VoidOccurrence: {
    allow: 'assignment:write',
    does: 'Takes an obligation out of the denominators, for a reason beyond the participant.',
    takes: 'An occurrence and why it does not apply.',
  },
  LinkToGoals: {
    allow: 'assignment:write',
    does: 'Says which goals the homework serves.',
    takes: 'Every goal that it serves; none takes the links away.',
  },
  MakePlan: {
    allow: 'work:write',
    does: 'Records an if-then plan for the homework, or a new one.',
    takes: 'A situation, and what is done when it comes.',
  },
  SubstituteAssignment: {
    allow: 'assignment:write',
    does: 'Withdraws homework because another one stands in its place.',
    takes: 'The homework that stands in its place, assigned before.',
  },
  RequestClarification: {
    allow: 'work:write',
    does: 'Asks what the homework means.',
    takes: 'A question.',
  },
  GiveClarification: {
    allow: 'assignment:write',
    does: 'Answers a question about the homework.',
    takes: 'An answer.',
  },
  ReviewHomework: {
    allow: 'assignment:write',
    does: 'Records that the work was gone through together.',
    takes: 'A review.',
  },
  GiveFeedback: {
    allow: 'assignment:write',
    does: 'Tells the participant something about the work.',
    takes: 'Feedback.',
  },
  ChangeSharing: {
    allow: 'sharing:write',
    does: 'Changes who may read an entry.',
    takes: 'Who may read it from now on.',
  },
});
