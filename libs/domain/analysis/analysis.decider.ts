import { z } from 'zod';
import { type Decider, type Decision, type Given, refuse } from '../kernel/decider.ts';
import { id } from '../kernel/primitives.ts';
import { type AnalysisEvent, analysisEvents, analysisUpcasts } from './analysis.events.ts';

const { studyId, analysis, specification, logIndex } = analysisEvents.AnalysisRun.data.shape;

export const analysisCommands = z.strictObject({
  type: z.literal('RecordAnalysisRun'),
  analysisId: id,
  ...{ studyId, analysis, specification, logIndex },
  /** Whether whoever asked may know arms. */
  armsKnown: z.boolean(),
});
export type AnalysisCommand = z.infer<typeof analysisCommands>;

export interface AnalysisState {
  readonly recorded: boolean;
}

function decide(command: AnalysisCommand, state: AnalysisState, { study }: Given): Decision<AnalysisEvent> {
  const { studyId, analysis, specification, logIndex, armsKnown } = command;
  if (!study.registered) return refuse('StudyNotRegistered', { studyId });
  if (state.recorded) return refuse('AnalysisAlreadyRecorded');
  const { locked } = study;
  const timing = locked || armsKnown ? 'after-unblinding' : 'before-unblinding';
  return [{ type: 'AnalysisRun', data: { studyId, analysis, specification, logIndex, timing, locked } }];
}

/** One look at an analysis of outcomes. It is recorded whether data are final or not: a lock does not stop anybody from looking. */
export const analysisDecider: Decider<AnalysisCommand, AnalysisState, AnalysisEvent> = {
  category: 'analysis',
  events: analysisEvents,
  upcasts: analysisUpcasts,
  keys: ['studyId'],
  entriesAreFinal: true,
  commands: analysisCommands,
  initialState: { recorded: false },
  idOf: (command) => command.analysisId,
  subjectOf: (command) => ({ studyId: command.studyId }),
  decide,
  evolve: () => ({ recorded: true }),
  misfit: (state) => (state.recorded ? 'analysisId' : undefined),
};
