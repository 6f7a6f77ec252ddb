import { z } from 'zod';
import {
  barrier,
  doneQuantity,
  freeText,
  id,
  informant,
  instant,
  performer,
  suds,
  zeroToFour,
} from '../kernel/primitives.ts';
import { sameContent } from '../kernel/same-content.ts';
import { sealed } from '../kernel/sealed.ts';
import { type Decider, type Decision, type Given, refuse } from '../kernel/decider.ts';
import {
  type AssignmentEvent,
  type AssignmentTerms,
  adjustmentTrigger,
  assignmentEvents,
  assignmentTerms,
  assignmentUpcasts,
  initiatedBy,
} from './assignment.events.ts';

const base = { assignmentId: id };
const { reason: withdrawalReason } = assignmentEvents.AssignmentWithdrawn.data.shape;
const { outcome } = assignmentEvents.AttemptRecorded.data.shape;
const { state: occurrenceState } = assignmentEvents.OccurrenceReported.data.shape;

export const assignmentCommands = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('AssignHomework'),
    ...base,
    participantId: id,
    initiatedBy,
    terms: assignmentTerms,
    analystConstruction: z.literal(true).optional(),
  }),
  z.strictObject({
    type: z.literal('AdjustAssignment'),
    ...base,
    terms: assignmentTerms.partial(),
    trigger: adjustmentTrigger,
    note: sealed(freeText).optional(),
  }),
  z.strictObject({ type: z.literal('StartAttempt'), ...base, attemptId: id, performer, startedAt: instant }),
  z.strictObject({
    type: z.literal('RecordAttempt'),
    ...base,
    attemptId: id,
    performer,
    informant,
    startedAt: instant.optional(),
    endedAt: instant.optional(),
    outcome,
    done: doneQuantity.optional(),
    difficulty: zeroToFour.optional(),
    mastery: zeroToFour.optional(),
    pleasure: zeroToFour.optional(),
    helpfulness: zeroToFour.optional(),
    distressBefore: suds.optional(),
    distressAfter: suds.optional(),
    barriers: z.array(barrier).max(12).optional(),
    note: sealed(freeText).optional(),
  }),
  z.strictObject({
    type: z.literal('AbandonAttempt'),
    ...base,
    attemptId: id,
    informant,
    barriers: z.array(barrier).max(12),
    note: sealed(freeText).optional(),
  }),
  z.strictObject({
    type: z.literal('ReportOccurrence'),
    ...base,
    informant,
    state: occurrenceState,
    done: doneQuantity.optional(),
    barriers: z.array(barrier).max(12).optional(),
    note: sealed(freeText).optional(),
  }),
  z.strictObject({ type: z.literal('CompleteHomework'), ...base, informant }),
  z.strictObject({ type: z.literal('ExpireAssignment'), ...base }),
  z.strictObject({
    type: z.literal('WithdrawAssignment'),
    ...base,
    reason: withdrawalReason,
    note: sealed(freeText).optional(),
  }),
]);
export type AssignmentCommand = z.infer<typeof assignmentCommands>;
type ChangedTerms = z.infer<typeof assignmentEvents.AssignmentAdjusted.data.shape.terms>;
type CommandOf<Type extends AssignmentCommand['type']> = Extract<AssignmentCommand, { type: Type }>;

/** The attempts of an assignment, newest first: a log may hold thousands, and each further one must stay cheap to fold. */
interface KnownAttempt {
  readonly attemptId: string;
  readonly state: 'started' | 'recorded' | 'abandoned';
  readonly startedAt?: string | undefined;
  readonly before: KnownAttempt | undefined;
}

export type AssignmentState =
  | { readonly status: 'none' }
  | {
      readonly status: 'active' | 'completed' | 'expired' | 'withdrawn';
      readonly participantId: string;
      readonly version: number;
      readonly terms: AssignmentTerms;
      readonly attempts: KnownAttempt | undefined;
      readonly reported: boolean;
    };
type Assigned = Exclude<AssignmentState, { status: 'none' }>;

function assign(command: CommandOf<'AssignHomework'>, given: Given): Decision<AssignmentEvent> {
  const { participant } = given;
  if (participant.status === 'unknown') return refuse('ParticipantNotEnrolled');
  if (participant.status !== 'enrolled') return refuse('ParticipantLeft', { status: participant.status });
  const { type: _, ...data } = command;
  return [{ type: 'HomeworkAssigned', data }];
}

function adjust(command: CommandOf<'AdjustAssignment'>, state: Assigned): Decision<AssignmentEvent> {
  if (state.status !== 'active') return refuse('NotActive', { status: state.status });
  const changed = changedTerms(state.terms, command.terms);
  if (Object.keys(changed).length === 0) return refuse('NothingToAdjust');
  const { trigger, note } = command;
  return [{ type: 'AssignmentAdjusted', data: { version: state.version + 1, terms: changed, trigger, note } }];
}

/** Only what differs. */
function changedTerms(present: AssignmentTerms, wanted: ChangedTerms): ChangedTerms {
  const changed = assignmentTerms
    .keyof()
    .options.filter((name) => wanted[name] !== undefined && !sameContent(wanted[name], present[name]));
  return Object.fromEntries(changed.map((name) => [name, wanted[name]]));
}

