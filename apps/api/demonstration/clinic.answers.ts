import type { AnswerValues } from '#worksheets';

/** Made-up answers to worksheets of the library, by their names. */
export const CLINIC_ANSWERS: readonly (readonly [templateId: string, answers: AnswerValues])[] = [
  [
    'thought-record-5',
    {
      record: [
        {
          situation: 'Tuesday night at home. My brother did not call back.',
          emotion: 'Sad, a bit angry',
          intensity: 80,
          thought: 'He is angry with me. I always ruin things.',
          alternative: 'He was on a night shift. He sent a photo on Sunday. I can ring him on Thursday.',
          'intensity-after': 40,
        },
        {
          situation: 'Lunch at work, nobody sat with me.',
          emotion: 'Lonely',
          intensity: 60,
          thought: 'They do not like me.',
          alternative: 'They were in a meeting. Kim waved.',
          'intensity-after': 30,
        },
      ],
    },
  ],
  [
    'behavioural-experiment',
    {
      guess: 'If I ask a question at the meeting they will laugh.',
      belief: 80,
      test: 'Ask one question on Monday at ten.',
      safety: 'I will not plan the words before.',
      tried: 'yes',
      saw: 'Two people nodded. Nobody laughed. My face was hot.',
      'belief-after': 30,
      learned: 'A red face is not a disaster.',
    },
  ],
  [
    'exposure-ladder',
    {
      goal: 'Take the bus to work',
      ladder: [
        { step: 'Stand at the stop for ten minutes', before: 50, peak: 70, after: 30, learned: 'I did not faint.' },
        { step: 'Ride one stop with Sara', before: 60, peak: 80, after: 40, learned: 'The heat passes.' },
      ],
      next: 'Ride one stop on my own',
    },
  ],
  [
    'activity-schedule',
    {
      week: [
        { planned: 'Walk to the lake', done: 'Walked to the shop', mastery: 4, pleasure: 3 },
        { planned: 'Call Ana', done: 'Called Ana', mastery: 5, pleasure: 7 },
        { planned: 'Swim', done: 'Stayed in bed', mastery: 1, pleasure: 2 },
        { planned: 'Cook soup', done: 'Cooked soup', mastery: 6, pleasure: 6 },
      ],
      noticed: 'Better on days with people.',
    },
  ],
];
