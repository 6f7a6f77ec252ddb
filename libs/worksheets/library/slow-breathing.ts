import { helped, ours, strength, t } from './authoring.ts';

export const slowBreathing = ours({
  id: 'slow-breathing',
  title: t('Slow breathing', 'Långsam andning'),
  approach: ['mindfulness'],
  needs: ['anxiety', 'stress', 'panic', 'anger', 'sleep'],
  goals: ['calm-my-body', 'sleep-better', 'feel-in-charge'],
  focus: 'behavioural',
  medium: 'practice',
  mechanism: 'physiological-calming',
  minutes: 5,
  difficulty: 0,
  objective: t(
    'Practise a slow breath, so it is there when you need it.',
    'Öva på lugn andning, så att den finns när du behöver den.',
  ),
  rationale: t(
    'A slow breath out tells the body that it is safe to slow down. It works best when you have practised on calm days. You do not need to breathe deep. Slow and soft is enough.',
    'En lång utandning säger till kroppen att den kan varva ner. Det går bäst om du har övat på lugna dagar. Du behöver inte andas djupt. Långsamt och mjukt räcker.',
  ),
  steps: [
    t('Sit or lie so that your belly can move.', 'Sitt eller ligg så att magen kan röra sig.'),
    t('Breathe in through the nose for four counts.', 'Andas in genom näsan och räkna till fyra.'),
    t('Breathe out for six counts, as if through a straw.', 'Andas ut och räkna till sex, som genom ett sugrör.'),
    t('If you feel dizzy, let your breath be as it wants.', 'Blir du yr, låt andningen vara som den vill.'),
  ],
  example: t(
    'Mo did it on the bus each day. In the second week it came on its own in a tense talk.',
    'Mo gjorde det på bussen varje dag. Andra veckan kom det av sig självt i ett spänt samtal.',
  ),
  easier: { text: t('Do ten breaths. Do not count.', 'Ta tio andetag. Räkna inte.') },
  harder: {
    text: t('Do it once a day in a place that is not quiet.', 'Gör det en gång om dagen där det inte är tyst.'),
  },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'motor', 'translated'],
    notes: t(
      'Follows the wish for less movement: words and counts in place of the moving circle. With lung or heart disease, ask first.',
      'Följer önskan om mindre rörelse: ord och siffror i stället för cirkeln. Vid lung- eller hjärtsjukdom, fråga först.',
    ),
  },
  sources: [
    {
      citation:
        'Lehrer PM, Gevirtz R. Heart rate variability biofeedback: how and why does it work? Frontiers in Psychology. 2014;5:756.',
      url: 'https://doi.org/10.3389/fpsyg.2014.00756',
    },
  ],
  fields: [
    { id: 'before', ...strength, label: t('How tense are you now?', 'Hur spänd är du nu?') },
    {
      id: 'breath',
      kind: 'breathing',
      required: true,
      minutes: 5,
      in: 4,
      out: 6,
      label: t('Breathe with the circle', 'Andas med cirkeln'),
    },
    { id: 'after', ...strength, label: t('How tense are you after?', 'Hur spänd är du efteråt?') },
    {
      id: 'change',
      kind: 'computed',
      label: t('How much it changed', 'Så mycket ändrades det'),
      value: { kind: 'difference', from: { field: 'after' }, subtract: { field: 'before' } },
    },
    helped,
  ],
});
