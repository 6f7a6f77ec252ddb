import type { AssignmentCommand } from '#domain';

type Terms = Extract<AssignmentCommand, { type: 'AssignHomework' }>['terms'];

export interface SimulatedHomework {
  readonly terms: Pick<Terms, 'title' | 'focus' | 'medium' | 'goal' | 'rationale' | 'instructions'>;
  readonly unit: 'times' | 'records' | 'minutes';
  /** Dose of one attempt, in `unit`. */
  readonly step: number;
  /** Usual length of one attempt. */
  readonly minutes: number;
}

/** What the simulated therapists assign. */
export const HOMEWORK: readonly SimulatedHomework[] = [
  {
    terms: {
      title: 'Thought record',
      focus: 'cognitive',
      medium: 'worksheet',
      goal: 'Notice a thought before it decides the day',
      rationale: 'Writing a thought down makes it something to look at rather than something that is simply true.',
      instructions: 'When your mood drops, note the situation, the thought, and how strongly you believe it.',
    },
    unit: 'records',
    step: 1,
    minutes: 14,
  },
  {
    terms: {
      title: 'Activity plan',
      focus: 'behavioural',
      medium: 'worksheet',
      goal: 'Do small things again that used to matter',
      rationale: 'Doing often comes before feeling like it.',
      instructions: 'Pick one activity a day, do it, and rate mastery and pleasure.',
    },
    unit: 'times',
    step: 1,
    minutes: 35,
  },
  {
    terms: {
      title: 'Breathing practice',
      focus: 'experiential',
      medium: 'practice',
      goal: 'Have a way to settle that is always at hand',
      rationale: 'Slow breathing is easier to find under stress when it was practised without it.',
      instructions: 'Ten minutes, sitting, with the pacer.',
    },
    unit: 'minutes',
    step: 10,
    minutes: 10,
  },
  {
    terms: {
      title: 'Mood diary',
      focus: 'self-monitoring',
      medium: 'journal',
      goal: 'See what lifts and what lowers the mood',
      rationale: 'Patterns show only when they are written down.',
      instructions: 'Three lines in the evening, and a number from 0 to 100.',
    },
    unit: 'records',
    step: 1,
    minutes: 6,
  },
];

/** Diary lines of nobody. */
export const NOTES: readonly string[] = [
  'Simulated note: it was easier once I had begun.',
  'Simulated note: the bus was late, so I did it there.',
  'Simulated note: hard to find words for the thought.',
  'Simulated note: I noticed it halfway through the evening.',
  'Simulated note: short, but done.',
];
