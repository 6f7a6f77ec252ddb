import { z } from 'zod';
import { type Decider, type Decision, type Given, everEnrolled, refuse } from '../kernel/decider.ts';
import { type RatingEvent, ratingEvents, ratingUpcasts } from './rating.events.ts';

export const ratingCommands = z.strictObject({
  type: z.literal('RecordRating'),
  ...ratingEvents.RatingRecorded.data.shape,
});
export type RatingCommand = z.infer<typeof ratingCommands>;

export interface RatingState {
  readonly recorded: boolean;
}

function decide(command: RatingCommand, state: RatingState, given: Given): Decision<RatingEvent> {
  if (state.recorded) return refuse('RatingExists');
  if (!everEnrolled(given.participant)) return refuse('ParticipantNotEnrolled');
  if (isBackwards(command)) return refuse('PeriodEndsBeforeItStarts');
  const { type: _, ...data } = command;
  return [{ type: 'RatingRecorded', data }];
}

function isBackwards({ target }: Pick<RatingCommand, 'target'>): boolean {
  return target.kind === 'interval' && target.to < target.from;
}

export const ratingDecider: Decider<RatingCommand, RatingState, RatingEvent> = {
  category: 'rating',
  events: ratingEvents,
  upcasts: ratingUpcasts,
  keys: ['ratingId', 'participantId'],
  commands: ratingCommands,
  initialState: { recorded: false },
  idOf: (command) => command.ratingId,
  subjectOf: (command) => ({ participantId: command.participantId }),
  decide,
  evolve: (state, event) => {
    switch (event.type) {
      case 'RatingRecorded':
        return { ...state, recorded: true };
    }
  },
  misfit: (state, event) => {
    if (state.recorded) return 'ratingId';
    return isBackwards(event.data) ? 'target.to' : undefined;
  },
};
