import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';
import { bandsOf, firstCodes, numbered, PHQ_ANSWERS, PHQ_STEM } from './items.ts';
import { PHQ_9_TEXTS } from './phq-9.ts';

/** Patient Health Questionnaire, 8 items: the PHQ-9 without the item on thoughts of death. */
export const phq8: z.input<typeof instrument> = {
  format: 1,
  id: 'phq-8',
  version: 1,
  title: 'Patient Health Questionnaire (PHQ-8)',
  licence: 'Public domain: no permission required to reproduce, translate, display or distribute.',
  citation: 'Kroenke, Strine, Spitzer, Williams, Berry & Mokdad 2009, J Affect Disord 114:163–173',
  better: 'lower',
  recallDays: 14,
  stem: PHQ_STEM,
  answers: PHQ_ANSWERS,
  items: numbered(PHQ_9_TEXTS.slice(0, 8), 0, 3),
  scales: [
    {
      id: 'total',
      items: firstCodes(8),
      missing: {
        rule: 'mean-impute',
        atMost: 2,
        source: 'as the PHQ-9: Arrieta et al. 2017, as implemented in qscorer',
      },
    },
  ],
  total: { scale: 'total', min: 0, max: 24 },
  bands: bandsOf([0, 'minimal'], [5, 'mild'], [10, 'moderate'], [15, 'moderately severe'], [20, 'severe']),
  caseness: { scale: 'total', at: 10, source: 'Kroenke et al. 2009' },
};
