import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to a measure. */
export const MeasureCommandsResolver = commandResolver('MeasureCommandsResolver', {
  RecordMeasure: {
    allow: 'measure:write',
    does: 'Records an outcome measure.',
    takes: 'An outcome measure that was taken.',
    derives: 'measureId',
  },
  MissMeasure: {
    allow: 'measure:write',
    does: 'Records that an outcome measure was not taken.',
    takes: 'An outcome measure that was not taken.',
    derives: 'measureId',
  },
  DueMeasure: {
    allow: 'measure:schedule',
    does: 'Puts a measure on the schedule.',
    takes: 'An occasion and its window.',
    derives: 'measureId',
  },
});
