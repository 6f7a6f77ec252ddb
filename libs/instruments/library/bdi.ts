import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';

/** Beck Depression Inventory, totals only: its items belong to Pearson. */
export const bdi: z.input<typeof instrument> = {
  format: 1,
  id: 'bdi',
  version: 1,
  title: 'Beck Depression Inventory, total only',
  licence: 'Items © Pearson: not shipped. Totals may be recorded by holders of a licence.',
  citation: 'Beck, Ward, Mendelson, Mock & Erbaugh 1961, Arch Gen Psychiatry 4:561–571',
  better: 'lower',
  items: [],
  scales: [],
  suddenGain: { scale: 'total', at: 7, source: 'Tang & DeRubeis 1999' },
  total: { scale: 'total', min: 0, max: 63 },
};
