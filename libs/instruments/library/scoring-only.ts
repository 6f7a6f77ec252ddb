import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';
import { bandsOf, codes, firstCodes, untold } from './items.ts';

type Input = z.input<typeof instrument>;
type Scale = Input['scales'][number];

const NONE_ALLOWED = { rule: 'none-allowed' } as const;
const total = (count: number): Scale => ({ id: 'total', items: firstCodes(count), missing: NONE_ALLOWED });

/** Work and Social Adjustment Scale: scores only. */
export const wsas: Input = {
  format: 1,
  id: 'wsas',
  version: 1,
  title: 'Work and Social Adjustment Scale (WSAS), scoring only',
  licence: '© Isaac Marks: wording not shipped. Ask the rights-holder.',
  citation: 'Mundt, Marks, Shear & Greist 2002, Br J Psychiatry 180:461–464',
  better: 'lower',
  items: untold(5, 0, 8),
  scales: [total(5)],
  total: { scale: 'total', min: 0, max: 40 },
  bands: bandsOf([0, 'subclinical'], [10, 'significant impairment'], [21, 'moderately severe or worse']),
  caseness: { scale: 'total', at: 10, source: 'Mundt et al. 2002' },
};

/** Insomnia Severity Index: scores only. */
export const isi: Input = {
  format: 1,
  id: 'isi',
  version: 1,
  title: 'Insomnia Severity Index (ISI), scoring only',
  licence: '© Charles Morin: wording not shipped. Ask the rights-holder.',
  citation: 'Bastien, Vallières & Morin 2001, Sleep Med 2:297–307',
  better: 'lower',
  recallDays: 14,
  items: untold(7, 0, 4),
  scales: [total(7)],
  total: { scale: 'total', min: 0, max: 28 },
  bands: bandsOf([0, 'none'], [8, 'subthreshold'], [15, 'moderate'], [22, 'severe']),
  caseness: { scale: 'total', at: 15, source: 'Bastien et al. 2001' },
  remission: { scale: 'total', at: 8, source: 'Morin, Belleville, Bélanger & Ivers 2011' },
  reliableChange: { scale: 'total', at: 8.4, source: 'Morin et al. 2011: moderate improvement' },
};

const dass = (id: string, numbers: readonly number[], [mild, moderate, severe, extreme]: readonly number[]): Scale => ({
  id,
  items: codes(numbers),
  multiplier: 2,
  missing: NONE_ALLOWED,
  bands: bandsOf(
    [0, 'normal'],
    [mild ?? 0, 'mild'],
    [moderate ?? 0, 'moderate'],
    [severe ?? 0, 'severe'],
    [extreme ?? 0, 'extremely severe'],
  ),
});

/** Depression Anxiety Stress Scales, 21 items, each sum doubled: scores only. */
export const dass21: Input = {
  format: 1,
  id: 'dass-21',
  version: 1,
  title: 'Depression Anxiety Stress Scales (DASS-21), scoring only',
  licence: 'Sources differ on whether the wording is free: not shipped.',
  citation: 'Lovibond & Lovibond 1995, Manual for the Depression Anxiety Stress Scales',
  better: 'lower',
  recallDays: 7,
  items: untold(21, 0, 3),
  scales: [
    { ...total(21), multiplier: 2 },
    dass('depression', [3, 5, 10, 13, 16, 17, 21], [10, 14, 21, 28]),
    dass('anxiety', [2, 4, 7, 9, 15, 19, 20], [8, 10, 15, 20]),
    dass('stress', [1, 6, 8, 11, 12, 14, 18], [15, 19, 26, 34]),
  ],
  total: { scale: 'total', min: 0, max: 126 },
};

/** Overall Anxiety Severity and Impairment Scale: scores only. */
export const oasis: Input = {
  format: 1,
  id: 'oasis',
  version: 1,
  title: 'Overall Anxiety Severity and Impairment Scale (OASIS), scoring only',
  licence: 'Called free in secondary sources only: wording not shipped.',
  citation: 'Norman, Hami Cissell, Means-Christensen & Stein 2006, Depress Anxiety 23:245–249',
  better: 'lower',
  recallDays: 7,
  items: untold(5, 0, 4),
  scales: [total(5)],
  total: { scale: 'total', min: 0, max: 20 },
  caseness: { scale: 'total', at: 8, source: 'Campbell-Sills et al. 2009, J Affect Disord 112:92–101' },
  reliableChange: { scale: 'total', at: 5, source: 'read in a secondary source, not checked against a paper' },
};

/** Overall Depression Severity and Impairment Scale: scores only. */
export const odsis: Input = {
  format: 1,
  id: 'odsis',
  version: 1,
  title: 'Overall Depression Severity and Impairment Scale (ODSIS), scoring only',
  licence: 'Called free in secondary sources only: wording not shipped.',
  citation: 'Bentley, Gallagher, Carl & Barlow 2014, Psychol Assess 26:815–830',
  better: 'lower',
  recallDays: 7,
  items: untold(5, 0, 4),
  scales: [total(5)],
  total: { scale: 'total', min: 0, max: 20 },
  caseness: { scale: 'total', at: 8, source: 'Bentley et al. 2014; read in a secondary source' },
};
