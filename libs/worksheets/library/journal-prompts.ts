import { ours, SOURCES, t } from './authoring.ts';

export const journalPrompts = ours({
  id: 'journal-prompts',
  title: t('A page for today', 'En sida för i dag'),
  approach: ['journaling'],
  needs: ['stress', 'low-mood', 'life-change'],
  goals: ['know-myself', 'put-it-into-words'],
  focus: 'experiential',
  medium: 'journal',
  mechanism: 'emotional-expression',
  minutes: 10,
  difficulty: 0,
  objective: t('Write for ten minutes about one question.', 'Skriv i tio minuter om en fråga.'),
  rationale: t(
    'What we put into words is easier to hold. No one will mark this. It can be messy. You choose what you share.',
    'Det vi sätter ord på blir lättare att bära. Ingen rättar det här. Det får vara rörigt. Du väljer vad du delar.',
  ),
  steps: [
    t('Choose the question that pulls at you.', 'Välj den fråga som drar i dig.'),
    t('Write without a stop. Do not fix the words.', 'Skriv utan stopp. Rätta inte orden.'),
    t('Read it once. Mark one line that matters.', 'Läs en gång. Markera en rad som betyder något.'),
  ],
  example: t(
    '“What took my strength today?” I wrote about the open-plan office. The line I marked: “I need a door to close.”',
    '”Vad tog min kraft i dag?” Jag skrev om det öppna kontoret. Raden jag markerade: ”Jag behöver en dörr att stänga.”',
  ),
  easier: { text: t('Write three lines.', 'Skriv tre rader.') },
  harder: { text: t('Write about the thing you would rather skip.', 'Skriv om det du helst hoppar över.') },
  accessibility: {
    serves: ['plain-language', 'audio', 'translated'],
    notes: t(
      'May be spoken and recorded. Stays private unless the person shares it.',
      'Kan talas in. Förblir privat om personen inte delar.',
    ),
  },
  sources: [SOURCES.pennebaker],
  fields: [
    {
      id: 'prompt',
      kind: 'choice',
      required: true,
      label: t('Which question?', 'Vilken fråga?'),
      options: [
        {
          value: 'strength',
          label: t('What took my strength today, and what gave me some?', 'Vad tog kraft i dag, och vad gav?'),
        },
        { value: 'unsaid', label: t('What did I want to say, and did not?', 'Vad ville jag säga, men sa inte?') },
        { value: 'body', label: t('What does my body try to tell me?', 'Vad försöker min kropp säga?') },
        {
          value: 'year',
          label: t('What would I like to thank myself for in a year?', 'Vad vill jag tacka mig själv för om ett år?'),
        },
        { value: 'own', label: t('A question of my own', 'En egen fråga') },
      ],
    },
    {
      id: 'own',
      kind: 'text',
      lines: 1,
      label: t('My own question', 'Min egen fråga'),
      showIf: { kind: 'equals', field: 'prompt', value: 'own' },
    },
    { id: 'page', kind: 'note', required: true, lines: 14, label: t('My page', 'Min sida') },
    { id: 'line', kind: 'text', lines: 1, label: t('The line that matters', 'Raden som betyder något') },
  ],
});
