import { type Decider, type Decision, type Given, type Refusal, isRefusal, refuse } from '../kernel/decider.ts';
import { sameContent } from '../kernel/same-content.ts';
import {
  type AssignmentCommand,
  type AssignmentCommandOf as CommandOf,
  assignmentCommands,
  content,
} from './assignment.commands.ts';
import { type AssignmentEvent, WHOLE, assignmentEvents, assignmentUpcasts } from './assignment.events.ts';
import { assignmentMisfit } from './assignment.misfit.ts';
import {
  type Assigned,
  type AssignmentState,
  adjusted,
  asksFor,
  attemptOf,
  evolveAssignment,
  hasOccurrence,
  inForce,
  occurrenceOf,
} from './assignment.state.ts';
import { type AssignmentTerms, assignmentTerms } from './assignment.terms.ts';
import { plan } from './assignment.plan.ts';
import { termsProblem } from './terms.problem.ts';

function enrolmentProblem({ participant }: Given): Refusal | undefined {
  switch (participant.status) {
    case 'enrolled':
      return undefined;
    case 'left':
    case 'completed':
      return refuse('ParticipantLeft', { status: participant.status });
    case 'unknown':
    case 'screened':
    case 'excluded':
      return refuse('ParticipantNotEnrolled');
  }
}

/** Agreement on a proposal, or an assignment without one. */
function assign(command: CommandOf<'AssignHomework'>, state: AssignmentState, given: Given): Decision<AssignmentEvent> {
  if (state.status !== 'none' && state.status !== 'proposed') return refuse('AssignmentExists');
  if (state.status === 'proposed' && state.participantId !== command.participantId) return refuse('AssignmentExists');
  const { type: _, ...data } = command;
  return enrolmentProblem(given) ?? termsProblem(command.terms) ?? [{ type: 'HomeworkAssigned', data }];
}

function propose(command: CommandOf<'ProposeHomework'>, given: Given): Decision<AssignmentEvent> {
  const { type: _, ...data } = command;
  return enrolmentProblem(given) ?? termsProblem(command.terms) ?? [{ type: 'HomeworkProposed', data }];
}

function adjust(command: CommandOf<'AdjustAssignment'>, state: Assigned): Decision<AssignmentEvent> {
  if (state.status !== 'active') return refuse('NotActive', { status: state.status });
  const both = command.removed?.find((name) => command.terms[name] !== undefined);
  if (both !== undefined) return refuse('TermSetAndRemoved', { field: both });
  const terms = changedTerms(state.terms, command.terms);
  const removed = command.removed?.filter((name) => state.terms[name] !== undefined) ?? [];
  if (Object.keys(terms).length === 0 && removed.length === 0) return refuse('NothingToAdjust');
  const { trigger, note } = command;
  const data = {
    version: state.version + 1,
    terms,
    ...(removed.length > 0 ? { removed: [...new Set(removed)] } : {}),
    trigger,
    note,
  };
  return termsProblem(adjusted(state.terms, data)) ?? [{ type: 'AssignmentAdjusted', data }];
}

type ChangedTerms = CommandOf<'AdjustAssignment'>['terms'];

/** Only what differs. */
function changedTerms(present: AssignmentTerms, wanted: ChangedTerms): ChangedTerms {
  const changed = assignmentTerms
    .keyof()
    .options.filter((name) => wanted[name] !== undefined && !sameContent(wanted[name], present[name]));
  return Object.fromEntries(changed.map((name) => [name, wanted[name]]));
}

