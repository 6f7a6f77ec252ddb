import { type Instrument, parseInstrument } from './instrument.schema.ts';
import { bdi } from './library/bdi.ts';
import { cesd } from './library/ces-d.ts';
import { core10 } from './library/core-10.ts';
import { gad7 } from './library/gad-7.ts';
import { k10, k6 } from './library/kessler.ts';
import { pcl5 } from './library/pcl-5.ts';
import { phq8 } from './library/phq-8.ts';
import { phq9 } from './library/phq-9.ts';
import { dass21, isi, oasis, odsis, wsas } from './library/scoring-only.ts';
import { who5 } from './library/who-5.ts';

export * from './instrument.schema.ts';
export * from './instrument.texts.ts';
export * from './measure-score.ts';
export * from './person-change.ts';
export * from './rating-form.ts';
export * from './reliable-change.ts';
export * from './scoring.ts';
export * from './sudden-gains.ts';

/** The instruments that come with the platform. */
export const builtInInstruments: readonly Instrument[] = [
  ...[phq9, phq8, gad7, k6, k10, pcl5, cesd, core10, who5],
  ...[wsas, isi, dass21, oasis, odsis, bdi],
].map(parseInstrument);
