import { defineAdherence } from '../definition.parser.ts';

const record = { kind: 'record' } as const;

/** Mean over obligations of min(done / asked, 1). */
export const quantityUnitLevel = defineAdherence({
  format: 'intersession.adherence/1',
  id: 'quantity-unit-level',
  version: 1,
  title: 'Quantity of homework done, unit level',
  description:
    'How much of what was asked was done: the mean over obligations of min(done / asked, 1). Doing more than asked makes up for ' +
    'nothing elsewhere. Given under both denominators: as adjusted (the headline) and as first assigned.',
  source: {
    citation:
      'Quantity as min(done / asked, 1). Studies differ: of 32 reviewed by Kazantzis, Deane & Ronan (2004) only 4 shared a measure.',
  },
  windows: { record },
  quantities: {
    quantity: { kind: 'unit-quantity', window: 'record' },
    'quantity-as-assigned': { kind: 'unit-quantity', window: 'record', terms: 'as-assigned' },
    'quantity-uncapped': { kind: 'unit-quantity', window: 'record', cap: 'none' },
  },
  value: 'quantity',
});

/** Completed / |A|, split at one half. */
export const completedHalf = defineAdherence({
  format: 'intersession.adherence/1',
  id: 'completed-half',
  version: 1,
  title: 'At least half of the homework completed',
  description:
    'Obligations completed / obligations due, adherent from 0.5. Partly done is not completed; unreported is unknown.',
  source: {
    citation: 'The 0.5 split as used in the study of 158 clients at PMC5341374 (41.1 % of homework returned).',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC5341374/',
  },
  windows: { record },
  quantities: {
    completed: { kind: 'completion-rate', window: 'record' },
    'completed-as-assigned': { kind: 'completion-rate', window: 'record', terms: 'as-assigned' },
    attempted: { kind: 'attempt-rate', window: 'record' },
    'in-time': { kind: 'timeliness', window: 'record' },
  },
  value: 'completed',
  adherent: { kind: 'at-least', name: 'half', quantity: 'completed', threshold: 0.5, unit: 'share' },
});

/** Total minutes of practice, with days and attempts beside them. */
export const practiceDose = defineAdherence({
  format: 'intersession.adherence/1',
  id: 'practice-dose',
  version: 1,
  title: 'Dose of practice',
  description:
    'Minutes of practice over the whole record, the median attempt, the number of attempts and of different days. No threshold.',
  source: { citation: 'Dose as minutes and active days; no study-specific cut-off is implied.' },
  windows: { record },
  quantities: {
    minutes: { kind: 'minutes', window: 'record' },
    'median-minutes': { kind: 'minutes', aggregate: 'median', window: 'record' },
    attempts: { kind: 'attempts', window: 'record' },
    'active-days': { kind: 'active-days', window: 'record' },
  },
  value: 'minutes',
});
