import { helped, ours, strength, t } from './authoring.ts';

export const groundingSenses = ours({
  id: 'grounding-senses',
  title: t('Five senses, here and now', 'Fem sinnen, här och nu'),
  approach: ['mindfulness'],
  needs: ['anxiety', 'panic', 'trauma', 'stress'],
  goals: ['be-here-now', 'calm-my-body', 'feel-safe'],
  focus: 'experiential',
  medium: 'practice',
  mechanism: 'grounding',
  minutes: 5,
  difficulty: 0,
  objective: t(
    'Come back to the room when a feeling or a memory takes over.',
    'Kom tillbaka till rummet när en känsla eller ett minne tar över.',
  ),
  rationale: t(
    'When fear is high, the mind may leave the room. Your senses are always here. Naming what they tell you helps you to be here too.',
    'När rädslan är stark kan tankarna lämna rummet. Dina sinnen är alltid här. När du sätter ord på vad de säger blir du också här.',
  ),
  steps: [
    t('Put both feet on the floor.', 'Sätt båda fötterna i golvet.'),
    t('Name five things you can see.', 'Säg fem saker du ser.'),
    t('Name four you can feel and three you can hear.', 'Säg fyra du känner och tre du hör.'),
    t('Name two you can smell and one you can taste.', 'Säg två du luktar och en du smakar.'),
    t('Say where you are and what day it is.', 'Säg var du är och vilken dag det är.'),
  ],
  example: t(
    'I see a blue cup. I feel the chair at my back. I hear the fridge. I smell soap. I am at home. It is Tuesday.',
    'Jag ser en blå kopp. Jag känner stolen mot ryggen. Jag hör kylen. Jag luktar tvål. Jag är hemma. Det är tisdag.',
  ),
  easier: { text: t('Only name five things you can see.', 'Säg bara fem saker du ser.') },
  harder: { text: t('Do it outside, while you walk.', 'Gör det ute, medan du går.') },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'audio', 'translated'],
    notes: t(
      'Can be said aloud in place of written. Swap a sense that a person does not have for more of another.',
      'Kan sägas högt i stället för att skrivas. Byt ett sinne som saknas mot mer av ett annat.',
    ),
  },
  sources: [
    { citation: 'Najavits LM. Seeking Safety: A Treatment Manual for PTSD and Substance Abuse. Guilford Press; 2002.' },
  ],
  fields: [
    { id: 'before', ...strength, label: t('How upset are you now?', 'Hur upprörd är du nu?') },
    { id: 'see', kind: 'text', lines: 2, label: t('Five things I see', 'Fem saker jag ser') },
    {
      id: 'feel',
      kind: 'text',
      lines: 2,
      label: t('Four things I feel on my skin', 'Fyra saker jag känner mot huden'),
    },
    { id: 'hear', kind: 'text', lines: 1, label: t('Three things I hear', 'Tre saker jag hör') },
    { id: 'smell', kind: 'text', lines: 1, label: t('Two things I smell', 'Två saker jag luktar') },
    { id: 'taste', kind: 'text', lines: 1, label: t('One thing I taste', 'En sak jag smakar') },
    { id: 'after', ...strength, label: t('How upset are you after?', 'Hur upprörd är du efteråt?') },
    helped,
  ],
});