// Work done is evidence: it is accepted in every state, also after expiry, completion or withdrawal.
function start(command: CommandOf<'StartAttempt'>, state: Assigned): Decision<AssignmentEvent> {
  const { attemptId, performer: who, startedAt } = command;
  if (attemptOf(state, attemptId) !== undefined) return refuse('AttemptAlreadyStarted', { attemptId });
  return [{ type: 'AttemptStarted', data: { attemptId, version: state.version, performer: who, startedAt } }];
}

function record(command: CommandOf<'RecordAttempt'>, state: Assigned): Decision<AssignmentEvent> {
  const { type: _, assignmentId: __, ...data } = command;
  const attempt = attemptOf(state, command.attemptId);
  if (attempt !== undefined && attempt.state !== 'started')
    return refuse('AttemptAlreadyClosed', { attemptId: command.attemptId });
  const startedAt = command.startedAt ?? attempt?.startedAt;
  if (startedAt !== undefined && command.endedAt !== undefined && command.endedAt < startedAt) {
    return refuse('AttemptEndsBeforeItStarts', { startedAt, endedAt: command.endedAt });
  }
  return [{ type: 'AttemptRecorded', data: { ...data, startedAt, version: state.version } }];
}

function abandon(command: CommandOf<'AbandonAttempt'>, state: Assigned): Decision<AssignmentEvent> {
  const attempt = attemptOf(state, command.attemptId);
  if (attempt !== undefined && attempt.state !== 'started')
    return refuse('AttemptAlreadyClosed', { attemptId: command.attemptId });
  const { attemptId, informant: teller, barriers, note } = command;
  return [{ type: 'AttemptAbandoned', data: { attemptId, version: state.version, informant: teller, barriers, note } }];
}

function complete(command: CommandOf<'CompleteHomework'>, state: Assigned, given: Given): Decision<AssignmentEvent> {
  if (state.status === 'completed') return refuse('AlreadyCompleted');
  if (state.status === 'withdrawn') return refuse('NotActive', { status: state.status });
  const { due } = state.terms;
  const late = state.status === 'expired' || (due.kind === 'by' && given.occurredAt > due.at);
  return [{ type: 'HomeworkCompleted', data: { version: state.version, informant: command.informant, late } }];
}

function decide(command: AssignmentCommand, state: AssignmentState, given: Given): Decision<AssignmentEvent> {
  if (command.type === 'AssignHomework') {
    return state.status === 'none' ? assign(command, given) : refuse('AssignmentExists');
  }
  if (state.status === 'none') return refuse('NotAssigned');
  switch (command.type) {
    case 'AdjustAssignment':
      return adjust(command, state);
    case 'StartAttempt':
      return start(command, state);
    case 'RecordAttempt':
      return record(command, state);
    case 'AbandonAttempt':
      return abandon(command, state);
    case 'ReportOccurrence': {
      const { type: _, assignmentId: __, ...data } = command;
      return [{ type: 'OccurrenceReported', data }];
    }
    case 'CompleteHomework':
      return complete(command, state, given);
    case 'ExpireAssignment':
      if (state.status !== 'active') return refuse('NotActive', { status: state.status });
      return [{ type: 'AssignmentExpired', data: { version: state.version, reported: state.reported } }];
    case 'WithdrawAssignment':
      if (state.status !== 'active') return refuse('NotActive', { status: state.status });
      return [
        { type: 'AssignmentWithdrawn', data: { version: state.version, reason: command.reason, note: command.note } },
      ];
  }
}

function evolve(state: AssignmentState, event: AssignmentEvent): AssignmentState {
  if (event.type === 'HomeworkAssigned') {
    const { participantId, terms } = event.data;
    return { status: 'active', participantId, version: 1, terms, attempts: undefined, reported: false };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'AssignmentAdjusted':
      return {
        ...state,
        version: event.data.version,
        terms: Object.assign({}, state.terms, event.data.terms),
      };
    case 'AttemptStarted':
      return withAttempt(state, event.data.attemptId, { state: 'started', startedAt: event.data.startedAt });
    case 'AttemptRecorded':
      return { ...withAttempt(state, event.data.attemptId, { state: 'recorded' }), reported: true };
    case 'AttemptAbandoned':
      return { ...withAttempt(state, event.data.attemptId, { state: 'abandoned' }), reported: true };
    case 'OccurrenceReported':
      return { ...state, reported: true };
    case 'HomeworkCompleted':
      return { ...state, status: 'completed', reported: true };
    case 'AssignmentExpired':
      return { ...state, status: 'expired' };
    case 'AssignmentWithdrawn':
      return { ...state, status: 'withdrawn' };
  }
}

function withAttempt(state: Assigned, attemptId: string, attempt: Pick<KnownAttempt, 'state' | 'startedAt'>): Assigned {
  return { ...state, attempts: { attemptId, ...attempt, before: state.attempts } };
}

/** The last word on an attempt. */
function attemptOf(state: Assigned, attemptId: string): KnownAttempt | undefined {
  let known = state.attempts;
  while (known !== undefined && known.attemptId !== attemptId) known = known.before;
  return known;
}

export const assignmentDecider: Decider<AssignmentCommand, AssignmentState, AssignmentEvent> = {
  category: 'assignment',
  events: assignmentEvents,
  upcasts: assignmentUpcasts,
  commands: assignmentCommands,
  initialState: { status: 'none' },
  idOf: (command) => command.assignmentId,
  subjectOf: (command, state) => ({
    participantId:
      command.type === 'AssignHomework'
        ? command.participantId
        : state.status === 'none'
          ? undefined
          : state.participantId,
  }),
  decide,
  evolve,
};
