import { ours, SOURCES, t, week } from './authoring.ts';

export const activitySchedule = ours({
  id: 'activity-schedule',
  title: t('My week of small plans', 'Min vecka i små planer'),
  approach: ['cognitive-behavioural'],
  needs: ['low-mood', 'low-energy', 'avoidance'],
  goals: ['do-more-of-what-helps', 'feel-better', 'build-routine'],
  focus: 'behavioural',
  medium: 'worksheet',
  mechanism: 'behavioural-activation',
  minutes: 10,
  difficulty: 1,
  objective: t(
    'Plan one small thing a day and see what it does for you.',
    'Planera en liten sak om dagen och se vad den gör med dig.',
  ),
  rationale: t(
    'When we feel low we do less. When we do less we feel lower. A small plan breaks that ring. You do not need to feel like it first. The mood tends to follow the doing.',
    'När vi är nere gör vi mindre. När vi gör mindre mår vi sämre. En liten plan bryter ringen. Du behöver inte ha lust först. Lusten brukar komma när vi gör.',
  ),
  steps: [
    t('Plan one thing for each day. Make it small.', 'Planera en sak för varje dag. Gör den liten.'),
    t('Write what you did, even if it was something else.', 'Skriv vad du gjorde, även om det blev något annat.'),
    t('Rate how well you did it, from 0 to 10.', 'Skatta hur väl du klarade det, från 0 till 10.'),
    t('Rate how nice it was, from 0 to 10.', 'Skatta hur skönt det var, från 0 till 10.'),
  ],
  example: t(
    'Monday. Plan: walk to the lake. Did: walked to the shop. How well 4, how nice 3. Tuesday: called Ana, how well 5, how nice 7.',
    'Måndag. Plan: gå till sjön. Gjorde: gick till affären. Hur väl 4, hur skönt 3. Tisdag: ringde Ana, hur väl 5, hur skönt 7.',
  ),
  easier: {
    text: t('Plan only two days. Five minutes is enough.', 'Planera bara två dagar. Fem minuter räcker.'),
    worksheet: 'small-pleasures',
  },
  harder: { text: t('Plan one thing you have put off for long.', 'Planera en sak som du länge skjutit upp.') },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'translated'],
    notes: t(
      'Words or small pictures both do. Set an alarm for the plan if memory is hard.',
      'Ord eller små bilder går lika bra. Ställ en klocka om minnet sviker.',
    ),
  },
  sources: [SOURCES.lewinsohn, SOURCES.activation, SOURCES.beck1979],
  fields: [
    {
      id: 'week',
      kind: 'activity-schedule',
      label: t('My week', 'Min vecka'),
      required: true,
      slots: week,
      parts: [
        { part: 'planned', label: t('My plan', 'Min plan') },
        { part: 'done', label: t('What I did', 'Vad jag gjorde') },
        { part: 'mastery', label: t('How well', 'Hur väl') },
        { part: 'pleasure', label: t('How nice', 'Hur skönt') },
      ],
    },
    {
      id: 'mean-mastery',
      kind: 'computed',
      decimals: 1,
      label: t('How well, on most days', 'Hur väl, i snitt'),
      value: { kind: 'mean', of: [{ field: 'week', column: 'mastery' }] },
    },
    {
      id: 'mean-pleasure',
      kind: 'computed',
      decimals: 1,
      label: t('How nice, on most days', 'Hur skönt, i snitt'),
      value: { kind: 'mean', of: [{ field: 'week', column: 'pleasure' }] },
    },
    { id: 'noticed', kind: 'text', lines: 2, label: t('What did you notice?', 'Vad märkte du?') },
  ],
});
