import type { AnswerValues, StrokePoint } from '#worksheets';

/** A line that turns inward, such as a pen that does not lift. */
function spiral(turns: number, from: number, to: number, centre: readonly [number, number]): StrokePoint[] {
  return Array.from({ length: turns * 36 }, (_, step) => {
    const angle = (step / 36) * 2 * Math.PI;
    const radius = from + ((to - from) * step) / (turns * 36);
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle), 0.4 + 0.3 * Math.sin(angle)];
  });
}

function arc(from: readonly [number, number], to: readonly [number, number], sag: number): StrokePoint[] {
  return Array.from({ length: 30 }, (_, step) => {
    const t = step / 29;
    return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t + sag * Math.sin(Math.PI * t), 0.6];
  });
}

/** Made-up answers for ten worksheets of the library; markup in them is there to be seen as text. */
export const pictured: Readonly<Record<string, AnswerValues>> = {
  'thought-record-5': {
    record: [
      {
        situation: 'Tuesday night at home. My brother did not call back.',
        emotion: 'Sad, a bit angry',
        intensity: 80,
        thought: 'He is <b>angry</b> with me. I always ruin things.',
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
  'behavioural-experiment': {
    guess: 'If I ask a question at the meeting they will laugh.',
    belief: 80,
    test: 'Ask one question on Monday at ten.',
    safety: 'I will not plan the words before.',
    tried: 'yes',
    saw: 'Two people nodded. Nobody laughed. My face was hot.',
    'belief-after': 30,
    learned: 'A red face is not a disaster.',
  },
  'activity-schedule': {
    week: [
      { planned: 'Walk to the lake', done: 'Walked to the shop', mastery: 4, pleasure: 3 },
      { planned: 'Call Ana', done: 'Called Ana', mastery: 5, pleasure: 7 },
      { planned: 'Swim', done: 'Stayed in bed', mastery: 1, pleasure: 2 },
      { planned: 'Cook soup', done: 'Cooked soup', mastery: 6, pleasure: 6 },
      {},
      { planned: 'Market', done: 'Market with Per', mastery: 5, pleasure: 8 },
    ],
    noticed: 'Better on days with people.',
  },
  'exposure-ladder': {
    goal: 'Take the bus to work',
    ladder: [
      { step: 'Stand at the stop for ten minutes', before: 50, peak: 70, after: 30, learned: 'I did not faint.' },
      { step: 'Ride one stop with Sara', before: 60, peak: 80, after: 40, learned: 'The heat passes.' },
    ],
    next: 'Ride one stop on my own',
  },
  'sleep-diary': {
    nights: [
      {
        'to-bed': '22:30',
        'lights-out': '23:00',
        'fell-asleep-after': 40,
        awakenings: 2,
        woke: '06:00',
        'got-up': '06:30',
        quality: 3,
      },
      {
        'to-bed': '23:10',
        'lights-out': '23:20',
        'fell-asleep-after': 15,
        awakenings: 0,
        woke: '06:40',
        'got-up': '06:45',
        quality: 4,
      },
      {
        'to-bed': '22:00',
        'lights-out': '22:10',
        'fell-asleep-after': 75,
        awakenings: 3,
        woke: '04:50',
        'got-up': '06:30',
        quality: 2,
      },
    ],
    note: 'Better when I put the phone away.',
  },
  'slow-breathing': { before: 70, breath: 252, after: 40, helped: 7 },
  'body-scan': { scan: 840, noticed: 'My jaw was tight. I fell asleep for a while.', helped: 6 },
  'values-compass': {
    parts: [
      { how: 'Be there at bedtime', matters: 9, lived: 5 },
      { how: 'Be one who asks', matters: 8, lived: 2 },
      { how: 'Do work that helps someone', matters: 6, lived: 6 },
    ],
    step: 'Text Dan tonight',
    day: '2026-11-23',
  },
  'draw-the-feeling': {
    feeling: 'Worry',
    drawing: {
      strokes: [
        { colour: 0, width: 14, points: spiral(5, 190, 24, [500, 320]) },
        { colour: 2, width: 22, points: arc([230, 500], [770, 500], 120) },
        { colour: 1, width: 10, points: arc([120, 130], [320, 90], -40) },
      ],
      description: 'A grey knot with a warm hand under it.',
    },
    needs: 'Somebody to hold it with me.',
    name: 'Held',
    helped: 8,
  },
  'homework-review': {
    done: 'part',
    'in-the-way': ['forgetting', 'practical'],
    hard: 6,
    useful: 7,
    learned: 'It is easier in the morning.',
    change: 'Shorter, and before breakfast.',
  },
};
