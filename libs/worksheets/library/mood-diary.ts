import { ours, SOURCES, t, week } from './authoring.ts';

export const moodDiary = ours({
  id: 'mood-diary',
  title: t('Mood diary', 'Humördagbok'),
  approach: ['cognitive-behavioural', 'journaling'],
  needs: ['low-mood', 'anxiety', 'low-energy'],
  goals: ['know-myself', 'notice-patterns'],
  focus: 'self-monitoring',
  medium: 'journal',
  mechanism: 'self-monitoring',
  minutes: 3,
  difficulty: 0,
  objective: t('Note your mood each evening for a week.', 'Skriv upp ditt humör varje kväll i en vecka.'),
  rationale: t(
    'From the inside, bad weeks look the same all through. On paper you see that some hours are better. That shows what may help.',
    'Inifrån ser dåliga veckor likadana ut. På papper ser du att vissa stunder är bättre. Det visar vad som kan hjälpa.',
  ),
  steps: [
    t('Each evening, think back on the day.', 'Tänk tillbaka på dagen varje kväll.'),
    t('Rate your mood and your energy.', 'Skatta ditt humör och din ork.'),
    t('Write one thing that made it better or worse.', 'Skriv en sak som gjorde det bättre eller sämre.'),
  ],
  example: t(
    'Friday: mood 6, energy 4. Lunch with Kim made it better.',
    'Fredag: humör 6, ork 4. Lunch med Kim gjorde det bättre.',
  ),
  easier: { text: t('Only rate your mood. Leave the rest.', 'Skatta bara humöret. Hoppa över resten.') },
  harder: {
    text: t('Rate twice a day, at noon and at night.', 'Skatta två gånger om dagen, mitt på dagen och på kvällen.'),
  },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'motor', 'translated'],
    notes: t('Can be done with three taps a day.', 'Kan göras med tre tryck om dagen.'),
  },
  sources: [SOURCES.beck1979, SOURCES.activation],
  fields: [
    {
      id: 'diary',
      kind: 'mood-diary',
      required: true,
      slots: week,
      label: t('My week, from 0 to 10', 'Min vecka, från 0 till 10'),
      hint: t('0 is the worst, 10 the best.', '0 är sämst, 10 är bäst.'),
      parts: [
        { part: 'mood', label: t('Mood', 'Humör') },
        { part: 'energy', label: t('Energy', 'Ork') },
        { part: 'note', label: t('What made a difference?', 'Vad gjorde skillnad?') },
      ],
    },
    {
      id: 'mean-mood',
      kind: 'computed',
      decimals: 1,
      label: t('Mood over the week', 'Humör över veckan'),
      value: { kind: 'mean', of: [{ field: 'diary', column: 'mood' }] },
    },
    { id: 'pattern', kind: 'text', lines: 2, label: t('What do you see?', 'Vad ser du?') },
  ],
});
