import { defineAdherence } from '../definition.parser.ts';

const citation =
  'Côté-Allard U, Pham MH, Schultz AK, Nordgreen T, Torresen J. Adherence Forecasting for Guided Internet-Delivered Cognitive ' +
  'Behavioral Therapy: A Minimally Data-Sensitive Approach. IEEE J Biomed Health Inform 2023;27(6):2771–2781.';
const url = 'https://doi.org/10.1109/JBHI.2022.3204737';

const programme = { kind: 'days', anchor: 'first-attempt', days: 'elapsed', from: 0, to: 56 } as const;
const sessions = {
  kind: 'attempts',
  called: 'sessions',
  window: 'programme',
  where: { minutesAbove: 1 },
} as const;

/** The rule behind the published labels: the written count and a retention clause that the paper does not state. */
export const gIcbtPublished = defineAdherence({
  format: 'intersession.adherence/1',
  id: 'g-icbt-published',
  version: 1,
  title: 'G-ICBT, as the published labels have it',
  description:
    'At least eight sessions of more than a minute in days 0–56 after the first start, and still there on day 56 or later. ' +
    'Found by recomputation: it reproduces all 342 published labels (101 non-adherent).',
  source: { citation, url, note: 'The retention clause is in the labels, not in the text of the paper.' },
  log: { kind: 'exhaustive' },
  windows: {
    programme,
    'from-first-start': {
      kind: 'days',
      anchor: 'first-attempt',
      days: 'elapsed',
      from: 0,
      to: 'open',
      settledAfter: 56,
    },
  },
  quantities: { sessions, 'last-day': { kind: 'last-day', called: 'sessions', window: 'from-first-start' } },
  value: 'sessions',
  adherent: {
    kind: 'all',
    conditions: [
      { kind: 'at-least', name: 'count', quantity: 'sessions', threshold: 8, unit: 'attempts' },
      { kind: 'at-least', name: 'retention', quantity: 'last-day', threshold: 56, unit: 'day' },
    ],
  },
});

/** The rule as the paper words it. */
export const gIcbtWritten = defineAdherence({
  format: 'intersession.adherence/1',
  id: 'g-icbt-written',
  version: 1,
  title: 'G-ICBT, as the paper words it',
  description:
    'At least eight connections to the platform lasting more than a minute over 56 days. Gives 69 of 342 non-adherent.',
  source: { citation, url },
  log: { kind: 'exhaustive' },
  windows: { programme },
  quantities: { sessions },
  value: 'sessions',
  adherent: { kind: 'at-least', name: 'count', quantity: 'sessions', threshold: 8, unit: 'attempts' },
});

/** A sensitivity reading: eight different days instead of eight sessions, with the retention clause. */
export const gIcbtActiveDays = defineAdherence({
  format: 'intersession.adherence/1',
  id: 'g-icbt-active-days',
  version: 1,
  title: 'G-ICBT, counting days instead of sessions',
  description:
    'At least eight different days with a session in days 0–56, and still there on day 56 or later. ' +
    'Several sessions on one day count once; 110 of 342 come out as non-adherent.',
  source: { citation, url, note: 'Not used by the authors; shows how much the answer depends on what is counted.' },
  log: { kind: 'exhaustive' },
  windows: {
    programme,
    'from-first-start': {
      kind: 'days',
      anchor: 'first-attempt',
      days: 'elapsed',
      from: 0,
      to: 'open',
      settledAfter: 56,
    },
  },
  quantities: {
    'active-days': { ...sessions, kind: 'active-days', called: 'sessions' },
    'last-day': { kind: 'last-day', called: 'sessions', window: 'from-first-start' },
  },
  value: 'active-days',
  adherent: {
    kind: 'all',
    conditions: [
      { kind: 'at-least', name: 'days', quantity: 'active-days', threshold: 8, unit: 'days' },
      { kind: 'at-least', name: 'retention', quantity: 'last-day', threshold: 56, unit: 'day' },
    ],
  },
});