// Work done is evidence: it is accepted in every state, also after expiry, completion or withdrawal.
function attempt(
  command: CommandOf<'StartAttempt' | 'RecordAttempt' | 'AbandonAttempt'>,
  state: Assigned,
  given: Given,
): Decision<AssignmentEvent> {
  const { attemptId } = command;
  const known = attemptOf(state, attemptId);
  const which = command.occurrence ?? known?.occurrence;
  if (command.type === 'StartAttempt' && known !== undefined) return refuse('AttemptAlreadyStarted', { attemptId });
  if (known !== undefined && known.state !== 'started') return refuse('AttemptAlreadyClosed', { attemptId });
  if (which !== undefined && !hasOccurrence(state, which)) return refuse('OccurrenceNotFound', { occurrence: which });
  const { version } = inForce(state, given.occurredAt);
  const belonging = { ...(which === undefined ? {} : { occurrence: which }), version };
  if (command.type === 'StartAttempt') return [{ type: 'AttemptStarted', data: { ...content(command), ...belonging } }];
  if (command.type === 'AbandonAttempt') {
    return [{ type: 'AttemptAbandoned', data: { ...content(command), ...belonging } }];
  }
  const startedAt = command.startedAt ?? known?.startedAt;
  const { endedAt } = command;
  if (startedAt !== undefined && endedAt !== undefined && endedAt < startedAt) {
    return refuse('AttemptEndsBeforeItStarts', { startedAt, endedAt });
  }
  return [{ type: 'AttemptRecorded', data: { ...content(command), startedAt, ...belonging } }];
}

/** An attempt together with the answers that belong to it: both are recorded or neither. */
function submit(command: CommandOf<'SubmitWorksheet'>, state: Assigned, given: Given): Decision<AssignmentEvent> {
  const { worksheet, answers, answered, ...told } = command;
  const recorded = attempt({ ...told, type: 'RecordAttempt' }, state, given);
  if (isRefusal(recorded)) return recorded;
  const data = { attemptId: told.attemptId, worksheet, answered, answers };
  return [...recorded, { type: 'WorksheetAnswered', data }];
}

function occurrence(
  command: CommandOf<'DueOccurrence' | 'ReportOccurrence' | 'VoidOccurrence'>,
  state: Assigned,
): Decision<AssignmentEvent> {
  const { occurrence: which } = command;
  if (!hasOccurrence(state, which)) return refuse('OccurrenceNotFound', { occurrence: which });
  switch (command.type) {
    case 'DueOccurrence':
      return fallDue(command, state);
    case 'ReportOccurrence':
      return [{ type: 'OccurrenceReported', data: content(command) }];
    case 'VoidOccurrence': {
      const voided = occurrenceOf(state, which).end === 'void';
      if (voided) return refuse('OccurrenceAlreadyVoided', { occurrence: which });
      return [{ type: 'OccurrenceVoided', data: content(command) }];
    }
  }
}

/** Told late, when the homework has ended meanwhile, it still fell due; what ended before was never due. */
function fallDue(command: CommandOf<'DueOccurrence'>, state: Assigned): Decision<AssignmentEvent> {
  const { occurrence: which, dueAt, dueDate } = command;
  if (state.endedAt !== undefined && state.endedAt < dueAt) return refuse('NotActive', { status: state.status });
  const { version, terms } = inForce(state, dueAt);
  const itsDay = which === WHOLE || which === dueDate;
  if (!itsDay || !asksFor(terms, which)) return refuse('OccurrenceNotFound', { occurrence: which, dueDate });
  const now = occurrenceOf(state, which);
  if (now.end === 'void') return refuse('OccurrenceAlreadyVoided', { occurrence: which });
  if (now.due) return refuse('OccurrenceExists', { occurrence: which });
  return [{ type: 'OccurrenceDue', data: { ...content(command), version } }];
}

function talk(
  command: CommandOf<
    'OpenHomework' | 'RequestClarification' | 'GiveClarification' | 'ReviewHomework' | 'GiveFeedback' | 'ChangeSharing'
  >,
  state: Assigned,
  given: Given,
): Decision<AssignmentEvent> {
  if ('attemptId' in command && command.attemptId !== undefined && attemptOf(state, command.attemptId) === undefined) {
    return refuse('AttemptNotFound', { attemptId: command.attemptId });
  }
  const { version } = inForce(state, given.occurredAt);
  switch (command.type) {
    case 'OpenHomework':
      return [{ type: 'HomeworkOpened', data: { ...content(command), version } }];
    case 'RequestClarification':
      return [{ type: 'ClarificationRequested', data: content(command) }];
    case 'GiveClarification':
      if (state.unanswered === 0) return refuse('NothingToClarify');
      return [{ type: 'ClarificationGiven', data: content(command) }];
    case 'ReviewHomework':
      return [{ type: 'HomeworkReviewed', data: { ...content(command), version } }];
    case 'GiveFeedback':
      return [{ type: 'FeedbackGiven', data: content(command) }];
    case 'ChangeSharing':
      return [{ type: 'SharingChanged', data: content(command) }];
  }
}

