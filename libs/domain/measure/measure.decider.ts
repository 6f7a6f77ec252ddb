import { z } from 'zod';
import { type Decider, type Decision, type Given, everEnrolled, refuse } from '../kernel/decider.ts';
import { sameContent } from '../kernel/same-content.ts';
import { type MeasureEvent, measureEvents, measureUpcasts } from './measure.events.ts';

export const measureCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('DueMeasure'), ...measureEvents.MeasureDue.data.shape }),
  z.strictObject({ type: z.literal('RecordMeasure'), ...measureEvents.MeasureRecorded.data.shape }),
  z.strictObject({ type: z.literal('MissMeasure'), ...measureEvents.MeasureMissed.data.shape }),
]);
export type MeasureCommand = z.infer<typeof measureCommands>;

type Data<Type extends MeasureEvent['type']> = Extract<MeasureEvent, { type: Type }>['data'];
type Occasion = Pick<Data<'MeasureMissed'>, 'participantId' | 'instrument' | 'occasion'>;

export type MeasureState =
  { readonly status: 'none' } | { readonly status: 'due' | 'recorded' | 'missed'; readonly occasion: Occasion };

function decide(command: MeasureCommand, state: MeasureState, given: Given): Decision<MeasureEvent> {
  if (!everEnrolled(given.participant)) return refuse('ParticipantNotEnrolled');
  if (!isThatOccasion(state, command)) return refuse('MeasureScheduledOtherwise');
  switch (command.type) {
    case 'DueMeasure': {
      if (state.status !== 'none') return refuse('MeasureAlreadyDue', { status: state.status });
      if (command.windowTo < command.windowFrom) return refuse('PeriodEndsBeforeItStarts');
      if (windowMisfit(command) !== undefined) return refuse('DueOutsideWindow');
      const { type: _, ...data } = command;
      return [{ type: 'MeasureDue', data }];
    }
    case 'RecordMeasure': {
      // A measure thought missed may still turn up on paper.
      if (state.status === 'recorded') return refuse('MeasureExists', { status: state.status });
      if (isEmpty(command)) return refuse('NothingMeasured');
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

/** What was due or missed on one occasion is not recorded for another. */
function isThatOccasion(state: MeasureState, said: Occasion): boolean {
  return state.status === 'none' || sameContent(state.occasion, occasionOf(said));
}

function occasionOf({ participantId, instrument, occasion }: Occasion): Occasion {
  return { participantId, instrument, occasion };
}

function windowMisfit({
  dueDate,
  windowFrom,
  windowTo,
}: Pick<Data<'MeasureDue'>, 'dueDate' | 'windowFrom' | 'windowTo'>): string | undefined {
  if (windowTo < windowFrom) return 'windowTo';
  return dueDate < windowFrom || dueDate > windowTo ? 'dueDate' : undefined;
}

function isEmpty({ items, reportedTotal }: Pick<Data<'MeasureRecorded'>, 'items' | 'reportedTotal'>): boolean {
  return reportedTotal === undefined && Object.keys(items).length === 0;
}

function evolve(_state: MeasureState, event: MeasureEvent): MeasureState {
  const occasion = occasionOf(event.data);
  switch (event.type) {
    case 'MeasureDue':
      return { status: 'due', occasion };
    case 'MeasureRecorded':
      return { status: 'recorded', occasion };
    case 'MeasureMissed':
      return { status: 'missed', occasion };
  }
}

function misfit(state: MeasureState, event: MeasureEvent): string | undefined {
  if (!isThatOccasion(state, event.data)) return 'occasion';
  switch (event.type) {
    case 'MeasureDue':
      return state.status === 'none' ? windowMisfit(event.data) : 'measureId';
    case 'MeasureRecorded':
      if (isEmpty(event.data)) return 'items';
      return state.status === 'recorded' ? 'measureId' : undefined;
    case 'MeasureMissed':
      return state.status === 'none' || state.status === 'due' ? undefined : 'measureId';
  }
}

export const measureDecider: Decider<MeasureCommand, MeasureState, MeasureEvent> = {
  category: 'measure',
  events: measureEvents,
  upcasts: measureUpcasts,
  keys: ['measureId', 'participantId'],
  commands: measureCommands,
  initialState: { status: 'none' },
  idOf: (command) => command.measureId,
  subjectOf: (command) => ({ participantId: command.participantId }),
  decide,
  evolve,
  misfit,
};
