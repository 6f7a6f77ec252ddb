import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';
import { PHQ_ANSWERS, PHQ_STEM } from './items.ts';

/** The wording of its items; the first eight are the PHQ-8’s too. */
export const PHQ_9_TEXTS = [
  'Little interest or pleasure in doing things',
  'Feeling down, depressed, or hopeless',
  'Trouble falling or staying asleep, or sleeping too much',
  'Feeling tired or having little energy',
  'Poor appetite or overeating',
  'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
  'Trouble concentrating on things, such as reading the newspaper or watching television',
  'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
  'Thoughts that you would be better off dead or of hurting yourself in some way',
] as const;

/** Patient Health Questionnaire, 9 items. */
export const phq9: z.input<typeof instrument> = {
  format: 1,
  id: 'phq-9',
  version: 1,
  title: 'Patient Health Questionnaire (PHQ-9)',
  licence: 'Public domain: no permission required to reproduce, translate, display or distribute.',
  citation: 'Kroenke, Spitzer & Williams 2001, J Gen Intern Med 16:606–613',
  better: 'lower',
  recallDays: 14,
  stem: PHQ_STEM,
  answers: PHQ_ANSWERS,
  items: PHQ_9_TEXTS.map((text, index) => ({ code: `q${index + 1}`, text, min: 0, max: 3 })),
  scales: [
    {
      id: 'total',
      items: Array.from({ length: 9 }, (_, index) => `q${index + 1}`),
      missing: { rule: 'mean-impute', atMost: 2, source: 'Arrieta et al. 2017, as implemented in qscorer' },
    },
  ],
  total: { scale: 'total', min: 0, max: 27 },
  bands: [
    { from: 0, label: 'minimal' },
    { from: 5, label: 'mild' },
    { from: 10, label: 'moderate' },
    { from: 15, label: 'moderately severe' },
    { from: 20, label: 'severe' },
  ],
  caseness: { scale: 'total', at: 10, source: 'NHS Talking Therapies manual' },
  remission: { scale: 'total', at: 5, source: 'PHQ-9 below 5: Kroenke et al. 2001' },
  reliableChange: { scale: 'total', at: 6, source: 'NHS Talking Therapies manual' },
  reliability: {
    scale: 'total',
    sd: 6.1,
    value: 0.89,
    kind: 'alpha',
    source: 'α: Kroenke et al. 2001; SD: general knowledge, not checked',
  },
  riskItems: [{ item: 'q9', above: 0 }],
};