/** How an assignment comes to an end. */
function close(
  command: CommandOf<'DeclineAssignment' | 'CompleteHomework' | 'ExpireAssignment' | 'WithdrawAssignment'>,
  state: Assigned,
  given: Given,
): Decision<AssignmentEvent> {
  const { status } = state;
  const { version, terms } = inForce(state, given.occurredAt);
  if (command.type === 'DeclineAssignment') {
    const open = status === 'proposed' || status === 'active';
    return open ? [{ type: 'AssignmentDeclined', data: content(command) }] : refuse('NotActive', { status });
  }
  if (command.type === 'CompleteHomework') {
    if (status === 'completed') return refuse('AlreadyCompleted');
    if (status !== 'active' && status !== 'expired') return refuse('NotActive', { status });
    const { due } = terms;
    const late = status === 'expired' || (due.kind === 'by' && given.occurredAt > due.at);
    return [{ type: 'HomeworkCompleted', data: { version, informant: command.informant, late } }];
  }
  if (status !== 'active') return refuse('NotActive', { status });
  return command.type === 'ExpireAssignment'
    ? [{ type: 'AssignmentExpired', data: { version, reported: state.reported } }]
    : [{ type: 'AssignmentWithdrawn', data: { ...content(command), version } }];
}

function decide(command: AssignmentCommand, state: AssignmentState, given: Given): Decision<AssignmentEvent> {
  if (command.type === 'AssignHomework') return assign(command, state, given);
  if (command.type === 'ProposeHomework') {
    return state.status === 'none' ? propose(command, given) : refuse('AssignmentExists');
  }
  if (state.status === 'none') return refuse('NotAssigned');
  if (state.version === 0 && !ON_PROPOSALS.includes(command.type)) return refuse('NotAssigned');
  switch (command.type) {
    case 'AdjustAssignment':
      return adjust(command, state);
    case 'LinkToGoals':
    case 'MakePlan':
    case 'SubstituteAssignment':
    case 'AttachFile':
      return plan(command, state, given);
    case 'StartAttempt':
    case 'RecordAttempt':
    case 'AbandonAttempt':
      return attempt(command, state, given);
    case 'SubmitWorksheet':
      return submit(command, state, given);
    case 'DueOccurrence':
    case 'ReportOccurrence':
    case 'VoidOccurrence':
      return occurrence(command, state);
    case 'OpenHomework':
    case 'RequestClarification':
    case 'GiveClarification':
    case 'ReviewHomework':
    case 'GiveFeedback':
    case 'ChangeSharing':
      return talk(command, state, given);
    case 'DeclineAssignment':
    case 'CompleteHomework':
    case 'ExpireAssignment':
    case 'WithdrawAssignment':
      return close(command, state, given);
  }
}

/** What can happen to homework that was only ever suggested. */
const ON_PROPOSALS: readonly AssignmentCommand['type'][] = [
  'DeclineAssignment',
  'OpenHomework',
  'RequestClarification',
  'GiveClarification',
  'LinkToGoals',
  'MakePlan',
];

export const assignmentDecider: Decider<AssignmentCommand, AssignmentState, AssignmentEvent> = {
  category: 'assignment',
  events: assignmentEvents,
  upcasts: assignmentUpcasts,
  keys: ['assignmentId', 'participantId'],
  commands: assignmentCommands,
  initialState: { status: 'none' },
  idOf: (command) => command.assignmentId,
  subjectOf: (command, state) => ({
    participantId: 'participantId' in command ? command.participantId : participantOf(state),
  }),
  decide,
  evolve: evolveAssignment,
  misfit: assignmentMisfit,
};

const participantOf = (state: AssignmentState): string | undefined =>
  state.status === 'none' ? undefined : state.participantId;
