import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';
import { PHQ_ANSWERS, PHQ_STEM } from './items.ts';

/** Generalized Anxiety Disorder scale, 7 items. Its lowest anchor reads “Not at all”, not “Not at all sure”. */
export const gad7: z.input<typeof instrument> = {
  format: 1,
  id: 'gad-7',
  version: 1,
  title: 'Generalized Anxiety Disorder scale (GAD-7)',
  licence: 'Public domain: no permission required to reproduce, translate, display or distribute.',
  citation: 'Spitzer, Kroenke, Williams & Löwe 2006, Arch Intern Med 166:1092–1097',
  better: 'lower',
  recallDays: 14,
  stem: PHQ_STEM,
  answers: PHQ_ANSWERS,
  items: [
    'Feeling nervous, anxious, or on edge',
    'Not being able to stop or control worrying',
    'Worrying too much about different things',
    'Trouble relaxing',
    'Being so restless that it is hard to sit still',
    'Becoming easily annoyed or irritable',
    'Feeling afraid as if something awful might happen',
  ].map((text, index) => ({ code: `q${index + 1}`, text, min: 0, max: 3 })),
  scales: [
    {
      id: 'total',
      items: Array.from({ length: 7 }, (_, index) => `q${index + 1}`),
      missing: { rule: 'mean-impute', atMost: 1, source: 'common practice, not checked against a paper' },
    },
  ],
  total: { scale: 'total', min: 0, max: 21 },
  bands: [
    { from: 0, label: 'minimal' },
    { from: 5, label: 'mild' },
    { from: 10, label: 'moderate' },
    { from: 15, label: 'severe' },
  ],
  caseness: { scale: 'total', at: 8, source: 'NHS Talking Therapies manual' },
  reliableChange: { scale: 'total', at: 4, source: 'NHS Talking Therapies manual' },
  reliability: {
    scale: 'total',
    sd: 4.7,
    value: 0.92,
    kind: 'alpha',
    source: 'α: Spitzer et al. 2006; SD: general knowledge, not checked',
  },
};
