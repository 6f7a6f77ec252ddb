import { type Instrument, parseInstrument } from './instrument.schema.ts';
import { bdi } from './library/bdi.ts';
import { gad7 } from './library/gad-7.ts';
import { phq9 } from './library/phq-9.ts';

export * from './instrument.schema.ts';
export * from './measure-score.ts';
export * from './person-change.ts';
export * from './reliable-change.ts';
export * from './scoring.ts';
export * from './sudden-gains.ts';

/** The instruments that come with the platform. */
export const builtInInstruments: readonly Instrument[] = [phq9, gad7, bdi].map(parseInstrument);
