import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';
import { answersFrom, bandsOf, firstCodes, numbered } from './items.ts';

type Input = z.input<typeof instrument>;

const LICENCE = 'Unrestricted use; © World Health Organization 2003, cite the source.';
const STEM = 'During the past 30 days, about how often did you feel …';
const LABELS = ['None of the time', 'A little of the time', 'Some of the time', 'Most of the time', 'All of the time'];

/** Kessler Psychological Distress Scale, 6 items, scored 0–4. */
export const k6: Input = {
  format: 1,
  id: 'k6',
  version: 1,
  title: 'Kessler Psychological Distress Scale (K6)',
  licence: LICENCE,
  citation: 'Kessler, Barker, Colpe et al. 2003, Arch Gen Psychiatry 60:184–189',
  better: 'lower',
  recallDays: 30,
  stem: STEM,
  answers: answersFrom(0, LABELS),
  items: numbered(
    [
      'nervous?',
      'hopeless?',
      'restless or fidgety?',
      'so depressed that nothing could cheer you up?',
      'that everything was an effort?',
      'worthless?',
    ],
    0,
    4,
  ),
  scales: [{ id: 'total', items: firstCodes(6), missing: { rule: 'none-allowed' } }],
  total: { scale: 'total', min: 0, max: 24 },
  bands: bandsOf([0, 'below the cut-off'], [13, 'probable serious mental illness']),
  caseness: { scale: 'total', at: 13, source: 'Kessler et al. 2003' },
};

/** Kessler Psychological Distress Scale, 10 items, scored 1–5. */
export const k10: Input = {
  format: 1,
  id: 'k10',
  version: 1,
  title: 'Kessler Psychological Distress Scale (K10)',
  licence: LICENCE,
  citation: 'Kessler, Andrews, Colpe et al. 2002, Psychol Med 32:959–976',
  better: 'lower',
  recallDays: 30,
  stem: STEM,
  answers: answersFrom(1, LABELS),
  items: numbered(
    [
      'tired out for no good reason?',
      'nervous?',
      'so nervous that nothing could calm you down?',
      'hopeless?',
      'restless or fidgety?',
      'so restless you could not sit still?',
      'depressed?',
      'that everything was an effort?',
      'so sad that nothing could cheer you up?',
      'worthless?',
    ],
    1,
    5,
  ),
  scales: [{ id: 'total', items: firstCodes(10), missing: { rule: 'none-allowed' } }],
  total: { scale: 'total', min: 10, max: 50 },
  bands: bandsOf([10, 'low'], [16, 'moderate'], [22, 'high'], [30, 'very high']),
};
