import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';
import { answersFrom, bandsOf, firstCodes, numbered } from './items.ts';

/** Center for Epidemiologic Studies Depression Scale. Items 4, 8, 12 and 16 are worded positively and reversed. */
export const cesd: z.input<typeof instrument> = {
  format: 1,
  id: 'ces-d',
  version: 1,
  title: 'Center for Epidemiologic Studies Depression Scale (CES-D)',
  licence: 'Public domain (US National Institute of Mental Health).',
  citation: 'Radloff 1977, Appl Psychol Meas 1:385–401',
  better: 'lower',
  recallDays: 7,
  stem: 'During the past week:',
  answers: answersFrom(0, [
    'Rarely or none of the time (less than 1 day)',
    'Some or a little of the time (1–2 days)',
    'Occasionally or a moderate amount of time (3–4 days)',
    'Most or all of the time (5–7 days)',
  ]),
  items: numbered(
    [
      'I was bothered by things that usually don’t bother me.',
      'I did not feel like eating; my appetite was poor.',
      'I felt that I could not shake off the blues even with help from my family or friends.',
      'I felt I was just as good as other people.',
      'I had trouble keeping my mind on what I was doing.',
      'I felt depressed.',
      'I felt that everything I did was an effort.',
      'I felt hopeful about the future.',
      'I thought my life had been a failure.',
      'I felt fearful.',
      'My sleep was restless.',
      'I was happy.',
      'I talked less than usual.',
      'I felt lonely.',
      'People were unfriendly.',
      'I enjoyed life.',
      'I had crying spells.',
      'I felt sad.',
      'I felt that people dislike me.',
      'I could not get “going.”',
    ],
    0,
    3,
    [4, 8, 12, 16],
  ),
  scales: [
    {
      id: 'total',
      items: firstCodes(20),
      missing: {
        rule: 'mean-impute',
        atMost: 4,
        source: 'more than 4 missing: no score (Radloff 1977, as in CamCOPS)',
      },
    },
  ],
  total: { scale: 'total', min: 0, max: 60 },
  bands: bandsOf([0, 'below the cut-off'], [16, 'at risk of depression']),
  caseness: { scale: 'total', at: 16, source: 'Radloff 1977' },
};
