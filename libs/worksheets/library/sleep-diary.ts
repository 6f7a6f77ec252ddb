import { ours, t, week } from './authoring.ts';

export const sleepDiary = ours({
  id: 'sleep-diary',
  title: t('Sleep diary', 'Sömndagbok'),
  approach: ['cognitive-behavioural'],
  needs: ['sleep', 'low-energy'],
  goals: ['sleep-better', 'notice-patterns'],
  focus: 'self-monitoring',
  medium: 'journal',
  mechanism: 'self-monitoring',
  minutes: 3,
  difficulty: 1,
  objective: t('Note how you slept, each morning for a week.', 'Skriv hur du sov, varje morgon i en vecka.'),
  rationale: t(
    'Sleep is hard to judge from memory. A diary shows what your nights are like. Then we can see which change is worth trying.',
    'Sömn är svår att minnas. En dagbok visar hur dina nätter är. Då ser vi vilken ändring som är värd att pröva.',
  ),
  steps: [
    t('Fill it in soon after you get up.', 'Fyll i strax efter att du gått upp.'),
    t('Guess the times. Do not watch the clock at night.', 'Gissa tiderna. Titta inte på klockan på natten.'),
    t('Leave a box blank if you do not know.', 'Lämna rutan tom om du inte vet.'),
  ],
  example: t(
    'To bed at 22.30. Light out at 23. Fell asleep after about 40 minutes. Awake twice. Woke at 6, got up at 6.30. Quality 3 of 5.',
    'I säng 22.30. Släckte 23. Somnade efter ungefär 40 minuter. Vaken två gånger. Vaknade 6, gick upp 6.30. Kvalitet 3 av 5.',
  ),
  easier: {
    text: t('Only write when you went to bed and when you got up.', 'Skriv bara när du lade dig och när du gick upp.'),
  },
  harder: { text: t('Go on for a second week.', 'Fortsätt en andra vecka.') },
  accessibility: {
    serves: ['plain-language', 'large-print', 'translated'],
    notes: t(
      'Keep it by the bed with a pen. Times may be rounded.',
      'Ha den vid sängen med en penna. Tider får avrundas.',
    ),
  },
  sources: [
    {
      citation:
        'Carney CE, Buysse DJ, Ancoli-Israel S, Edinger JD, Krystal AD, Lichstein KL, Morin CM. The Consensus Sleep Diary: standardizing prospective sleep self-monitoring. Sleep. 2012;35(2):287–302.',
    },
  ],
  fields: [
    {
      id: 'nights',
      kind: 'sleep-diary',
      required: true,
      slots: week,
      label: t('My nights', 'Mina nätter'),
      hint: t('Write on the day you woke up.', 'Skriv på dagen då du vaknade.'),
      parts: [
        { part: 'to-bed', label: t('I went to bed at', 'Jag gick och lade mig') },
        { part: 'lights-out', label: t('I tried to sleep at', 'Jag försökte sova') },
        { part: 'fell-asleep-after', label: t('Minutes to fall asleep', 'Minuter tills jag somnade') },
        { part: 'awakenings', label: t('Times I woke up', 'Gånger jag vaknade') },
        { part: 'awake-in-night', label: t('Minutes awake in the night', 'Minuter vaken på natten') },
        { part: 'woke', label: t('I woke for good at', 'Jag vaknade för dagen') },
        { part: 'got-up', label: t('I got up at', 'Jag gick upp') },
        { part: 'quality', label: t('How good', 'Hur bra') },
      ],
    },
    {
      id: 'mean-quality',
      kind: 'computed',
      decimals: 1,
      label: t('How good, on most nights', 'Hur bra, i snitt'),
      value: { kind: 'mean', of: [{ field: 'nights', column: 'quality' }] },
    },
    {
      id: 'mean-latency',
      kind: 'computed',
      label: t('Minutes to fall asleep, on most nights', 'Minuter tills du somnade, i snitt'),
      value: { kind: 'mean', of: [{ field: 'nights', column: 'fell-asleep-after' }] },
    },
    {
      id: 'note',
      kind: 'text',
      lines: 2,
      label: t('What made a night better or worse?', 'Vad gjorde en natt bättre eller sämre?'),
    },
  ],
});
