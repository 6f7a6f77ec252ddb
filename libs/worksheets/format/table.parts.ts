import type { Column } from './question.schema.ts';

/** A column without the words: they come from the worksheet, in its languages. */
export type Part = Column extends infer One ? (One extends Column ? Omit<One, 'id' | 'label' | 'hint'> : never) : never;

const text = (lines: number): Part => ({ kind: 'text', lines, maxLength: 20_000 });
const scale = (max: number, step = 1, min = 0): Part => ({ kind: 'scale', min, max, step, anchors: [] });
const time: Part = { kind: 'time' };
const date: Part = { kind: 'date' };
const minutes = (maxMinutes: number): Part => ({ kind: 'duration', maxMinutes });
const count = (max: number): Part => ({ kind: 'number', min: 0, max, decimals: 0 });

/**
 * What the columns of the field's own tables hold. `needed` are those that make the table what it is named after.
 *
 * - thought record: Beck et al. (1979), five columns; Greenberger & Padesky (1995), seven; belief and intensity 0–100.
 * - exposure ladder: subjective units of distress 0–100 (Wolpe, 1969), before, at the peak and after.
 * - activity schedule: mastery and pleasure 0–10 (Beck et al., 1979; Lewinsohn, 1974).
 * - sleep diary: the questions of the Consensus Sleep Diary (Carney et al., 2012), in words of one's own.
 */
export const tableParts = {
  'thought-record': {
    needed: ['situation', 'thought'],
    parts: {
      when: text(1),
      situation: text(3),
      emotion: text(1),
      intensity: scale(100, 10),
      thought: text(3),
      belief: scale(100, 10),
      'evidence-for': text(3),
      'evidence-against': text(3),
      alternative: text(3),
      'belief-alternative': scale(100, 10),
      'belief-after': scale(100, 10),
      'intensity-after': scale(100, 10),
      'next-step': text(1),
    },
  },
  'exposure-ladder': {
    needed: ['step', 'before', 'peak', 'after'],
    parts: {
      step: text(2),
      date,
      expected: text(2),
      before: scale(100, 10),
      peak: scale(100, 10),
      after: scale(100, 10),
      minutes: minutes(600),
      learned: text(2),
    },
  },
  'activity-schedule': {
    needed: ['planned', 'done', 'mastery', 'pleasure'],
    parts: { planned: text(1), done: text(1), mastery: scale(10), pleasure: scale(10), note: text(1) },
  },
  'mood-diary': {
    needed: ['mood'],
    parts: { mood: scale(10), energy: scale(10), anxiety: scale(10), irritability: scale(10), note: text(1) },
  },
  'sleep-diary': {
    needed: ['to-bed', 'woke'],
    parts: {
      'to-bed': time,
      'lights-out': time,
      'fell-asleep-after': minutes(600),
      awakenings: count(50),
      'awake-in-night': minutes(600),
      woke: time,
      'got-up': time,
      naps: minutes(600),
      quality: scale(5, 1, 1),
      note: text(1),
    },
  },
} as const satisfies Record<string, { needed: readonly string[]; parts: Record<string, Part> }>;

export type TableKind = keyof typeof tableParts;
