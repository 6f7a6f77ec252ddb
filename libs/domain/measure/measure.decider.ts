import { z } from 'zod';
import { type Decider, type Decision, type Given, everEnrolled, refuse } from '../kernel/decider.ts';
import { type MeasureEvent, measureEvents, measureUpcasts } from './measure.events.ts';

export const measureCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('DueMeasure'), ...measureEvents.MeasureDue.data.shape }),
  z.strictObject({ type: z.literal('RecordMeasure'), ...measureEvents.MeasureRecorded.data.shape }),
  z.strictObject({ type: z.literal('MissMeasure'), ...measureEvents.MeasureMissed.data.shape }),
]);
export type MeasureCommand = z.infer<typeof measureCommands>;

export interface MeasureState {
  readonly status: 'none' | 'due' | 'recorded' | 'missed';
}

function decide(command: MeasureCommand, state: MeasureState, given: Given): Decision<MeasureEvent> {
  if (!everEnrolled(given.participant)) return refuse('ParticipantNotEnrolled');
  switch (command.type) {
    case 'DueMeasure': {
      if (state.status !== 'none') return refuse('MeasureAlreadyDue', { status: state.status });
      if (command.windowTo < command.windowFrom) return refuse('PeriodEndsBeforeItStarts');
      const { type: _, ...data } = command;
      return [{ type: 'MeasureDue', data }];
    }
    case 'RecordMeasure': {
      // A measure thought missed may still turn up on paper.
      if (state.status === 'recorded') return refuse('MeasureExists', { status: state.status });
      const { type: _, ...data } = command;
      return [{ type: 'MeasureRecorded', data }];
    }
    case 'MissMeasure': {
      if (state.status !== 'none' && state.status !== 'due') return refuse('MeasureExists', { status: state.status });
      const { type: _, ...data } = command;
      return [{ type: 'MeasureMissed', data }];
    }
  }
}

export const measureDecider: Decider<MeasureCommand, MeasureState, MeasureEvent> = {
  category: 'measure',
  events: measureEvents,
  upcasts: measureUpcasts,
  commands: measureCommands,
  initialState: { status: 'none' },
  idOf: (command) => command.measureId,
  subjectOf: (command) => ({ participantId: command.participantId }),
  decide,
  evolve: (_state, event) => {
    switch (event.type) {
      case 'MeasureDue':
        return { status: 'due' };
      case 'MeasureRecorded':
        return { status: 'recorded' };
      case 'MeasureMissed':
        return { status: 'missed' };
    }
  },
};
