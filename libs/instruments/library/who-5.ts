import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';
import { bandsOf, firstCodes, untold } from './items.ts';

/** WHO-5 Well-Being Index, a percentage: higher is better. Its wording is CC BY-NC-SA and lies apart. */
export const who5: z.input<typeof instrument> = {
  format: 1,
  id: 'who-5',
  version: 1,
  title: 'WHO-5 Well-Being Index',
  licence: 'Scoring: free. Wording: © World Health Organization, CC BY-NC-SA 3.0 IGO, kept apart.',
  textsLicence: 'CC BY-NC-SA 3.0 IGO, © World Health Organization 1998',
  citation: 'Topp, Østergaard, Søndergaard & Bech 2015, Psychother Psychosom 84:167–176',
  better: 'higher',
  recallDays: 14,
  items: untold(5, 0, 5),
  scales: [{ id: 'total', items: firstCodes(5), multiplier: 4, missing: { rule: 'none-allowed' } }],
  total: { scale: 'total', min: 0, max: 100 },
  bands: bandsOf([0, 'very low well-being'], [29, 'low well-being'], [51, 'adequate well-being']),
  caseness: { scale: 'total', at: 50, source: 'Topp et al. 2015: 50 or below; 28 or below suggests depression' },
  reliableChange: { scale: 'total', at: 10, source: 'Topp et al. 2015: 10 points' },
};
