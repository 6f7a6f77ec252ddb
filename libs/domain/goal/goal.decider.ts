import { z } from 'zod';
import { type Decider, type Decision, type Given, refuse } from '../kernel/decider.ts';
import { id } from '../kernel/primitives.ts';
import { sameContent } from '../kernel/same-content.ts';
import { type GoalEvent, goalEvents, goalUpcasts } from './goal.events.ts';

const base = { goalId: id };

export const goalCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('SetGoal'), ...goalEvents.GoalSet.data.shape }),
  z.strictObject({ type: z.literal('ReviseGoal'), ...base, ...goalEvents.GoalRevised.data.shape }),
  z.strictObject({ type: z.literal('RateGoal'), ...base, ...goalEvents.GoalRated.data.shape }),
  z.strictObject({ type: z.literal('AttainGoal'), ...base, ...goalEvents.GoalAttained.data.shape }),
  z.strictObject({ type: z.literal('DropGoal'), ...base, ...goalEvents.GoalDropped.data.shape }),
]);
export type GoalCommand = z.infer<typeof goalCommands>;

type Wording = Extract<GoalEvent, { type: 'GoalRevised' }>['data'];

export type GoalState =
  | { readonly status: 'none' }
  | {
      readonly status: 'open' | 'attained' | 'dropped';
      readonly participantId: string;
      readonly wording: Wording;
    };

function decide(command: GoalCommand, state: GoalState, given: Given): Decision<GoalEvent> {
  if (command.type === 'SetGoal') {
    if (state.status !== 'none') return refuse('GoalExists');
    if (given.participant.status !== 'enrolled') return refuse('ParticipantNotEnrolled');
    const { type: _, ...data } = command;
    return [{ type: 'GoalSet', data }];
  }
  if (state.status === 'none') return refuse('GoalNotSet');
  if (state.status !== 'open') return refuse('GoalNotOpen', { status: state.status });
  const { type, goalId: _, ...data } = command;
  switch (type) {
    case 'ReviseGoal': {
      const { statement, targetMechanism } = command;
      const wording = { statement, ...(targetMechanism === undefined ? {} : { targetMechanism }) };
      return sameContent(wording, state.wording) ? refuse('GoalUnchanged') : [{ type: 'GoalRevised', data: wording }];
    }
    case 'RateGoal':
      return [{ type: 'GoalRated', data: goalEvents.GoalRated.data.parse(data) }];
    case 'AttainGoal':
      return [{ type: 'GoalAttained', data: goalEvents.GoalAttained.data.parse(data) }];
    case 'DropGoal':
      return [{ type: 'GoalDropped', data: goalEvents.GoalDropped.data.parse(data) }];
  }
}

function evolve(state: GoalState, event: GoalEvent): GoalState {
  if (event.type === 'GoalSet') {
    const { participantId, statement, targetMechanism } = event.data;
    const wording = { statement, ...(targetMechanism === undefined ? {} : { targetMechanism }) };
    return { status: 'open', participantId, wording };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'GoalRevised':
      return { ...state, wording: event.data };
    case 'GoalRated':
      return state;
    case 'GoalAttained':
      return { ...state, status: 'attained' };
    case 'GoalDropped':
      return { ...state, status: 'dropped' };
  }
}

function misfit(state: GoalState, event: GoalEvent): string | undefined {
  if (event.type === 'GoalSet') return state.status === 'none' ? undefined : 'goalId';
  return state.status === 'open' ? undefined : 'goalId';
}

export const goalDecider: Decider<GoalCommand, GoalState, GoalEvent> = {
  category: 'goal',
  events: goalEvents,
  upcasts: goalUpcasts,
  keys: ['goalId', 'participantId'],
  commands: goalCommands,
  initialState: { status: 'none' },
  idOf: (command) => command.goalId,
  subjectOf: (command, state) => ({
    participantId:
      command.type === 'SetGoal' ? command.participantId : state.status === 'none' ? undefined : state.participantId,
  }),
  decide,
  evolve,
  misfit,
};
