import { ours, SOURCES, t, ten } from './authoring.ts';

export const relationshipLog = ours({
  id: 'relationship-log',
  title: t('Between us: a log', 'Mellan oss: en loggbok'),
  approach: ['interpersonal'],
  needs: ['relationships', 'low-mood', 'anger', 'grief'],
  goals: ['get-on-better', 'notice-patterns'],
  focus: 'interpersonal',
  medium: 'journal',
  mechanism: 'interpersonal-awareness',
  minutes: 10,
  difficulty: 1,
  objective: t(
    'Note moments with others that moved you, good or bad.',
    'Skriv upp stunder med andra som berörde dig, på gott och ont.',
  ),
  rationale: t(
    'Our mood and our ties to others go hand in hand. When you see what happens between you, you can try something new.',
    'Vårt mående och våra band till andra hör ihop. När du ser vad som händer mellan er kan du pröva något nytt.',
  ),
  steps: [
    t('Once a day, pick one moment with someone.', 'Välj en stund med någon, en gång om dagen.'),
    t('Write what each of you said or did.', 'Skriv vad var och en sa eller gjorde.'),
    t('Write what you felt and what you wanted.', 'Skriv vad du kände och vad du ville.'),
    t('Rate how close you felt after.', 'Skatta hur nära du kände dig efteråt.'),
  ],
  example: t(
    'With: my boss. She said “again?”. I went silent. I felt shame. I wanted her to ask why. How close: 2.',
    'Med: min chef. Hon sa ”igen?”. Jag blev tyst. Jag skämdes. Jag ville att hon skulle fråga varför. Hur nära: 2.',
  ),
  easier: { text: t('Write only who, and a smile or a frown.', 'Skriv bara vem, och en glad eller ledsen min.') },
  harder: {
    text: t('Look for what comes back in many moments.', 'Leta efter det som kommer igen i flera stunder.'),
    worksheet: 'pattern-reflection',
  },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t('Use roles, such as “my boss”, in place of names.', 'Använd roller, som ”min chef”, i stället för namn.'),
  },
  sources: [SOURCES.ipt],
  fields: [
    {
      id: 'moments',
      kind: 'rows',
      required: true,
      label: t('Moments', 'Stunder'),
      hint: t('Use roles, not names.', 'Använd roller, inte namn.'),
      maxRows: 21,
      printRows: 3,
      columns: [
        { id: 'day', kind: 'date', label: t('Day', 'Dag') },
        { id: 'who', kind: 'text', lines: 1, label: t('With whom', 'Med vem') },
        { id: 'happened', kind: 'text', lines: 2, label: t('What was said and done', 'Vad som sas och gjordes') },
        { id: 'felt', kind: 'text', lines: 1, label: t('What I felt', 'Vad jag kände') },
        { id: 'wanted', kind: 'text', lines: 1, label: t('What I wanted', 'Vad jag ville') },
        {
          id: 'close',
          ...ten(t('far away', 'långt borta'), t('very close', 'mycket nära')),
          label: t('How close I felt after', 'Hur nära jag kände mig'),
        },
      ],
    },
    {
      id: 'closeness',
      kind: 'computed',
      decimals: 1,
      label: t('How close, on most days', 'Hur nära, i snitt'),
      value: { kind: 'mean', of: [{ field: 'moments', column: 'close' }] },
    },
    {
      id: 'try',
      kind: 'text',
      lines: 2,
      label: t('What would you like to try next time?', 'Vad vill du pröva nästa gång?'),
    },
  ],
});
