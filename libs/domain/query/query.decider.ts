import { z } from 'zod';
import { id } from '../kernel/primitives.ts';
import { type Decider, type Decision, type Given, everEnrolled, refuse } from '../kernel/decider.ts';
import { type QueryEvent, queryEvents, queryUpcasts } from './query.events.ts';

const base = { queryId: id };

export const queryCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('OpenQuery'), ...queryEvents.QueryOpened.data.shape }),
  z.strictObject({ type: z.literal('AnswerQuery'), ...base, ...queryEvents.QueryAnswered.data.shape }),
  z.strictObject({ type: z.literal('CloseQuery'), ...base, ...queryEvents.QueryClosed.data.shape }),
]);
export type QueryCommand = z.infer<typeof queryCommands>;

export interface QueryState {
  readonly status: 'none' | 'open' | 'answered' | 'closed';
  readonly participantId: string | undefined;
}

const none: QueryState = { status: 'none', participantId: undefined };

function decide(command: QueryCommand, state: QueryState, { participant }: Given): Decision<QueryEvent> {
  if (command.type === 'OpenQuery') {
    if (state.status !== 'none') return refuse('QueryExists');
    if (!everEnrolled(participant) && participant.status !== 'screened') return refuse('ParticipantNotEnrolled');
    const { type: _, ...data } = command;
    return [{ type: 'QueryOpened', data }];
  }
  if (state.status === 'none') return refuse('QueryNotFound');
  if (state.status === 'closed') return refuse('QueryIsClosed');
  const { type, queryId: _, ...data } = command;
  if (type === 'CloseQuery' && 'outcome' in data) return [{ type: 'QueryClosed', data }];
  if (state.status === 'answered') return refuse('QueryIsAnswered');
  return 'answer' in data ? [{ type: 'QueryAnswered', data }] : refuse('QueryNotFound');
}

function evolve(state: QueryState, event: QueryEvent): QueryState {
  switch (event.type) {
    case 'QueryOpened':
      return { status: 'open', participantId: event.data.participantId };
    case 'QueryAnswered':
      return { ...state, status: 'answered' };
    case 'QueryClosed':
      return { ...state, status: 'closed' };
  }
}

function misfit({ status }: QueryState, event: QueryEvent): string | undefined {
  switch (event.type) {
    case 'QueryOpened':
      return status === 'none' ? undefined : 'queryId';
    case 'QueryAnswered':
      return status === 'open' ? undefined : 'answer';
    case 'QueryClosed':
      return status === 'open' || status === 'answered' ? undefined : 'outcome';
  }
}

export const queryDecider: Decider<QueryCommand, QueryState, QueryEvent> = {
  category: 'query',
  events: queryEvents,
  upcasts: queryUpcasts,
  keys: ['queryId', 'participantId'],
  commands: queryCommands,
  initialState: none,
  idOf: (command) => command.queryId,
  subjectOf: (command, state) => ({
    participantId: command.type === 'OpenQuery' ? command.participantId : state.participantId,
  }),
  decide,
  evolve,
  misfit,
};
