import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';
import { bandsOf, firstCodes, untold } from './items.ts';

/** CORE-10. Its wording is CC BY-ND: it lies in a file of its own licence, and the score does not need it. */
export const core10: z.input<typeof instrument> = {
  format: 1,
  id: 'core-10',
  version: 1,
  title: 'CORE-10',
  licence: 'Scoring: free. Wording: © CORE System Trust, CC BY-ND 4.0, verbatim only, kept apart.',
  textsLicence: 'CC BY-ND 4.0, © CORE System Trust',
  citation: 'Barkham, Bewick, Mullin et al. 2013, Couns Psychother Res 13:3–13',
  better: 'lower',
  recallDays: 7,
  items: untold(10, 0, 4, [2, 3]),
  scales: [
    {
      id: 'total',
      items: firstCodes(10),
      missing: {
        rule: 'mean-impute',
        atMost: 1,
        source: '10 × sum / items answered: CORE-10 manual; at most one: common practice, not checked',
      },
    },
  ],
  total: { scale: 'total', min: 0, max: 40 },
  bands: bandsOf([0, 'healthy'], [6, 'low'], [11, 'mild'], [15, 'moderate'], [20, 'moderately severe'], [25, 'severe']),
  caseness: { scale: 'total', at: 11, source: 'Barkham et al. 2013: 11 for distress, 13 for depression' },
  reliableChange: { scale: 'total', at: 6, source: 'Barkham et al. 2013 (90 % confidence)' },
  riskItems: [{ item: 'q6', above: 0 }],
};
