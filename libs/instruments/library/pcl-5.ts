import type { z } from 'zod';
import type { instrument } from '../instrument.schema.ts';
import { answersFrom, bandsOf, codes, firstCodes, numbered } from './items.ts';

const TEXTS = [
  'Repeated, disturbing, and unwanted memories of the stressful experience?',
  'Repeated, disturbing dreams of the stressful experience?',
  'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
  'Feeling very upset when something reminded you of the stressful experience?',
  'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
  'Avoiding memories, thoughts, or feelings related to the stressful experience?',
  'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
  'Trouble remembering important parts of the stressful experience?',
  'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
  'Blaming yourself or someone else for the stressful experience or what happened after it?',
  'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
  'Loss of interest in activities that you used to enjoy?',
  'Feeling distant or cut off from other people?',
  'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
  'Irritable behavior, angry outbursts, or acting aggressively?',
  'Taking too many risks or doing things that could cause you harm?',
  'Being “superalert” or watchful or on guard?',
  'Feeling jumpy or easily startled?',
  'Having difficulty concentrating?',
  'Trouble falling or staying asleep?',
];

const span = (from: number, to: number): string[] =>
  codes(Array.from({ length: to - from + 1 }, (_, index) => from + index));
const NONE_ALLOWED = { rule: 'none-allowed' } as const;

/** PTSD Checklist for DSM-5, with the clusters B to E. The 5 and 10 points often quoted belong to the DSM-IV version: not used. */
export const pcl5: z.input<typeof instrument> = {
  format: 1,
  id: 'pcl-5',
  version: 1,
  title: 'PTSD Checklist for DSM-5 (PCL-5)',
  licence: 'Work of the US Government (National Center for PTSD), in the public domain.',
  citation: 'Weathers, Litz, Keane, Palmieri, Marx & Schnurr 2013; Blevins et al. 2015, J Trauma Stress 28:489–498',
  better: 'lower',
  recallDays: 30,
  stem: 'In the past month, how much were you bothered by:',
  answers: answersFrom(0, ['Not at all', 'A little bit', 'Moderately', 'Quite a bit', 'Extremely']),
  items: numbered(TEXTS, 0, 4),
  scales: [
    { id: 'total', items: firstCodes(20), missing: NONE_ALLOWED },
    { id: 'intrusion', items: span(1, 5), missing: NONE_ALLOWED },
    { id: 'avoidance', items: span(6, 7), missing: NONE_ALLOWED },
    { id: 'cognition-mood', items: span(8, 14), missing: NONE_ALLOWED },
    { id: 'arousal', items: span(15, 20), missing: NONE_ALLOWED },
  ],
  total: { scale: 'total', min: 0, max: 80 },
  bands: bandsOf([0, 'below the cut-off'], [31, 'probable PTSD']),
  caseness: { scale: 'total', at: 31, source: 'National Center for PTSD: 31 to 33; the lower end is used' },
  reliableChange: {
    scale: 'total',
    at: 18,
    source: 'Marx et al. 2022, Psychol Assess: 15 in one sample, 18 in another; the larger is used',
  },
};
