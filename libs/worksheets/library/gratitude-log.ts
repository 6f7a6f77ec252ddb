import { helped, ours, SOURCES, t } from './authoring.ts';

export const gratitudeLog = ours({
  id: 'gratitude-log',
  title: t('Three good things', 'Tre bra saker'),
  approach: ['journaling'],
  needs: ['low-mood', 'stress', 'staying-well'],
  goals: ['notice-the-good', 'feel-better'],
  focus: 'self-monitoring',
  medium: 'journal',
  mechanism: 'positive-attention',
  minutes: 5,
  difficulty: 0,
  objective: t('Each night, note three things that went well.', 'Skriv tre saker som gick bra, varje kväll.'),
  rationale: t(
    'Our minds are quick to see what is wrong. The good needs some help to be seen. Small is fine. This is not about hiding what hurts.',
    'Vi ser snabbt det som är fel. Det goda behöver lite hjälp för att synas. Smått går bra. Det handlar inte om att gömma det som gör ont.',
  ),
  steps: [
    t('Think back on the day before you sleep.', 'Tänk tillbaka på dagen innan du somnar.'),
    t('Write up to three things that went well.', 'Skriv upp till tre saker som gick bra.'),
    t('For each, write what part you had in it.', 'Skriv för varje vilken del du hade i det.'),
  ],
  example: t(
    'The bus came on time. I made soup and it was good. My son laughed, since I had pulled a face.',
    'Bussen kom i tid. Jag lagade soppa och den blev god. Min son skrattade, för jag gjorde en grimas.',
  ),
  easier: { text: t('One good thing. One word.', 'En bra sak. Ett ord.') },
  harder: { text: t('Tell someone thank you for one of them.', 'Säg tack till någon för en av dem.') },
  accessibility: {
    serves: ['plain-language', 'low-literacy', 'audio', 'translated'],
    notes: t('A photo of the good thing does as well as words.', 'Ett foto av det goda går lika bra som ord.'),
  },
  sources: [
    {
      citation:
        'Emmons RA, McCullough ME. Counting blessings versus burdens: an experimental investigation of gratitude and subjective well-being in daily life. Journal of Personality and Social Psychology. 2003;84(2):377–389.',
    },
    SOURCES.seligman,
  ],
  fields: [
    {
      id: 'things',
      kind: 'rows',
      required: true,
      label: t('Good things', 'Bra saker'),
      maxRows: 21,
      printRows: 9,
      columns: [
        { id: 'day', kind: 'date', label: t('Day', 'Dag') },
        { id: 'thing', kind: 'text', lines: 1, label: t('What went well', 'Vad som gick bra') },
        { id: 'part', kind: 'text', lines: 1, label: t('My part in it', 'Min del i det') },
      ],
    },
    {
      id: 'photo',
      kind: 'attachment',
      accept: ['photo'],
      max: 3,
      label: t('A photo, if you like', 'Ett foto, om du vill'),
    },
    helped,
  ],
});
